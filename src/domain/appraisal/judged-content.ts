import { z } from 'zod';
import type { RecordKind } from '../record';
import { reviewReasons } from './reappraisal';

const Document = z.record(z.string(), z.unknown());

/**
 * What an appraisal is of, kept with it as it was when it was handed in: a grade speaks of this, and not of what the
 * record became afterwards.
 */
export const JudgedContent = z.object({
  /** The record as one document; of a draft, as far as it was filled in. */
  record: Document,
  /** The sources that first state a claim, each with the letter of its grade; none of a source. */
  origins: z.array(z.object({ id: z.string(), letter: z.string().nullable(), record: Document })),
  /** Why the grade was under review, where it was: whoever appraises is told. */
  reasons: z.array(z.string()),
});
export type JudgedContent = z.infer<typeof JudgedContent>;

/**
 * What a grade rests on that is not as it was: a sentence each, none where everything is. A reason for a review that
 * came meanwhile counts as well, whether or not the change can be seen in what was kept.
 *
 * @param kept what an appraiser had before them; null where nobody kept it: then every reason counts that stands now
 */
export function changesSince(kind: RecordKind, kept: JudgedContent | null, now: JudgedContent): string[] {
  if (kept === null) return [...now.reasons];
  const origins = now.origins.flatMap(({ id, letter, record }) => {
    const before = kept.origins.find((origin) => origin.id === id);
    if (before === undefined) return [];
    return [
      ...(before.letter === letter ? [] : [gradeOfOriginChanged(id)]),
      ...reviewReasons('source', before.record, record).map((reason) => originChanged(id, reason)),
    ];
  });
  const came = now.reasons.filter((reason) => !kept.reasons.includes(reason));
  return [...new Set([...reviewReasons(kind, kept.record, now.record), ...origins, ...came])];
}

export function gradeOfOriginChanged(id: string): string {
  return `The grade of ${id}, which first states it, changed.`;
}

export function originChanged(id: string, reason: string): string {
  return `${id}, which first states it, changed: ${reason}`;
}

export function originMerged(from: string, into: string): string {
  return `${from}, which first states it, was merged into ${into}.`;
}
