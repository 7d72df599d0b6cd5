import { z } from 'zod';
import { SENT_RECORD } from '../../domain/fields/sent-record';

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
  /** The version of the published record that the draft starts from, and the one there is now; null: none. */
  baseVersion: z.number().int().nullable(),
  publishedVersion: z.number().int().nullable(),
});
export type DraftDto = z.infer<typeof DraftDto>;

/** What a key or a code in a record stands for, in the words by which people know it. */
export type ReferenceKind = 'source' | 'claim' | 'citation' | 'place' | 'series';
export type Reference = { kind: ReferenceKind; value: string; text: string; href: string | null };

/** Which part of a draft a form is of. `member` names the citation by its key, the relation by its number from 1. */
export const FormName = z.enum(['edit', 'method', 'citation', 'relation']);
export type FormName = z.infer<typeof FormName>;

export const DraftId = z
  .string()
  .regex(/^D[1-9]\d{0,8}$/)
  .meta({ example: 'D5' });

/** What a draft's form says of itself; everything else that it sends are its fields. */
export const SentForm = z.object({
  draft: DraftId,
  form: FormName,
  /** Empty for a new one. */
  member: z.string().max(200).default(''),
  version: z.coerce.number().int().min(1).max(1e9),
  next: z.string().max(20).default('stay'),
});
export type SentForm = z.infer<typeof SentForm>;

/** What somebody typed in a form and has not saved: the texts of its inputs by name, as the form would send them. */
export const Typed = z.object({
  form: FormName,
  member: z.string(),
  inputs: z.record(z.string(), z.array(z.string())),
  at: z.string(),
});
export type Typed = z.infer<typeof Typed>;

/** What was typed in one form, to be given up. */
export const DropForm = z.object({ draft: DraftId, form: FormName, member: z.string().max(200).default('') });
export type DropForm = z.infer<typeof DropForm>;

/** What begins a draft: of a new record, or of a published one by its public id. */
export const BeginForm = z.object({
  kind: RecordKindName,
  record: z
    .string()
    .regex(/^([CS][1-9]\d{0,8})?$/)
    .default(''),
});

/** One step of a draft on its way. */
export const DraftStep = z.object({
  draft: DraftId,
  version: z.coerce.number().int().min(1).max(1e9),
  step: z.enum(['submit', 'return', 'publish', 'discard']).optional(),
  reason: z.string().trim().max(2000, 'at most 2,000 characters').default(''),
});
export type DraftStep = z.infer<typeof DraftStep>;

/** A change in the list of a claim's citations or relations. */
export const MemberStep = z.object({
  draft: DraftId,
  version: z.coerce.number().int().min(1).max(1e9),
  form: z.enum(['citation', 'relation']),
  member: z.string().min(1).max(200),
  step: z.enum(['up', 'remove']),
});
export type MemberStep = z.infer<typeof MemberStep>;

/** What becomes of a draft whose published record has moved on: `take` are fields to have as published. */
export const AdoptForm = z.object({
  draft: DraftId,
  version: z.coerce.number().int().min(1).max(1e9),
  /** The version of the published record that was shown. */
  published: z.coerce.number().int().min(1).max(1e9),
});

/** The address of a part of a draft. */
export function partHref(id: string, form: FormName, member: string): string {
  const base = `/desk/drafts/${id}`;
  if (form === 'edit' || form === 'method') return `${base}/${form}`;
  return `${base}/${form}s/${member === '' ? 'new' : encodeURIComponent(member)}`;
}

const Version = z
  .number()
  .int()
  .min(1)
  .max(1e9)
  .describe('The one that you have seen. Somebody may have saved another since: then nothing is written.');

/** What begins a draft by a key: of a new record, or of a published one by its public id. */
export const NewDraftBody = z.union([
  z.strictObject({ kind: z.literal('source'), record: SENT_RECORD.source }),
  z.strictObject({ kind: z.literal('claim'), record: SENT_RECORD.claim }),
  z.strictObject({
    recordId: z
      .string()
      .describe('Of a published record, such as C12. One that is being worked on gives its open draft.'),
  }),
]);

/** What is read of that before the record is. */
export const NewDraftHead = z
  .strictObject({
    kind: RecordKindName.optional(),
    record: z.unknown().optional(),
    recordId: z
      .string()
      .regex(/^[CS][1-9]\d{0,8}$/, 'must be an id such as C12 or S7')
      .optional(),
  })
  .refine(({ kind, record, recordId }) => recordId === undefined || (kind === undefined && record === undefined), {
    error: 'must have kind and record, or recordId alone',
  });

export const SavedDraftBody = z.strictObject({
  version: Version,
  record: z
    .union([SENT_RECORD.source, SENT_RECORD.claim])
    .describe('All of it: what is not there is empty from then on.'),
});
export const SavedDraftHead = z.strictObject({ version: Version, record: z.unknown() });

export const SubmittedDraftBody = z.strictObject({ version: Version });

/** A draft as a script gets it. */
export const DraftAnswer = DraftSummary.pick({
  id: true,
  kind: true,
  recordId: true,
  isRevision: true,
  state: true,
  version: true,
  returnNote: true,
  updatedAt: true,
})
  .extend({
    author: z.object({ name: z.string() }),
    record: DraftContent.describe('SentSource or SentClaim, as far as it is filled in: what can be sent back.'),
    faults: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .describe('What keeps it from being handed in. Empty: nothing does.'),
    baseVersion: z
      .number()
      .int()
      .nullable()
      .describe('The version of the published record that the draft began from; null: there was none.'),
    publishedVersion: z.number().int().nullable().describe('The one there is now.'),
  })
  .meta({ id: 'Draft' });
export type DraftAnswer = z.infer<typeof DraftAnswer>;
