import { z } from 'zod';

/**
 * What an aspect says about setting the claims side by side.
 *
 * - `same`: they agree in it, or it does not apply to them
 * - `differs`: worth knowing, and no obstacle
 * - `forbids`: to compare them, or to draw them on one axis, would mislead
 * - `unknown`: not established for at least one, so nobody can say
 */
export const Verdict = z.enum(['same', 'differs', 'forbids', 'unknown']);
export type Verdict = z.infer<typeof Verdict>;

export const Aspect = z.enum([
  'definition',
  'figure-kind',
  'unit',
  'denominator',
  'population',
  'ages',
  'place',
  'period',
  'measure',
  'method',
  'interval',
  'bound',
  'grade',
  'status',
  'series',
  'relations',
]);
export type Aspect = z.infer<typeof Aspect>;

/** What each aspect is called on a page and in a file. */
export const ASPECT: Readonly<Record<Aspect, string>> = {
  definition: 'Definition',
  'figure-kind': 'Kind of figure',
  unit: 'What is counted',
  denominator: 'Out of',
  population: 'Population',
  ages: 'Ages',
  place: 'Place',
  period: 'Period',
  measure: 'Stock or flow',
  method: 'Method',
  interval: 'Interval',
  bound: 'Bound',
  grade: 'Grades',
  status: 'Status',
  series: 'Series',
  relations: 'Related to each other',
};

/** A mark and a word for each verdict, so that neither colour nor the mark stands alone. */
export const VERDICT: Readonly<Record<Verdict, { mark: string; label: string }>> = {
  same: { mark: '=', label: 'Same' },
  differs: { mark: '≠', label: 'Differs' },
  forbids: { mark: '×', label: 'Forbids' },
  unknown: { mark: '?', label: 'Not established' },
};
