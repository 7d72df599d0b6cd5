import { z } from 'zod';
import { ImportFormat, ImportKind, RowFault } from '../../domain/imports/row';

export const ImportState = z.enum(['reading', 'staged', 'writing', 'done', 'undoing', 'failed', 'dropped', 'undone']);
export type ImportState = z.infer<typeof ImportState>;

export const ImportSummary = z.object({
  id: z.number().int(),
  kind: ImportKind,
  fileName: z.string(),
  state: ImportState,
  /** Somebody worked on it, and has not been heard of for half a minute. */
  interrupted: z.boolean(),
  phase: z.string().nullable(),
  done: z.number().int(),
  total: z.number().int(),
  failure: z.string().nullable(),
  authorName: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

export const ImportCounts = z.object({
  all: z.number().int(),
  sound: z.number().int(),
  faulty: z.number().int(),
  certain: z.number().int().describe('Sound, and certainly a duplicate.'),
  possible: z.number().int().describe('Sound, and perhaps a duplicate.'),
  noted: z.number().int(),
  taken: z.number().int(),
  imported: z.number().int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const PublishedMeanwhile = z.object({ draftId: z.string(), recordId: z.string(), name: z.string().nullable() });

export const ImportDto = ImportSummary.extend({
  format: ImportFormat,
  encoding: z.string(),
  notes: z.array(z.string()),
  fileBytes: z.number().int(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoReason: z.string().nullable(),
  counts: ImportCounts,
  /** Its drafts that are not published or discarded, and those that are published: undoing leaves these. */
  openDrafts: z.number().int(),
  published: z.array(PublishedMeanwhile),
});
export type ImportDto = z.infer<typeof ImportDto>;

export const ImportRowDto = z.object({
  position: z.number().int(),
  kind: z.enum(['source', 'claim']),
  line: z.number().int(),
  label: z.string(),
  faults: z.array(RowFault),
  notes: z.array(z.string()),
  twin: z
    .object({
      /** S12, C7 or D5; null: an earlier row of the import, which `line` names. */
      id: z.string().nullable(),
      line: z.number().int().nullable(),
      label: z.string().nullable(),
      reason: z.string(),
      certain: z.boolean(),
    })
    .nullable(),
  taken: z.boolean(),
  outcome: z.enum(['imported', 'skipped', 'faulty', 'left-out']).nullable(),
  message: z.string().nullable(),
  draftId: z.string().nullable(),
  recordId: z.string().nullable(),
});
export type ImportRowDto = z.infer<typeof ImportRowDto>;

/** Which rows a page of the preview shows. */
export const RowFilter = z.enum(['all', 'sound', 'faulty', 'duplicates', 'notes', 'taken', 'skipped']);
export type RowFilter = z.infer<typeof RowFilter>;

export const ROWS_A_PAGE = 50;

export const RowParameters = z.object({
  show: RowFilter.default('all'),
  after: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type RowParameters = z.infer<typeof RowParameters>;

/** Which sound rows to take, all at once. */
export const BulkChoice = z.enum(['new', 'not-certain', 'all', 'none']);
export type BulkChoice = z.infer<typeof BulkChoice>;

export const ImportId = z.coerce.number().int().min(1).max(2_147_483_647);
export const UndoForm = z.object({ id: ImportId, reason: z.string().trim().min(1, 'Say why.').max(2000) });

/** What is shown of an import by a key: one page of its rows. */
export const ImportParameters = z.object({
  show: RowFilter.default('all').describe('Which rows.'),
  after: z.number().int().min(0).max(1_000_000).default(0).describe('From page.next.'),
});

/** Makes drafts of the rows that are taken. */
export const ConfirmBody = z.strictObject({
  choice: BulkChoice.optional().describe(
    'Which sound rows to take: `new` has no duplicates at all, `not-certain` none that are certain (as when the file was sent), `all` any. Left out: as it stands, also as it was ticked at the desk.',
  ),
});

/** An import as a script gets it, with one page of its rows. */
export const ImportAnswer = ImportDto.omit({ undoneBy: true })
  .extend({
    rows: z.array(ImportRowDto),
    next: z.number().int().nullable().describe('To be sent as `after` for the next page; null on the last.'),
  })
  .meta({ id: 'Import' });
export type ImportAnswer = z.infer<typeof ImportAnswer>;

/** What a form with a file has. The file's format is found out by itself. */
export const NewImportBody = z.strictObject({
  kind: ImportKind,
  file: z.file().describe('CSV, CSL-JSON, RIS or BibTeX.'),
  sources: z.file().optional().describe('For claims: a file of the sources that they name by key.'),
});
