import { significantFigures, roundingInterval } from '../rounding';
import type { Bound } from '../figure';
import { findNumbers } from '../text/numbers';

// What the few words of a printed wording say of the figure. Only what stands there is read: eight words at most are
// kept of a source, so that a word which is missing here may well stand in the sentence around them.

export type Scale = 'per-cent' | 'points' | 'plain';

/** A number as printed, with the span of values that it can stand for. Percentages on the scale 0–100. */
export type PrintedNumber = {
  value: number;
  low: number;
  high: number;
  scale: Scale;
  /** Said as "a third" or "one in five": nobody who writes that means more digits. */
  isFraction: boolean;
  /** As it is said where it is no plain number: `almost a third`, `millions`. */
  words: string | null;
};

export type PrintedFigure = {
  numbers: readonly PrintedNumber[];
  /** Two numbers printed as one span: `15 to 20 per cent`. */
  isRange: boolean;
  bound: Bound | null;
  /** Said of a change: up, increase, tripled. */
  isChange: boolean;
  /** "The number of …": a count, whatever stands around it. */
  isCount: boolean;
  /** Every year, annually: a flow. */
  isFlow: boolean;
  /** Years it names. */
  years: readonly number[];
  /** Reports, pages or images; or people. Null where neither word, or both, stand there. */
  things: 'people' | 'content' | null;
  /** Said of the sexual purpose. */
  isSexual: boolean;
  /** All, worldwide: said of everybody. */
  isOfAll: boolean;
  /** Detected, reported, recorded: said of those who were found. */
  isOfDetected: boolean;
};

const HALF = 0.5;
const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const PARTS: Readonly<Record<string, number>> = { third: 3, thirds: 3, quarter: 4, quarters: 4, fifth: 5, fifths: 5 };
const SMALL = `(?:${NUMBER_WORDS.join('|')}|\\d{1,2})`;
// "one in three", "2 out of every 3", "two of every three"
const SHARE_OF = new RegExp(`\\b(${SMALL}) (?:in|out of|of)(?: every)? (${SMALL})\\b`, 'i');
// "a third", "two thirds", "half"
const FRACTION = /\b(?:(an?|one|two|three|four) (thirds?|quarters?|fifths?)|(half))\b/i;

const NOT_LESS = /\b(more than|over(?! (?:the|\w+) years?)|at least|exceeds?|above|no fewer than|no less than)\b|\d\+/i;
const NOT_MORE = /\b(up to|as many as|as high as|at most|less than|fewer than|below)\b/i;
const ABOUT = /\b(about|around|approximately|some|nearly|almost|an? estimated|roughly|on the order of)\b/i;
const CHANGE =
  /\b(up(?! to)|increas\w*|rise|rises|rose|growth|grew|higher|lower|fell|drop\w*|declin\w*|tripl\w*|doubl\w*|aumento|de un)\b/i;
const COUNT = /\bnumbers? of\b|\bnúmero de\b/i;
const FLOW = /\b(every|each|per|a) year\b|\bannual(ly)?\b|\byearly\b/i;
export const PEOPLE =
  /\b(child(ren)?|girls?|boys?|wom[ae]n|m[ae]n|people|persons?|victims?|minors?|infants?|preadolescents|víctimas|vítimas)\b/i;
const CONTENT =
  /\b(reports?|web\s?pages?|urls?’?s?|images?|photos?|videos?|files?|contents?|materials?|recordings?|instances?|incidents?|items?)\b/i;
const SEXUAL = /\bsex/i;
const OF_ALL = /\b(all|worldwide|globally|in the world)\b/i;
const DETECTED = /\b(detected|reported|identified|recorded|known|registered|confirmed)\b/i;

/** What the words of a text say beside its numbers. */
export type SaidWords = Omit<PrintedFigure, 'numbers' | 'isRange'>;

/** Reads a printed wording. What it does not say stays null, empty or false. */
export function readPrinted(text: string): PrintedFigure {
  const numbers = numbersIn(text);
  return {
    ...readWords(text),
    numbers,
    isRange: numbers.length === 2 && RANGE.test(text) && !/^(?!.*\brang).*\bfrom\b/i.test(text),
  };
}

/** The same without the numbers, where these are known already. */
export function readWords(text: string): SaidWords {
  const [people, content] = [PEOPLE.test(text), CONTENT.test(text)];
  return {
    bound: boundIn(text),
    isChange: CHANGE.test(text),
    isCount: COUNT.test(text),
    isFlow: FLOW.test(text),
    years: yearsIn(text),
    things: people === content ? null : people ? 'people' : 'content',
    isSexual: SEXUAL.test(text),
    isOfAll: OF_ALL.test(text),
    isOfDetected: DETECTED.test(text),
  };
}

const RANGE = /\d\)?\s*(%|per\s?cent|percent)?\s*(-|–|—|\bto\b|\band\b)\s*\d/i;

function boundIn(text: string): Bound | null {
  if (NOT_LESS.test(text)) return 'at-least';
  if (NOT_MORE.test(text)) return 'at-most';
  return ABOUT.test(text) ? 'approximately' : null;
}

const YEAR = /\b(?:19|20)\d{2}\b/g;

function yearsIn(text: string): number[] {
  return [...text.matchAll(YEAR)].map((match) => Number(match[0]));
}

// "Millions" without a number: two million at least, and less than ten, or "tens of millions" would stand there.
const MANY = /(?:\b(tens|hundreds|thousands) of )?\b(thousands|millions|billions)\b/i;
const MANY_OF: Readonly<Record<string, number>> = {
  tens: 10,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
};

function manyOf([words, several = '', scale = '']: RegExpExecArray): PrintedNumber {
  const one = (MANY_OF[several.toLowerCase()] ?? 1) * (MANY_OF[scale.toLowerCase()] ?? 1);
  return {
    value: 2 * one,
    low: 2 * one,
    high: 10 * one,
    scale: 'plain',
    isFraction: false,
    words: words.toLowerCase(),
  };
}

/** The numbers of the figure: years are none of it. Fractions in words are percentages. */
function numbersIn(text: string): PrintedNumber[] {
  const share = fractionIn(text);
  if (share !== null) return [share];
  const points = /percentage points?\b/i.test(text);
  const found = findNumbers(text).flatMap(({ start, end, value, percent }) => {
    const printed = text.slice(start, end);
    if (!percent && /^(?:19|20)\d{2}$/.test(printed)) return [];
    const scale: Scale = points ? 'points' : percent ? 'per-cent' : 'plain';
    const number = (read: number, figures: number): PrintedNumber => ({
      value: read,
      scale,
      isFraction: false,
      words: null,
      ...spanOf(text, start, read, figures),
    });
    // "50.000" is fifty in English and fifty thousand elsewhere: both are offered, and the nearer one counts.
    const grouped = /^\d{1,3}(?:\.\d{3})+$/.test(printed) ? Number(printed.replaceAll('.', '')) : null;
    const own = number(value, significantFigures(printed));
    return grouped === null ? [own] : [own, number(grouped, significantFigures(grouped))];
  });
  const many = found.length === 0 ? MANY.exec(text) : null;
  return many === null ? found : [manyOf(many)];
}

/**
 * What a printed number can stand for. "Nearly two million" is somewhat less, "more than 20 million" somewhat more,
 * by up to one unit of the last digit that counts; any other is rounded to the nearest.
 */
function spanOf(text: string, start: number, value: number, figures: number): { low: number; high: number } {
  const { low, high } = roundingInterval(value, figures);
  const unit = high - low;
  const before = text.slice(0, start);
  if (/\b(nearly|almost|close to|less than|under)\s*$/i.test(before)) return { low: value - unit, high: value };
  if (/\b(more than|over|exceeds|above)\s*$/i.test(before)) return { low: value, high: value + unit };
  return { low, high };
}

function fractionIn(text: string): PrintedNumber | null {
  const share = SHARE_OF.exec(text);
  if (share !== null) return fraction(text, share, smallNumber(share[1]), smallNumber(share[2]));
  const part = FRACTION.exec(text);
  if (part === null) return null;
  if (part[3] !== undefined) return fraction(text, part, 1, 2);
  return fraction(
    text,
    part,
    /^an?$/i.test(part[1] ?? '') ? 1 : smallNumber(part[1]),
    PARTS[(part[2] ?? '').toLowerCase()] ?? 1,
  );
}

function smallNumber(word = ''): number {
  const index = NUMBER_WORDS.indexOf(word.toLowerCase());
  return index < 0 ? Number(word) : index + 1;
}

/**
 * k in n as a percentage. One in n is the nearest whole n: one in five stands for 1/5.5 to 1/4.5. Its complement
 * (two thirds, nine in ten) is as sharp; any other is right to half a part.
 */
function fraction(text: string, match: RegExpExecArray, part: number, whole: number): PrintedNumber | null {
  if (!(part > 0 && part < whole)) return null;
  const one = (k: number): [number, number] =>
    k === 1 ? [1 / (whole + HALF), 1 / (whole - HALF)] : [(k - HALF) / whole, (k + HALF) / whole];
  const [low, high] =
    part === whole - 1 && part > 1
      ? one(1)
          .map((share) => 1 - share)
          .reverse()
      : one(part);
  const value = (part / whole) * 100;
  const span = { low: (low ?? 0) * 100, high: (high ?? 0) * 100 };
  const [before = ''] = /\b(nearly|almost|less than|more than|over)\s*$/i.exec(text.slice(0, match.index)) ?? [];
  if (/nearly|almost|less/i.test(before)) span.high = value;
  if (/more|over/i.test(before)) span.low = value;
  return { value, ...span, scale: 'per-cent', isFraction: true, words: `${before}${match[0]}`.toLowerCase() };
}
