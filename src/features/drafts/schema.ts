import { z } from 'zod';

export const RecordKindName = z.enum(['source', 'claim']);

/** draft → in-review → published, or discarded on the way. What happens to a published record is its standing. */
export const DraftState = z.enum(['draft', 'in-review', 'published', 'discarded']);
export type DraftState = z.infer<typeof DraftState>;

/**
 * A record as far as it has been filled in: a SourceRecord or ClaimRecord without id, key and appraisal, which are never
 * an editor's to give.
 */
export const DraftContent = z.record(z.string(), z.unknown());
export type DraftContent = z.infer<typeof DraftContent>;

export const DraftSummary = z.object({
  id: z.string().describe('D5'),
  kind: RecordKindName,
  /** The public id that the record has or will have. */
  recordId: z.string(),
  /** Whether a published record of that id exists already. */
  isRevision: z.boolean(),
  /** Its statement or title, as far as there is one. */
  name: z.string().nullable(),
  state: DraftState,
  version: z.number().int(),
  author: z.object({ id: z.string(), name: z.string() }),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  importId: z.number().int().nullable(),
  returnNote: z.string().nullable(),
  updatedAt: z.string(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

export const DraftDto = DraftSummary.extend({
  /** Of the record: "c10001". */
  key: z.string(),
  content: DraftContent,
  /** Typed, but not saved yet. */
  autosave: DraftContent.nullable(),
  autosavedAt: z.string().nullable(),
  /** The version of the published record that the draft starts from, and the one there is now; null: none. */
  baseVersion: z.number().int().nullable(),
  publishedVersion: z.number().int().nullable(),
});
export type DraftDto = z.infer<typeof DraftDto>;
