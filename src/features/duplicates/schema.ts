import { z } from 'zod';

/** Something that may be the same record: published, or a draft that somebody has open. */
export const DuplicateHit = z.object({
  /** The public id that it has or will have. */
  id: z.string(),
  /** The open draft, where it is not published yet. */
  draft: z.string().nullable(),
  name: z.string(),
  /** Each in a few words: what speaks for its being the same. */
  why: z.array(z.string()),
});
export type DuplicateHit = z.infer<typeof DuplicateHit>;

/** What a source is recognised by. */
export type SourceMarks = { title: string | null; doi: string | null };

/** What a claim is recognised by. What is not filled in yet is null, and speaks neither for nor against. */
export type ClaimMarks = {
  kind: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  group: string | null;
  place: string | null;
  /** First and last year that it speaks of. */
  yearStart: number | null;
  yearEnd: number | null;
};
