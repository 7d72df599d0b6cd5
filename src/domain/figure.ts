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
    for (const message of figureFaults(figure)) context.addIssue({ code: 'custom', message });
  });
export type Figure = z.infer<typeof Figure>;

type FigureParts = {
  kind: FigureKind;
  value: number | null;
  low: number | null;
  high: number | null;
  direction: Direction | null;
};

/**
 * What is impossible about a figure, as sentences; empty when it can stand. The database holds the
 * same rules as CHECK constraints, so that no road leads round them.
 */
export function figureFaults({ kind, value, low, high, direction }: FigureParts): string[] {
  const faults: string[] = [];
  const numbers = [value, low, high].filter((n) => n !== null);
  if (kind === 'direction') {
    if (direction === null) faults.push('a direction must say which way');
    if (numbers.length > 0) faults.push('a direction has no number');
    return faults;
  }
  if (direction !== null) faults.push('only a figure of kind direction has a direction');
  if (numbers.length === 0) faults.push('a figure needs a point value, a low or a high');
  if (low !== null && high !== null && low > high) faults.push('low is above high');
  if (value !== null && low !== null && value < low) faults.push('the point value is below low');
  if (value !== null && high !== null && value > high) faults.push('the point value is above high');
  if (kind === 'percentage' && numbers.some((n) => n < 0 || n > 100)) {
    faults.push('a percentage lies between 0 and 100');
  }
  if ((kind === 'count' || kind === 'rate' || kind === 'ratio') && numbers.some((n) => n < 0)) {
    faults.push(`a ${kind} is never negative`);
  }
  return faults;
}
