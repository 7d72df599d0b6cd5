import { z } from 'zod';

// Why two records may be of the same thing. Forms and imports give the same reasons, in the same words.

/**
 * Share of trigrams that two titles have in common from which they are called nearly the same (pg_trgm's similarity, after
 * case, accents and punctuation were taken off).
 *
 * Measured on the 296 bundled sources, 25 November 2026. Of the 742 pairs from 0.3 on whose titles are not placeholders,
 * the six that are really of one work have 0.80 and more; 151 pairs have 0.6, 228 have 0.5, and of the 77 in between none
 * is of one work (they are years of one report series). Of the bundled titles changed by hand, 0.6 finds as many as 0.5:
 * all 296 with a letter missing, all 286 with a word missing, 293 of 296 with two words more. What it misses are titles cut
 * at half or at their subtitle (80 of 287, where 0.5 finds 176): those begin the same, which is a reason of its own.
 */
export const ALIKE = 0.6;

/** Characters from which the beginning of a title is enough: somebody is still typing it, or left a subtitle out. */
export const BEGINNING_MIN = 12;

/** The strongest first: of several, a pair has the first. */
export const DuplicateReason = z.enum([
  'doi',
  'title',
  'figure-and-period',
  'title-of-another-year',
  'figure',
  'title-alike',
  'title-begins',
  'figure-alone',
]);
export type DuplicateReason = z.infer<typeof DuplicateReason>;

type Reason = {
  /** After "a duplicate of S12:". */
  text: string;
  /** Whether it is taken for the same without asking anybody. */
  certain: boolean;
};

export const DUPLICATE_REASON: Readonly<Record<DuplicateReason, Reason>> = {
  doi: { text: 'the same DOI', certain: true },
  title: { text: 'the same title', certain: true },
  'figure-and-period': { text: 'the same figure, people, place and period', certain: true },
  'title-of-another-year': { text: 'the same title, of another year', certain: false },
  figure: { text: 'the same figure, people and place, in a period that may overlap', certain: false },
  'title-alike': { text: 'a title that is nearly the same', certain: false },
  'title-begins': { text: 'a title that begins the same', certain: false },
  'figure-alone': { text: 'the same figure, and nothing else known of them differs', certain: false },
};
