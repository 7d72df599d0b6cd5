import type { Scale } from './scales';

// How far two editors agree, from the answers that they gave before they saw each other's.

/** How often the first answered `first` and the second `second`. */
export type PairCount = { first: string; second: string; count: number };

export type Agreement = {
  /** Pairs of answers. */
  n: number;
  /** Share of pairs with the same answer, 0–1; null of none. */
  raw: number | null;
  /** Chance-corrected, at most 1; null below ten pairs, and where both always gave one and the same answer. */
  kappa: number | null;
  /** 95 % interval of kappa; null where there are too few pairs for it. */
  interval: { low: number; high: number } | null;
  weighting: 'linear' | 'none';
};

/** Below ten pairs kappa is left out: one pair more or less would change it beyond recognition. Our own choice. */
export const PAIRS_MIN = 10;

/**
 * How many pairs the interval takes: twice the square of the number of categories. Cicchetti DV, Applied Psychological
 * Measurement 1981;5:101–104, for the standard error of Fleiss, Cohen and Everitt.
 */
export function pairsForInterval(categories: number): number {
  return 2 * categories * categories;
}

/**
 * Disagreement between two categories, 0–1. Along an order it grows in equal steps (linear weights); a category apart
 * from the order is one whole disagreement away from every other. Cohen leaves the weights to whoever knows the matter
 * (Psychological Bulletin 1968;70:213–220). Without any order each disagreement weighs the same: kappa of 1960.
 */
export function disagreement({ ordered }: Scale, a: string, b: string): number {
  if (a === b) return 0;
  const [i, j] = [ordered.indexOf(a), ordered.indexOf(b)];
  return i < 0 || j < 0 ? 1 : Math.abs(i - j) / (ordered.length - 1);
}

/** Raw agreement and kappa. @throws Error for an answer that the scale does not have */
export function agreementOf(scale: Scale, pairs: readonly PairCount[]): Agreement {
  const categories = [...scale.ordered, ...scale.apart];
  const n = pairs.reduce((sum, { count }) => sum + count, 0);
  const weighting = scale.ordered.length > 2 ? 'linear' : 'none';
  if (n === 0) return { n, raw: null, kappa: null, interval: null, weighting };
  const table = categories.map(() => categories.map(() => 0));
  for (const { first, second, count } of pairs) {
    const [i, j] = [categories.indexOf(first), categories.indexOf(second)];
    const row = table[i];
    if (row === undefined || j < 0) throw new Error(`"${first}" or "${second}" is no answer of this scale`);
    row[j] = (row[j] ?? 0) + count / n;
  }
  const raw = table.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const weights = categories.map((a) => categories.map((b) => 1 - disagreement(scale, a, b)));
  const found = n < PAIRS_MIN ? null : weightedKappa(table, weights, n);
  const enough = n >= pairsForInterval(categories.length);
  return { n, raw, kappa: found?.kappa ?? null, interval: enough ? (found?.interval ?? null) : null, weighting };
}

type Table = readonly (readonly number[])[];

/**
 * Weighted kappa (Cohen 1968) with the large-sample standard error of Fleiss JL, Cohen J, Everitt BS, Psychological
 * Bulletin 1969;72:323–327. Null where chance alone would already agree: then nothing is left to explain.
 *
 * @param table proportions of all pairs, rows of the first; @param weights of agreement, 1 on the diagonal
 */
export function weightedKappa(
  table: Table,
  weights: Table,
  n: number,
): { kappa: number; standardError: number; interval: { low: number; high: number } } | null {
  const size = table.length;
  const cell = (rows: Table, i: number, j: number) => rows[i]?.[j] ?? 0;
  const over = (sum: (i: number) => number) => Array.from({ length: size }, (_, i) => sum(i));
  const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rows = over((i) => total(over((j) => cell(table, i, j))));
  const columns = over((j) => total(over((i) => cell(table, i, j))));
  const everywhere = (value: (i: number, j: number) => number) => total(over((i) => total(over((j) => value(i, j)))));
  const observed = everywhere((i, j) => cell(weights, i, j) * cell(table, i, j));
  const expected = everywhere((i, j) => cell(weights, i, j) * (rows[i] ?? 0) * (columns[j] ?? 0));
  if (1 - expected < 1e-12) return null;
  const kappa = (observed - expected) / (1 - expected);
  const ofRow = over((i) => total(over((j) => cell(weights, i, j) * (columns[j] ?? 0))));
  const ofColumn = over((j) => total(over((i) => cell(weights, i, j) * (rows[i] ?? 0))));
  const spread = everywhere((i, j) => {
    const inner = cell(weights, i, j) - ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) * (1 - kappa);
    return cell(table, i, j) * inner * inner;
  });
  const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2);
  const standardError = Math.sqrt(Math.max(0, variance));
  const interval = { low: kappa - 1.96 * standardError, high: Math.min(1, kappa + 1.96 * standardError) };
  return { kappa, standardError, interval };
}
