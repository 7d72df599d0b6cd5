import type { RecordKind } from '../record';

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

/** A record as one document. What is still a draft may lack anything. */
type Document = Readonly<Record<string, unknown>>;
type Part = { reason: string; of: (record: Document) => unknown };

/** What a grade of a claim rests on. How it was verified, and what is noted beside it, is no part of that. */
const CLAIM_PARTS: readonly Part[] = [
  { reason: 'Its method note changed.', of: ({ methodNote }) => methodNote },
  {
    reason: 'Its lineage changed.',
    of: ({ citations }) =>
      documents(citations)
        .map(({ key, source, figureAsPrinted, role, originState, drawnFrom, distortions }) => [
          [key, source, figureAsPrinted, role, originState, drawnFrom],
          documents(distortions)
            .map(({ kind }) => String(kind))
            .sort(),
        ])
        .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  },
  {
    reason: 'What it claims changed.',
    of: ({ figure, population, geography, period, definition }) => [figure, population, geography, period, definition],
  },
  { reason: 'Its standing changed.', of: ({ standing }) => standing ?? 'stands' },
];

const SOURCE_PARTS: readonly Part[] = [
  {
    reason: 'Its bibliographic record changed.',
    of: ({ organisation, type, title, author, issued, publisher, containerTitle, doi }) => [
      [organisation, type, title, author],
      [issued, publisher, containerTitle, doi],
    ],
  },
  { reason: 'Its standing changed.', of: ({ standing }) => standing ?? 'stands' },
];

function documents(list: unknown): Document[] {
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'object' && entry !== null) : [];
}

/** Why the grade of a record has to be looked at again after this change, a sentence each; none where it rests as before. */
export function reviewReasons(kind: RecordKind, before: Document, after: Document): string[] {
  const parts = kind === 'claim' ? CLAIM_PARTS : SOURCE_PARTS;
  return parts.filter(({ of }) => plain(of(before)) !== plain(of(after))).map(({ reason }) => reason);
}

/** The same text for the same content: the order of fields is no difference, and neither is null in place of nothing. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (isNothing(part)) return null;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const filled = Object.entries(part).filter(([, field]) => !isNothing(field));
    return Object.fromEntries(filled.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

function isNothing(part: unknown): boolean {
  return part === null || part === undefined || (Array.isArray(part) && part.length === 0);
}
