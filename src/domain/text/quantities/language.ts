import type { NoFigure } from './quantity';

/**
 * What the reader of quantities has to know of a language. Words are in lower case; patterns are sources of regular
 * expressions, read without regard to case, in which `#` stands for a number in digits and `@` for one in words or digits.
 */
export type Language = {
  code: 'en';
  /** Numbers that are added to each other: twenty and five. */
  cardinals: Readonly<Record<string, number>>;
  /** What multiplies the number before it: hundred, million, and how they are misspelt. */
  scales: Readonly<Record<string, number>>;
  /** The same as signs, straight behind digits: 1.8m. */
  signs: Readonly<Record<string, number>>;
  /** The name of one part of so many, in the singular. */
  parts: Readonly<Record<string, number>>;
  /** Said for "one" before a scale or a part. */
  articles: readonly string[];
  and: string;
  /** The decimal point, spoken: three point five. */
  point: string;
  /** Between k and n in "k in n"; the second list only where "every" follows. `notOneOf`: "at least one of four" is no share. */
  shareOf: { plain: readonly string[]; notOneOf: string; withEvery: readonly string[]; every: readonly string[] };
  /** Whoever is one in "one child in five". */
  onePerson: string;
  /** Words that do not follow n in "k in n": then it is a place or a time in which k is counted. */
  notShareBefore: string;
  /** Words that may follow "a third" where a share is meant, and not the third of something. */
  shareBefore: string;
  half: { one: string; alone: string; notAfter: string; notBefore: string };
  /** Parts of a scale: half a million; one and a half million. */
  partsOfScale: { of: string; and: string };
  /** Plurals without a number: dozens, millions. What is several of a scale: a few hundred. */
  plurals: Readonly<Record<string, number>>;
  several: Readonly<Record<string, readonly [number, number]>>;
  of: string;
  /** doubled, threefold; and what says so only before "as many" or the like, or behind "expected to". */
  multiples: Readonly<Record<string, number>>;
  comparisons: { words: Readonly<Record<string, number>>; before: string; after: string };
  /** Before a number: by a factor of three. */
  factor: string;
  /** Behind a number: three times as many, ten-fold. */
  times: string;
  /** `moneyCodes`: letters that may stand before digits without a space. */
  units: {
    perCent: string;
    points: string;
    per: string;
    within: string;
    moneyBefore: string;
    moneyCodes: string;
    moneyAfter: string;
  };
  /** Between the two numbers of a range; and words before "from … to" that make it a change and no range. */
  range: { between: string; and: string; or: string; to: string; from: string; changing: string };
  bounds: {
    atLeast: string;
    atMost: string;
    nearly: string;
    justOver: string;
    about: string;
    atLeastAfter: string;
    atMostAfter: string;
    aboutAfter: string;
  };
  /** Whole patterns that hold numbers which are none, in the order in which they are tried. Where capitals tell: `cased`. */
  noFigures: readonly (readonly [NoFigure, string, 'cased'?])[];
  /** What stands before a number that only names something: Article 34, page 12. */
  labels: readonly (readonly [NoFigure, string])[];
  /** Before or behind an age. An average age is a statistic. */
  ages: {
    before: string;
    after: string;
    person: string;
    aged: string;
    /** The youngest was …, the oldest … */
    extreme: string;
    /** The same with a hyphen: under-18s. */
    hyphened: string;
    /** A girl of twelve; people of 14 years. */
    young: string;
    of: string;
    told: string;
    years: string;
    /** Between ages: 14, 15 and 16. */
    list: { comma: string; and: string };
    /** An age that a law sets. */
    byLaw: string;
    /** Before "under 18", besides the words for persons. */
    anybody: string;
    /** Behind a number what may be the plural of a thing that is counted. */
    things: string;
    ofPerson: { before: string; is: string; after: string };
    /** Before an age in digits, where nothing is counted or measured. */
    at: string;
    atEnd: string;
    spoken: string;
    /** Up to an age, without a word of age: raped before 18. */
    until: string;
    average: string;
    max: number;
  };
  durations: { after: string };
  phones: string;
  /** Those who take calls: their number stands right behind, or behind one of these words. */
  phoneLines: { line: string; reached: string };
  /** `in`: what stands only before a year. */
  years: { before: string; in: string; first: number; last: number };
  months: string;
  /** Nouns of which a small number in words may be a count. Behind any other it is a manner of speaking. */
  counted: string;
  /** Words that begin another thing than the one that a number counts. */
  determiners: string;
  /** Behind the hyphen of a number that counts: 300-strong. */
  countedHyphen: string;
  /** Between a share and what each of it has at least or at most: what may stand there. */
  thresholds: { after: string };
  /** "27 per cent for the one, 16.2 for the other": around a number that goes on with the shares before it. */
  moreShares: { before: string; after: string };
  /** Before a number with which another is compared, or to which it came. */
  compared: string;
  /** Before a small number that was told already: the two, all three. */
  alreadyTold: string;
  /** Of these, what may stand before a number that is told now. */
  known: string;
  /** The same where the noun went before: three of them. */
  countedOf: string;
};
