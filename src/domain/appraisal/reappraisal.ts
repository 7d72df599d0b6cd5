import type { ClaimRecord } from '../claim';
import type { RecordKind, RecordOf } from '../record';
import type { SourceRecord } from '../source';

/**
 * A settled grade is looked at again after three years. Of systematic reviews half had a signal that called for an
 * update after 5.5 years, and almost a quarter after two (Shojania KG et al., Annals of Internal Medicine
 * 2007;147:224–233); three years lie between the two.
 */
export const REAPPRAISAL_YEARS = 3;

/** When a grade settled at this moment is due again. The 29th of February becomes the 1st of March. */
export function dueAfter(settledAt: Date): Date {
  const due = new Date(settledAt);
  due.setUTCFullYear(due.getUTCFullYear() + REAPPRAISAL_YEARS);
  return due;
}

export const DUE_REASON = 'Three years have passed since it was appraised.';

type Part<Record> = { reason: string; of: (record: Record) => unknown };

/** What a grade of a claim rests on. How it was verified, and what is noted beside it, is no part of that. */
const CLAIM_PARTS: readonly Part<ClaimRecord>[] = [
  { reason: 'Its method note changed.', of: ({ methodNote }) => methodNote },
  {
    reason: 'Its lineage changed.',
    of: ({ citations }) =>
      citations.map(({ key, source, figureAsPrinted, role, originState, drawnFrom, distortions }) => [
        [key, source, figureAsPrinted, role, originState, drawnFrom],
        distortions.map(({ kind }) => kind).sort(),
      ]),
  },
  {
    reason: 'What it claims changed.',
    of: ({ figure, population, geography, period, definition }) => [figure, population, geography, period, definition],
  },
  { reason: 'Its standing changed.', of: ({ standing }) => standing },
];

const SOURCE_PARTS: readonly Part<SourceRecord>[] = [
  {
    reason: 'Its bibliographic record changed.',
    of: ({ organisation, type, title, author, issued, publisher, containerTitle, doi }) => [
      [organisation, type, title, author],
      [issued, publisher, containerTitle, doi],
    ],
  },
  { reason: 'Its standing changed.', of: ({ standing }) => standing },
];

/** Why the grade of a record has to be looked at again after this change, a sentence each; none where it rests as before. */
export function reviewReasons<Kind extends RecordKind>(
  kind: Kind,
  before: RecordOf[Kind],
  after: RecordOf[Kind],
): string[] {
  const parts = (kind === 'claim' ? CLAIM_PARTS : SOURCE_PARTS) as readonly Part<RecordOf[Kind]>[];
  return parts.filter(({ of }) => JSON.stringify(of(before)) !== JSON.stringify(of(after))).map(({ reason }) => reason);
}
