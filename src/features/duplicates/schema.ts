import { z } from 'zod';

/** Something that may be the same record: published, or a draft that somebody has open. */
export const DuplicateHit = z.object({
  /** The public id that it has or will have. */
  id: z.string(),
  /** The open draft, where it is not published yet. */
  draft: z.string().nullable(),
  name: z.string(),
  /** In a few words: what speaks for its being the same. */
  why: z.string(),
});
export type DuplicateHit = z.infer<typeof DuplicateHit>;
