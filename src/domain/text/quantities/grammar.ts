import type { Language } from './language';

// The regular expressions of a language, made once from its table.

/** Any of these words, the longest first, so that "millions" is not read as "million". */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
    .join('|');
}

// Thousands are grouped by one and the same sign: comma, apostrophe or a space; two or more groups, or
// those before a fraction that a comma begins, also by points. In India the last group has three digits and those before it two.
const GROUPED =
  "\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,3}(?:['’]\\d{3})+(?!\\d)|\\d{1,3}(?:[\\u00a0\\u2009\\u202f ]\\d{3})+(?!\\d)|\\d{1,3}(?:\\.\\d{3}){2,}(?!\\d)|\\d{1,3}(?:\\.\\d{3})+(?=,\\d{1,2}(?!\\d))|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)";
/** A number in digits: grouped or plain, with a fraction after a point, the raised point of British journals, or a comma. */
const DIGITS = `(?:${GROUPED}|\\d+)(?:[.·]\\d+|,\\d{1,2}(?!\\d))?`;

const START = '(?<![\\p{L}\\d])(?<!\\d[.,])';
const END = '(?![\\p{L}\\d])';

/** The regular expressions of a language. */
export type Grammar = ReturnType<typeof grammarOf>;

export function grammarOf(language: Language) {
  return {
    language,
    ...numbersOf(language),
    ...sharesOf(language),
    ...unitsOf(language),
    ...spansOf(language),
    ...contextOf(language),
  };
}

const SPACE = '[\\s-]+';
const pattern = (source: string) => new RegExp(source, 'giu');
const within = (source: string, { cardinals }: Language) =>
  source.replaceAll('#', `(?:${DIGITS})`).replaceAll('@', `(?:${DIGITS}|${anyOf(Object.keys(cardinals))})`);
const before = (source: string, language: Language) =>
  new RegExp(`(?:^|[^\\p{L}\\d])(?:${within(source, language)})\\s*$`, 'iu');
const behind = (source: string, language: Language) => new RegExp(`^(?:${within(source, language)})`, 'iu');

/** Numbers in digits and in words. */
function numbersOf(language: Language) {
  const cardinal = anyOf(Object.keys(language.cardinals));
  const scale = anyOf(Object.keys(language.scales));
  const sign = anyOf(Object.keys(language.signs));
  const article = anyOf(language.articles);
  const plural = anyOf(Object.keys(language.plurals));
  const several = anyOf(Object.keys(language.several));
  const space = SPACE;
  const words = `(?:(?:${cardinal})|(?:${article})(?=${space}(?:${scale})${END}))(?:${space}(?:${language.and}${space})?(?:${cardinal}|${scale})(?!\\p{L})){0,14}`;
  return {
    digits: pattern(
      `(?:${START}|(?<=(?<![\\p{L}\\d])(?:${language.units.moneyCodes})))(?<digits>(?:(?<=^|[\\s(])\\.(?=\\d{1,3}(?!\\d)))?${DIGITS})(?:(?<sign>${sign})${END}|[\\s-]*(?<scale>${scale})${END}(?:${space}(?<scale2>${scale})${END})?)?`,
    ),
    /** two hundred and fifty thousand; a million */
    words: pattern(
      `${START}${words}(?:${space}${language.point}(?:${space}(?:${cardinal})(?!\\p{L})){1,8}(?:${space}(?:${scale})(?!\\p{L})){0,3})?${END}`,
    ),
    /** seven (7); two (2) million; 12 (twelve) */
    twice: pattern(
      `${START}(?:(?<words>${words})${END}\\s?\\((?<inDigits>${DIGITS})(?:\\s(?<inScale>${scale}))?\\)|(?<digits>${DIGITS})\\s?\\((?<inWords>${words})${END}\\))(?:${space}(?<scale>${scale})${END})?`,
    ),
    /** half a million; a quarter of a million; one and a half million; 1½ million */
    partOfScale: pattern(
      `${START}(?:(?<whole>${cardinal}|${article}|\\d+)${space}(?:(?<mid>${scale})${space})?${language.and}${space}(?:${article})${space}(?<halfOf>${language.partsOfScale.and})|(?<part>${language.partsOfScale.of})(?:${space}${language.of})?)(?:${space}(?:${article}))?(?:${space}(?<scale>${scale}))${END}|${START}(?:${article})${space}(?<half>${language.half.one})${space}(?<halfScale>${scale})${END}|${START}(?:${article})${space}(?<aScale>${scale})${space}${language.and}${space}(?:${article})${space}${language.half.one}${END}`,
    ),
    vague: pattern(
      `${START}(?<!-)(?:(?:${plural})(?:${space}${language.of}${space}(?:${plural}))*|(?:${several})${space}(?:(?:of${space})?)(?:${scale}|${plural})(?:${space}(?:${scale}))?)${END}`,
    ),
  };
}

/** One in five, two thirds, half; doubled. */
function sharesOf(language: Language) {
  const cardinal = anyOf(Object.keys(language.cardinals));
  const scale = anyOf(Object.keys(language.scales));
  const article = anyOf(language.articles);
  const part = anyOf(Object.keys(language.parts));
  const space = SPACE;
  const small = `(?:${cardinal}|\\d{1,3}(?:,\\d{3}){0,4}(?:\\.\\d(?!\\d))?)`;
  const every = `(?:${anyOf(language.shareOf.every)})`;
  const plainOf = `(?:${anyOf(language.shareOf.plain)})`;
  const everyOf = `(?:${anyOf([...language.shareOf.plain, ...language.shareOf.withEvery])})`;
  const nextWord = (words: string) => `(?!${space}(?:${words})(?!\\p{L}))`;
  return {
    /** one in five, two out of every three, one child in eight */
    share: pattern(
      `${START}(?<k>${small})${space}(?:${plainOf}${space}|${everyOf}${space}${every}${space}|(?<!(?:${language.shareOf.notOneOf})\\s)${language.of}${space}(?=${cardinal}))(?:(?:the|some)${space})?(?:${every}${space})?(?<n>${small})${END}(?!\\s?%|\\.\\d)${nextWord(language.notShareBefore)}${nextWord(scale)}`,
    ),
    personShare: pattern(
      `${START}(?<k>one|1|an?)${space}(?:\\p{L}+${space})?(?:${language.onePerson})(?:${space}\\p{L}+)?${space}(?:${plainOf}${space}|${everyOf}${space}${every}${space})(?:${every}${space})?(?<n>${small})${END}(?!\\.\\d)${nextWord(language.notShareBefore)}${nextWord(scale)}`,
    ),
    /** one delegate in five, where nothing is counted in five of something */
    anyShare: pattern(
      `${START}(?<k>one|1)${space}\\p{L}{3,30}${space}(?:${plainOf})${space}(?:${every}${space})?(?<n>${small})(?=\\s*(?:[.,;:!?)”"’]|$|–|—)(?!\\d)|${space}(?:${language.shareBefore})(?!\\p{L}))`,
    ),
    /** two thirds; a third, where a share is meant */
    parts: pattern(
      `${START}(?:(?<many>${cardinal}|\\d{1,2})${space}(?<parts>(?:${part})s)|(?<one>one|1|${article})${space}(?<part>${part})(?=\\s*(?:[.,;:!?)”"’]|$|–|—)|${space}(?:${language.shareBefore})(?!\\p{L})))${END}`,
    ),
    half: pattern(
      `(?<!(?<!\\p{L})(?:${language.half.notAfter})[\\s-])${START}(?:${language.half.alone})${END}(?![\\s-](?:an?[\\s-])?(?:${language.half.notBefore})(?!\\p{L}))`,
    ),
    /** ½; 1½ million; 3 1/2 million; 5/8 */
    signs:
      /(?<![\p{L}\d])(?<!\d[.,])(?:(?<whole>\d{1,15})\s?)?(?:(?<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅛])|(?<!\d)(?<part>[1-9])\/(?<of>[2-9])(?![\p{L}\d/]|[.,]\d))(?:[\s-]+(?<scale>million|billion|thousand|hundred))?/giu,
    multiple: pattern(
      `${START}(?:(?:${anyOf(Object.keys(language.multiples))})|(?:${anyOf(Object.keys(language.comparisons.words))})(?=\\s+(?:${language.comparisons.before})(?!\\p{L}))|(?<=(?:${language.comparisons.after})\\s)(?:${anyOf(Object.keys(language.comparisons.words))})(?![\\s-]*\\p{L}*-))${END}`,
    ),
  };
}

/** What a number counts in. */
function unitsOf(language: Language) {
  const space = SPACE;
  return {
    times: new RegExp(`^(?:[\\s-]*(?:${language.times}))(?!\\p{L})`, 'iu'),
    factorBefore: before(language.factor, language),
    perCent: new RegExp(`^[\\s\\u00a0\\u202f-]*(?:${language.units.perCent})(?![\\p{L}\\d])`, 'iu'),
    points: new RegExp(`^[\\s\\u00a0-]*(?:${language.units.points})(?![\\p{L}\\d])`, 'iu'),
    rate: new RegExp(
      `^(?:\\s+[\\p{L}-]+){0,4}?\\s+(?:(?:${language.units.per})|(?<within>${language.units.within}))\\s+(?<base>1[ ,.\\u00a0]?000(?:[ ,.\\u00a0]?000)*|100?[ ,.\\u00a0]?000|(?:a|one|1)${space}(?:hundred${space})?(?:thousand|million)|100)(?![\\p{L}\\d]|[.,]\\d)`,
      'iu',
    ),
    /** What is counted in so many of these is no rate. */
    notWithin: new RegExp(`^(?:\\+|${space}(?:\\p{L}+${space})?(?:${language.notShareBefore})(?!\\p{L}))`, 'iu'),
    moneyBefore: new RegExp(`(?:^|[^\\p{L}\\d])(?<money>${language.units.moneyBefore})\\s?$`, 'u'),
    moneyAfter: new RegExp(`^[\\s-]*(?:${language.units.moneyAfter})(?!\\p{L})`, 'iu'),
  };
}

/** Two numbers that are one span, and words that bound a number. */
function spansOf(language: Language) {
  const after = (source: string) => new RegExp(`^\\s*(?:${source})(?!\\p{L})`, 'iu');
  return {
    jointOr: new RegExp(`^\\s*(?:${language.range.or})\\s*$`, 'iu'),
    joint: new RegExp(`^-?\\s*(?:${language.range.to})\\s*$`, 'iu'),
    jointAnd: new RegExp(`^\\s*(?:${language.range.and})\\s*$`, 'iu'),
    between: before(language.range.between, language),
    from: before(`${language.range.from}(?:\\s+(?:${language.bounds.about}|${language.bounds.nearly}))?`, language),
    changing: new RegExp(`(?:^|[^\\p{L}])(?:${language.range.changing})(?!\\p{L})[^.;!?]{0,80}$`, 'iu'),
    bounds: {
      atLeast: before(language.bounds.atLeast, language),
      atMost: before(language.bounds.atMost, language),
      nearly: before(language.bounds.nearly, language),
      justOver: before(language.bounds.justOver, language),
      about: before(language.bounds.about, language),
      atLeastAfter: after(language.bounds.atLeastAfter),
      atMostAfter: after(language.bounds.atMostAfter),
      aboutAfter: after(language.bounds.aboutAfter),
    },
  };
}

/** What around a number says that it is no statistic. */
function contextOf(language: Language) {
  return {
    noFigures: language.noFigures.map(
      ([why, source, cased]) =>
        [why, new RegExp(within(source, language), cased === undefined ? 'giu' : 'gu')] as const,
    ),
    labels: language.labels.map(([why, source]) => [why, before(source, language)] as const),
    ...agesOf(language),
    alreadyTold: before(language.alreadyTold, language),
    duration: behind(language.durations.after, language),
    phone: new RegExp(`(?:^|[^\\p{L}])(?:${language.phones})(?!\\p{L})[^.;!?\\n\\d]{0,40}$`, 'iu'),
    phoneLine: new RegExp(
      `(?:^|[^\\p{L}])(?:${language.phoneLines.line})(?:[^.;!?\\n\\d]{0,40}(?<!\\p{L})(?:${language.phoneLines.reached}))?\\s*$`,
      'iu',
    ),
    yearBefore: new RegExp(`(?:(?:^|[^\\p{L}])(?:${language.years.before})|[’']s?)\\s*[“"‘'(]?$`, 'iu'),
    inYear: before(language.years.in, language),
    monthBefore: before(language.months, language),
    counted: new RegExp(
      `^(?:[\\s-]+[\\p{L}’'-]+){0,4}?[\\s-]+(?:${language.counted})(?!\\p{L})|^\\s+(?:${language.countedOf})(?!\\p{L})`,
      'iu',
    ),
    countedNext: new RegExp(
      `^\\s+(?:(?!(?:${language.determiners})\\s)\\p{L}+\\s+)?(?:${language.counted})(?!\\p{L})`,
      'iu',
    ),
    countedHyphen: new RegExp(`^-(?:${language.countedHyphen})(?!\\p{L})`, 'iu'),
    thresholdAfter: new RegExp(language.thresholds.after, 'iu'),
    moreShares: {
      before: new RegExp(`(?:${language.moreShares.before})\\s+$`, 'iu'),
      after: new RegExp(`^\\s+(?:${language.moreShares.after})`, 'u'),
    },
    known: before(language.known, language),
    compared: before(language.compared, language),
    countedOf: new RegExp(`^\\s+(?:${language.countedOf})(?!\\p{L})`, 'iu'),
  };
}

/** What says that a number is an age, or an average of ages. */
function agesOf(language: Language) {
  const { ages } = language;
  const { comma, and } = ages.list;
  const ofYoung = `(?:${ages.young})\\s+(?:${ages.of})`;
  const someBefore = `(?:${ages.aged}|${ofYoung})\\s+@(?:${comma}\\s+@){0,4}`;
  return {
    ageBefore: before(ages.before, language),
    aged: before(`${ages.aged}|${ages.hyphened}|${ages.extreme}`, language),
    ageAtEnd: new RegExp(`^(?:\\s*(?:[,.;:!?)]|$)|\\s+(?:${ages.atEnd})\\s+\\p{Ll})`, 'u'),
    ageAt: before(ages.at, language),
    ageSpoken: before(ages.spoken, language),
    ageUntil: before(ages.until, language),
    ageAfter: behind(ages.after, language),
    ofPerson: {
      before: before(`(?:${ages.ofPerson.before})\\s+(?:${ages.ofPerson.is})`, language),
      after: new RegExp(`^\\s+(?:${ages.ofPerson.after})(?!\\p{L})`, 'iu'),
    },
    /** A girl of … */
    ofYoung: before(ofYoung, language),
    aboutPerson: new RegExp(`^(?:\\s+(?:${ages.told})(?!\\p{L})|\\s*(?![\\s\\p{L}\\d-]))`, 'iu'),
    /** Somebody under 18. */
    personUnder: before(`(?:${ages.person}|${ages.anybody})\\s+(?:${ages.before})`, language),
    things: new RegExp(`^\\s+(?:${ages.things})(?!\\p{L})`, 'u'),
    ofAnybody: before(`(?:${ages.young}|${ages.person})\\s+(?:${ages.of})`, language),
    years: new RegExp(`^[\\s-]+(?:${ages.years})(?!\\p{L})`, 'iu'),
    ageList: {
      last: before(`${someBefore}(?:${and})`, language),
      middle: before(`${someBefore}(?:${comma})`, language),
      more: behind(`(?:${comma}\\s+@){0,4}(?:${and})\\s+@(?!\\p{L})`, language),
    },
    byLaw: new RegExp(`(?:^|[^\\p{L}])(?:${ages.byLaw})(?!\\p{L})[^.;!?]{0,60}$`, 'iu'),
    average: new RegExp(`(?:^|[^\\p{L}])(?:${ages.average})(?!\\p{L})[^.;!?]{0,80}$`, 'iu'),
    /** The same with no other number and no comma behind it, except that from which something changed. */
    averageOf: new RegExp(
      `(?:^|[^\\p{L}])(?:${ages.average})(?!\\p{L})[^.,;!?\\d]{0,80}(?:\\d[\\d.]{0,5}\\s+(?:${language.range.to})\\s+)?$`,
      'iu',
    ),
    person: new RegExp(`(?:^|[^\\p{L}])(?:${ages.person})(?!\\p{L})[^.;!?]{0,50}$`, 'iu'),
  };
}
