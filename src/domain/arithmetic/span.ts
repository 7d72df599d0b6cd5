import { roundingInterval, significantFigures } from '../rounding';
import { findNumbers } from '../text/numbers';
import type { ArithmeticClaim, NumberSpan } from './finding';

/** Every quantity a figure can stand for, both ends included; an open end is infinite. */
export type Span = { low: number; high: number };

type Figure = ArithmeticClaim['figure'];

/**
 * The span of a figure: the rounding interval of its point, or from that of its low to that of its high; open upwards
 * for "at least", downwards for "at most". Beside a point, low and high are the uncertainty of an estimate: they say
 * nothing about how it adds up, and are left out. A percentage is taken to be given to the whole per cent at least, so
 * that 20 is 19.5 to 20.5; anything else, as zeros at its end tell. Null for a figure without a number.
 */
export function spanOf(figure: Figure): Span | null {
  const ends = [figure.value ?? figure.low, figure.value ?? figure.high];
  const [low, high] = ends.map((end) => (end === null || end === undefined ? null : rounded(end, figure)));
  if (!low && !high) return null;
  return {
    low: low && figure.bound !== 'at-most' ? low.low : leastOf(figure),
    high: high && figure.bound !== 'at-least' ? high.high : mostOf(figure),
  };
}

const isChange = ({ kind }: Figure) => kind === 'percent-change' || kind === 'percentage-points';
const leastOf = (figure: Figure) => (isChange(figure) ? Number.NEGATIVE_INFINITY : 0);
const mostOf = ({ kind }: Figure) => (kind === 'percentage' ? 100 : Number.POSITIVE_INFINITY);

function rounded(value: number, figure: Figure): Span {
  const printed = figure.asPrinted ?? '';
  const [first] = findNumbers(printed);
  const figures = significantFigures(first?.value === value ? printed : value);
  const { low, high } = roundingInterval(value, figures);
  const half = figure.kind.startsWith('percent') ? 0.5 : Number.POSITIVE_INFINITY;
  return {
    low: Math.max(low, value - half, value > 0 ? 0 : low),
    high: Math.min(high, value + half, figure.kind === 'percentage' ? 100 : high),
  };
}

/** The number in the middle of an equation: the point, or low and high where there is a range. */
export function centreOf({ value, low, high }: Figure): Span | null {
  if (value !== null) return { low: value, high: value };
  const either = low ?? high;
  return either === null ? null : { low: low ?? either, high: high ?? either };
}

export function sum(spans: readonly Span[]): Span {
  const add = (numbers: readonly number[]) => tidy([...numbers].sort((a, b) => a - b).reduce((a, b) => a + b, 0));
  return { low: add(spans.map((span) => span.low)), high: add(spans.map((span) => span.high)) };
}

/** The differences, from the smallest to the largest, between two quantities. */
export function difference(from: Span, to: Span): Span {
  return { low: tidy(to.low - from.high), high: tidy(to.high - from.low) };
}

/** The quotients of two quantities of which neither is negative; open upwards where the divisor may be 0. */
export function quotient(from: Span, to: Span): Span {
  const divide = (a: number, b: number) => (b === 0 ? Number.POSITIVE_INFINITY : a / b);
  return {
    low: Number.isFinite(from.high) ? divide(to.low, from.high) : 0,
    high: divide(to.high, from.low),
  };
}

/** So many per cent (0–100) of a quantity. */
export function shareOf(share: Span, total: Span): Span {
  const times = (a: number, b: number) => (a === 0 ? 0 : tidy((a * b) / 100));
  return { low: times(share.low, total.low), high: times(share.high, total.high) };
}

export function scale({ low, high }: Span, by: (end: number) => number): Span {
  return { low: tidy(by(low)), high: tidy(by(high)) };
}

// Binary fractions miss decimal ends by less than this.
const NEARLY = 1e-9;

export function overlaps(a: Span, b: Span): boolean {
  return !isAbove(a, b) && !isAbove(b, a);
}

/** Whether every quantity of one lies above every quantity of the other. */
export function isAbove(a: Span, b: Span): boolean {
  return a.low - b.high > NEARLY * Math.max(Math.abs(a.low), Math.abs(b.high));
}

export function isOpen({ low, high }: Span): boolean {
  return !Number.isFinite(low) || !Number.isFinite(high);
}

/** A span with its point for a finding: infinite ends become null. */
export function numberSpan(centre: Span | null, { low, high }: Span): NumberSpan {
  const closed = (end: number) => (Number.isFinite(end) ? end : null);
  return {
    value: centre !== null && centre.low === centre.high ? closed(centre.low) : null,
    low: closed(low),
    high: closed(high),
  };
}

function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : value;
}
