import { z } from 'zod';

/**
 * Bands of age within childhood, in completed years. The upper end is that of the Convention on the Rights of the Child
 * (article 1: below 18). The cut at 10 is where adolescence begins for the World Health Organization (10–19), that
 * between 14 and 15 where the five-year groups of population statistics part.
 */
export const AgeBand = z.enum(['under-10', '10-14', '15-17']);
export type AgeBand = z.infer<typeof AgeBand>;

/** First and last completed year of each band. */
const YEARS: Readonly<Record<AgeBand, readonly [first: number, last: number]>> = {
  'under-10': [0, 9],
  '10-14': [10, 14],
  '15-17': [15, 17],
};

/**
 * The bands that a claim says something of: those that its age range overlaps. Only a range narrower than all of
 * childhood counts, one that begins after birth or ends before 17: "children under 18" says nothing of any band.
 * Adults are in none.
 *
 * @param ages completed years, both inclusive; null is an end that was not stated
 */
export function ageBandsOf({ ageMin, ageMax }: { ageMin: number | null; ageMax: number | null }): AgeBand[] {
  const first = ageMin ?? 0;
  const last = ageMax ?? Number.POSITIVE_INFINITY;
  if (first === 0 && last >= 17) return [];
  return AgeBand.options.filter((band) => first <= YEARS[band][1] && last >= YEARS[band][0]);
}

/**
 * An age range in words: `5–17 years`, `under 18 years`. From birth on is no lower limit where there is an upper one:
 * 0–17 and "under 18" are the same people, and get the same words. Null: no age is stated.
 *
 * @param ages completed years, both inclusive; null is an end that was not stated
 */
export function ageRangeText({ ageMin, ageMax }: { ageMin: number | null; ageMax: number | null }): string | null {
  const from = ageMin === 0 && ageMax !== null ? null : ageMin;
  if (from !== null && ageMax !== null) return `${from}–${ageMax} years`;
  if (from !== null) return `${from} years and over`;
  if (ageMax === null) return null;
  return ageMax === 17 ? 'under 18 years' : `up to ${ageMax} years`;
}
