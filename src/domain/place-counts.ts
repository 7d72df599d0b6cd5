import type { Reliability } from './grade';

/** The claims of one place, and of all places inside it. */
export type PlaceCount = {
  /** ISO 3166-1 alpha-2 of a country, UN M49 of an area or of the world. */
  code: string;
  name: string;
  kind: 'world' | 'region' | 'subregion' | 'country';
  /** Claims whose place it is. */
  own: number;
  /** These, and the claims of every place inside it: what the claim list shows for it. */
  within: number;
  bestReliability: Reliability;
  latestYear: number | null;
};

/** Most claims first; places with as many by name. */
export function byCount(places: readonly PlaceCount[]): PlaceCount[] {
  return [...places].sort((a, b) => b.own - a.own || b.within - a.within || a.name.localeCompare(b.name, 'en'));
}

/**
 * The finding of a map in a sentence.
 *
 * @param countries with a claim; @param total how many countries and territories there are
 */
export function mapFinding(countries: readonly PlaceCount[], total: number): string {
  if (countries.length === 0) return `None of ${total} countries and territories has a claim of its own.`;
  const first = byCount(countries)
    .slice(0, 3)
    .map(({ name, own }) => `${name} (${own.toLocaleString('en-GB')})`);
  const last = first.pop() ?? '';
  const named = first.length === 0 ? last : `${first.join(', ')} and ${last}`;
  if (countries.length === 1) return `1 of ${total} countries and territories has claims of its own: ${named}.`;
  const those = countries.length > 3 ? '; those with most are ' : ': ';
  return `${countries.length} of ${total} countries and territories have claims of their own${those}${named}.`;
}

/** Round numbers to step by: 1, 2, 5, 10, 20, 50 … */
const ROUND = Array.from({ length: 18 }, (_, i) => [1, 2, 5].map((digit) => digit * 10 ** i)).flat();

const STEPS_MAX = 5;

/**
 * Where each step of a scale of colours begins: 1 first, then round numbers up to the largest, at most five in all.
 *
 * @param largest the largest count, a whole number of one or more
 */
export function countSteps(largest: number): number[] {
  const reached = ROUND.filter((number) => number <= Math.max(largest, 1));
  if (reached.length <= STEPS_MAX) return reached;
  const steps = Array.from(
    { length: STEPS_MAX },
    (_, i) => reached[Math.round((i * (reached.length - 1)) / (STEPS_MAX - 1))] ?? 1,
  );
  return [...new Set(steps)];
}

/** The step a count falls into, from 0. */
export function stepOf(count: number, steps: readonly number[]): number {
  return Math.max(0, steps.filter((step) => step <= count).length - 1);
}

/** What a step holds, in words: `2–4`, `20 and more`. */
export function stepText(index: number, steps: readonly number[]): string {
  const [from = 1, next] = [steps[index], steps[index + 1]];
  if (next === undefined) return `${from.toLocaleString('en-GB')} and more`;
  return next - 1 === from
    ? from.toLocaleString('en-GB')
    : `${from.toLocaleString('en-GB')}–${(next - 1).toLocaleString('en-GB')}`;
}
