import { z } from 'zod';

/** What sort of number a figure is. `direction` is a claim of trend or association without a number. */
export const FigureKind = z.enum([
  'count',
  'percentage',
  'percentage-points',
  'percent-change',
  'rate',
  'ratio',
  'direction',
]);
export type FigureKind = z.infer<typeof FigureKind>;

/** How the printed number bounds the quantity. */
export const Bound = z.enum(['exact', 'approximately', 'at-least', 'at-most']);
export type Bound = z.infer<typeof Bound>;

/** What a low–high pair is: the spread of estimates, or a 95 % confidence or uncertainty interval. */
export const IntervalKind = z.enum(['range', 'interval-95', 'not-stated']);
export type IntervalKind = z.infer<typeof IntervalKind>;

/** The trend or association a numberless claim asserts. */
export const Direction = z.enum(['increases', 'decreases', 'no-effect', 'contested']);
export type Direction = z.infer<typeof Direction>;

/** Wording quoted from a source: at most eight words, so that sentences are always our own. */
export const Printed = z
  .string()
  .min(1)
  .refine((text) => text.trim().split(/\s+/).length <= 8, 'at most eight words of a source');

/**
 * A figure (schema.org QuantitativeValue). Percentages are on the scale 0–100, never 0–1.
 * Point, low and high are in `unit`; a figure of kind `direction` has no number at all.
 */
export const Figure = z
  .strictObject({
    kind: FigureKind,
    value: z.number().nullable().describe('The point value, or null where only a range is stated.'),
    low: z.number().nullable(),
    high: z.number().nullable(),
    interval: IntervalKind.nullable().describe('What low and high are; null where there are none.'),
    unit: z.string().min(1).describe('What one of it is: "children", "reports", "per cent".'),
    bound: Bound,
    direction: Direction.nullable().describe('Only for kind "direction".'),
    asPrinted: Printed.nullable().describe('The number as its origin printed it.'),
    of: z.string().min(1).nullable().describe('The denominator, for shares, rates and ratios.'),
  })
  .superRefine((figure, context) => {
    for (const { at, message } of figureFaults(figure)) context.addIssue({ code: 'custom', message, path: [at] });
  });
export type Figure = z.infer<typeof Figure>;

/** A figure as far as it is filled in. */
export type FigureParts = {
  kind: FigureKind | null;
  value: number | null;
  low: number | null;
  high: number | null;
  direction: Direction | null;
};

/** What is wrong with a figure, and with which part of it. */
export type FigureFault = { at: 'value' | 'low' | 'high' | 'interval' | 'direction'; message: string };

/** The numbers of a figure that it has, each with its place. */
export function numbersOf({ value, low, high }: Pick<FigureParts, 'value' | 'low' | 'high'>) {
  return (
    [
      ['value', value],
      ['low', low],
      ['high', high],
    ] as const
  ).flatMap(([at, number]) => (number === null ? [] : [{ at, number }]));
}

/**
 * What contradicts itself in a figure, as sentences that follow the name of its part; empty when it can stand. The database
 * holds the same rules as CHECK constraints, so that no road leads round them. What else no figure can be stands in
 * possible.ts.
 */
export function figureFaults(figure: FigureParts): FigureFault[] {
  const { kind, value, low, high, direction } = figure;
  const faults: FigureFault[] = [];
  const numbers = numbersOf(figure);
  if (kind === 'direction') {
    if (direction === null)
      faults.push({ at: 'direction', message: 'must say which way, where a figure is a direction' });
    return [...faults, ...numbers.map(({ at }) => ({ at, message: 'must be empty: a direction has no number' }))];
  }
  if (kind !== null && direction !== null) {
    faults.push({ at: 'direction', message: 'must be empty: only a figure of kind direction has one' });
  }
  if (kind !== null && numbers.length === 0) {
    faults.push({ at: 'value', message: 'is needed, or a low or a high: a figure has a number' });
  }
  if (low !== null && high !== null && low > high) faults.push({ at: 'low', message: 'is above the high value' });
  if (value !== null && low !== null && value < low) faults.push({ at: 'value', message: 'is below the low value' });
  if (value !== null && high !== null && value > high) faults.push({ at: 'value', message: 'is above the high value' });
  for (const { at, number } of numbers) {
    if (kind === 'percentage' && (number < 0 || number > 100)) {
      faults.push({ at, message: 'must lie between 0 and 100, as a percentage' });
    }
    if ((kind === 'count' || kind === 'rate' || kind === 'ratio') && number < 0) {
      faults.push({ at, message: `may not be negative, as a ${kind}` });
    }
  }
  return faults;
}
