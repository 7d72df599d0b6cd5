import { numberText } from '../figure-text';
import { significantFigures } from '../rounding';
import type { ArithmeticClaim } from './finding';
import { centreOf, type Span } from './span';

// How numbers are written in an equation: in one scale, so that a reader can add them up as they stand.

type Figure = ArithmeticClaim['figure'];

/** One way of writing all numbers of an equation, and the word that follows the last: ` million`, ` %`, or nothing. */
export type Notation = { write: (span: Span) => string; after: string };

/** In millions where that takes at most three decimals for each number, else in full. */
export function notationFor(figures: readonly Figure[], others: readonly number[] = []): Notation {
  const after = figures.some(({ kind }) => kind === 'percentage') ? ' %' : '';
  const numbers = [...figures.map(centreOf).flatMap((span) => (span === null ? [] : [span.low, span.high])), ...others];
  const inMillions = numbers.some((n) => Math.abs(n) >= 1e6) && numbers.every((n) => Number.isInteger(n / 1e3));
  return inMillions && after === ''
    ? { write: (span) => spanText(span, (n) => decimal(n / 1e6)), after: ' million' }
    : { write: (span) => spanText(span, decimal), after };
}

function decimal(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 3 }).replace('-', '−');
}

function spanText({ low, high }: Span, write: (value: number) => string): string {
  return low === high ? write(low) : `${write(low)}–${write(high)}`;
}

/** A computed number with the figures of the stated one, two at least: more would feign exactness. */
export function likeStated(computed: Span, stated: Figure): Span {
  const figures = Math.max(
    2,
    ...[stated.value, stated.low, stated.high].map((n) => (n === null ? 0 : significantFigures(n))),
  );
  const round = (value: number) => Number(value.toPrecision(figures));
  return { low: round(computed.low), high: round(computed.high) };
}

/** `at least 2 million`: the words of a bound before a stated number. */
export function boundWords({ bound, value, low, high }: Figure): string {
  if (bound === 'at-least' || (value === null && high === null)) return 'at least ';
  return bound === 'at-most' || (value === null && low === null) ? 'at most ' : '';
}

/** The end of an equation: what was computed against what is stated. */
export function against(computed: Span, stated: Figure, { write, after }: Notation): string {
  const centre = centreOf(stated) ?? computed;
  const same = write(computed) === write(centre) && boundWords(stated) === '';
  return `${write(computed)}${after}${same ? ', as stated' : `; stated: ${boundWords(stated)}${write(centre)}${after}`}`;
}

/** The span that rounding leaves, in words: `4.48 million to 4.71 million`. Percentages carry their sign. */
export function spanWords({ low, high }: Span, after = ''): string {
  const write = (value: number) => `${numberText(Number(value.toPrecision(3))).replace('-', '−')}${after}`;
  if (!Number.isFinite(high)) return `${write(low)} or more`;
  return Number.isFinite(low) ? `${write(low)} to ${write(high)}` : `${write(high)} or less`;
}

/** The first, second and last of a long list of terms. */
export function shortened(terms: readonly string[]): string {
  if (terms.length <= 8) return terms.join(' + ');
  return `${terms[0]} + ${terms[1]} + … + ${terms.at(-1)} (${terms.length} numbers)`;
}

/** Ids by their number: C9 before C10. */
export function byNumber(ids: readonly string[]): string[] {
  return [...ids].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}
