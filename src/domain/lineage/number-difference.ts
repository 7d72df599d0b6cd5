import type { Bound, Figure } from '../figure';
import { numberText } from '../figure-text';
import type { Difference } from './difference';
import { roundingInterval, significantFigures } from '../rounding';
import type { PrintedFigure, PrintedNumber, Scale } from './printed-figure';

/** What a statement gives as its number: a point with the span it can stand for, or a range without a point. */
type Given = {
  point: number | null;
  low: number;
  high: number;
  scale: Scale;
  bound: Bound | null;
  isFraction: boolean;
  /** As it is said where it is no plain number. */
  words: string | null;
};

/** A statement's number may stand in its claim, in its printed words, or in both. */
export type Numbered = {
  figure: Figure;
  printed: PrintedFigure | null;
  isOrigin: boolean;
  /** States another claim than what it drew from: without a wording, its number is the claim's. */
  isOfOtherClaim: boolean;
};

/**
 * How the number itself changed: rounded (what it drew from lies within the rounding interval of what it prints),
 * inflated or deflated beyond that; a range of which one end is left; a bound dropped or turned round.
 */
export function numberDifference(before: Numbered, after: Numbered): Difference[] {
  const [given, passed] = numbersOf(before, after);
  if (given === null || passed === null) return [];
  return [...changeOfNumber(given, passed), ...changeOfBound(given, passed)];
}

/** Whether both numbers could be read and are of one scale, so that the one can be held against the other. */
export function areNumbersKnown(before: Numbered, after: Numbered): boolean {
  return numbersOf(before, after)[1] !== null;
}

function numbersOf(before: Numbered, after: Numbered): [Given, Given] | [Given | null, null] {
  const given = givenBy(before, null);
  const isSilent = after.printed === null ? !after.isOfOtherClaim : after.printed.numbers.length === 0;
  const passed = given === null || isSilent ? null : givenBy(after, given);
  if (given === null || passed === null || !isSameScale(given.scale, passed.scale)) return [given, null];
  return isOtherScaleWord(given, passed) ? [given, null] : [given, passed];
}

/** Off by exactly a thousand, or a million: a scale word of a language that is not read here, and not a distortion. */
function isOtherScaleWord(given: Given, passed: Given): boolean {
  if (given.point === null || passed.point === null) return false;
  return [1e3, 1e6, 1e9].some((factor) => isSame(given.point ?? 0, (passed.point ?? 0) * factor));
}

const isSameScale = (one: Scale, other: Scale) => (one === 'plain') === (other === 'plain');

function scaleOf({ kind }: Figure): Scale {
  if (kind === 'percentage-points') return 'points';
  return kind === 'percentage' || kind === 'percent-change' ? 'per-cent' : 'plain';
}

/**
 * The number a statement gives. An origin's is that of its claim, however it worded it; whoever passes it on gives what
 * is printed there. A ratio is no number to compare: "tripled over 15 years" has a number that is not it.
 */
function givenBy({ figure, printed, isOrigin }: Numbered, like: Given | null): Given | null {
  if (figure.kind === 'ratio') return null;
  const own = ofClaim(figure, isOrigin ? printed : null, like === null);
  if (isOrigin && own !== null) return own;
  // What prints a number of another scale gives no number of this one.
  return printed !== null && printed.numbers.length > 0 ? ofPrint(figure, printed, like) : own;
}

function ofPrint(figure: Figure, printed: PrintedFigure | null, like: Given | null): Given | null {
  if (printed === null) return null;
  const wanted = like?.scale ?? scaleOf(figure);
  const [first, second, ...more] = printed.numbers.filter((number) => isSameScale(number.scale, wanted));
  const target = like?.point ?? like?.high ?? figure.value ?? figure.high ?? figure.low;
  if (first === undefined || target === null) return null;
  if (printed.isRange && second !== undefined && first.value <= second.value) {
    return {
      point: null,
      low: first.value,
      high: second.value,
      scale: first.scale,
      bound: printed.bound,
      isFraction: false,
      words: null,
    };
  }
  const { value, low, high, scale, isFraction, words } = nearest(
    [first, ...(second === undefined ? [] : [second]), ...more],
    target,
  );
  return { point: value, low, high, scale, bound: printed.bound, isFraction, words };
}

const rounded = (value: number) => roundingInterval(value, significantFigures(value));

/** @param isExact a number that is passed on stands for what rounds to it; one that is drawn on stands for itself */
function ofClaim(figure: Figure, printed: PrintedFigure | null, isExact: boolean): Given | null {
  const { value, low, high } = figure;
  const rest = { scale: scaleOf(figure), bound: printed?.bound ?? figure.bound, isFraction: false, words: null };
  if (value !== null) return { point: value, ...(isExact ? { low: value, high: value } : rounded(value)), ...rest };
  return low === null || high === null ? null : { point: null, low, high, ...rest };
}

/** Of several numbers the one that can have come from the target: the nearest by ratio. */
function nearest(numbers: readonly PrintedNumber[], target: number): PrintedNumber {
  const distance = ({ value }: PrintedNumber) =>
    value > 0 && target > 0 ? Math.abs(Math.log(value / target)) : Math.abs(value - target);
  return numbers.reduce((best, number) => (distance(number) < distance(best) ? number : best));
}

function changeOfNumber(given: Given, passed: Given): Difference[] {
  const label = `${textOf(given)} → ${textOf(passed)}`;
  const number = (kind: 'rounded' | 'inflated' | 'deflated'): Difference[] => [{ kind, aspect: 'number', label }];
  if (given.point === null) {
    if (passed.point === null)
      return isSame(given.low, passed.low) && isSame(given.high, passed.high)
        ? []
        : number(passed.high > given.high ? 'inflated' : 'deflated');
    const inside = passed.high >= given.low && passed.low <= given.high;
    if (inside) return [{ kind: 'caveat-dropped', aspect: 'interval', label }];
    return number(passed.point > given.high ? 'inflated' : 'deflated');
  }
  if (passed.point === null)
    return given.point >= passed.low && given.point <= passed.high
      ? []
      : number(passed.low > given.point ? 'inflated' : 'deflated');
  if (isSame(given.point, passed.point) || (passed.point >= given.low && passed.point <= given.high)) return [];
  if (passed.isFraction && Math.abs(given.point - passed.point) < 0.5) return [];
  // "Less than 1 %" is true of 0.37 %, whatever it leaves out.
  if (passed.bound === 'at-most' && given.point <= passed.point && given.bound !== 'at-least') return [];
  if (given.point >= passed.low && given.point <= passed.high) return number('rounded');
  return number(passed.point > given.point ? 'inflated' : 'deflated');
}

const BOUND_TEXT: Readonly<Record<Bound, string>> = {
  exact: 'exactly',
  approximately: 'about',
  'at-least': 'at least',
  'at-most': 'at most',
};

/**
 * "At least" and "at most" dropped or turned round. That a number is about right is said by "about" in print only:
 * most figures are estimates and few words print that.
 */
function changeOfBound(given: Given, passed: Given): Difference[] {
  const [before, after] = [given.bound, passed.bound];
  const bound = (kind: 'caveat-dropped' | 'transcription', to: Bound | null): Difference[] => [
    {
      kind,
      aspect: 'bound',
      label: `${before === null ? 'a plain number' : BOUND_TEXT[before]} → ${to === null ? 'a plain number' : BOUND_TEXT[to]}`,
    },
  ];
  if (before === 'at-least' || before === 'at-most') {
    if (after === null || after === 'exact') return bound('caveat-dropped', after);
    if (after !== before && after !== 'approximately') return bound('transcription', after);
    return [];
  }
  // "Less than 1 %" of 0.37 % sets no new bound to the number; "as many as 1.8 million" of 1.8 million does.
  const isBounded = after === 'at-most' || after === 'at-least';
  const isEqual =
    given.point !== null &&
    passed.point !== null &&
    (isSame(given.point, passed.point) || (passed.isFraction && Math.abs(given.point - passed.point) < 0.5));
  if (isBounded && isEqual) return bound('transcription', after);
  return [];
}

/** Equal but for what binary numbers lose. */
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
}

function textOf({ point, low, high, scale, words }: Given): string {
  if (words !== null) return words;
  const write = numberText;
  const suffix = scale === 'plain' ? '' : scale === 'points' ? ' points' : ' %';
  return `${point === null ? `${write(low)}–${write(high)}` : write(point)}${suffix}`;
}
