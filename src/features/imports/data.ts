import 'server-only';
import { z } from 'zod';
import { type Actor, permit } from '../../domain/permission';
import { query, queryOne, sql, type Sql } from '../../db/sql';
import { ImportDto, ImportRowDto, ImportSummary, ROWS_A_PAGE, type RowFilter } from './schema';

/** How long an import may be silent before it counts as interrupted: see job-writer.ts. */
const SUMMARY = sql`i.id, case i.kind when 'claim' then 'claims' else 'sources' end as kind, i.file_name as "fileName",
  i.state::text as state, (i.state in ('reading', 'writing', 'undoing') and i.heartbeat_at < now() - interval '30 seconds') as interrupted,
  i.phase, i.done, i.total, i.failure, i.author_name as "authorName", to_json(i.created_at) as "createdAt",
  to_json(i.finished_at) as "finishedAt"`;

/** The latest imports, the newest first. @throws {Denied} */
export async function listImports(actor: Actor | null, limit = 50): Promise<ImportSummary[]> {
  permit(actor, 'import.run');
  return query(ImportSummary, sql`select ${SUMMARY} from imports i order by i.id desc limit ${limit}`);
}

/** One import with its counts; null when there is none of this number. @throws {Denied} */
export async function getImport(actor: Actor | null, id: number): Promise<ImportDto | null> {
  permit(actor, 'import.run');
  return queryOne(
    ImportDto,
    sql`select ${SUMMARY}, i.format, i.encoding, i.notes, i.file_bytes as "fileBytes", to_json(i.undone_at) as "undoneAt",
      i.undone_by as "undoneBy", i.undo_reason as "undoReason",
      (select json_build_object('all', count(*), 'sound', count(*) filter (where r.faults = '[]'),
          'faulty', count(*) filter (where r.faults <> '[]'),
          'certain', count(*) filter (where r.faults = '[]' and r.twin_certain),
          'possible', count(*) filter (where r.faults = '[]' and r.twin_reason is not null and not r.twin_certain),
          'noted', count(*) filter (where r.notes <> '{}'), 'taken', count(*) filter (where r.choice = 'take'),
          'imported', count(*) filter (where r.outcome = 'imported'))
        from import_rows r where r.import_id = i.id) as counts,
      (select count(*)::int from drafts d where d.import_id = i.id and d.state in ('draft', 'in-review')) as "openDrafts",
      (select coalesce(json_agg(json_build_object('draftId', 'D' || d.id,
          'recordId', (case when d.kind = 'claim' then 'C' else 'S' end) || d.record_number,
          'name', coalesce(d.content ->> 'statement', d.content ->> 'title')) order by d.id), '[]')
        from drafts d where d.import_id = i.id and d.state = 'published') as published
      from imports i where i.id = ${id}`,
  );
}

const ROW = sql`r.position, r.kind::text as kind, r.line, r.label, r.faults, r.notes, r.outcome, r.message,
  case when r.twin_reason is not null then json_build_object('id', r.twin, 'line', t.line, 'label', t.label,
    'reason', r.twin_reason, 'certain', r.twin_certain) end as twin,
  r.choice = 'take' as taken, 'D' || r.draft_id as "draftId",
  (case when r.kind = 'claim' then 'C' else 'S' end) || r.record_number as "recordId"`;
const ROWS = sql`import_rows r left join import_rows t on t.import_id = r.import_id and t.position = r.twin_row`;

const CONDITION: Readonly<Record<RowFilter, Sql>> = {
  all: sql`true`,
  sound: sql`r.faults = '[]'`,
  faulty: sql`r.faults <> '[]'`,
  duplicates: sql`r.faults = '[]' and r.twin_reason is not null`,
  notes: sql`r.notes <> '{}'`,
  taken: sql`r.choice = 'take'`,
  skipped: sql`r.faults = '[]' and r.choice = 'skip'`,
};

export type RowList = { rows: ImportRowDto[]; next: number | null };

/** One page of the rows of an import, in the order of the file. @param after position of the last row before */
export async function listRows(
  actor: Actor | null,
  id: number,
  { show, after, limit = ROWS_A_PAGE }: { show: RowFilter; after: number; limit?: number },
): Promise<RowList> {
  permit(actor, 'import.run');
  const rows = await query(
    ImportRowDto,
    sql`select ${ROW} from ${ROWS} where r.import_id = ${id} and r.position > ${after} and ${CONDITION[show]}
      order by r.position limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.position ?? null) : null };
}

/** Every row of an import; null when there is none of this number. @throws {Denied} */
export async function getReport(actor: Actor | null, id: number): Promise<ImportRowDto[] | null> {
  permit(actor, 'import.run');
  const rows = await query(ImportRowDto, sql`select ${ROW} from ${ROWS} where r.import_id = ${id} order by r.position`);
  if (rows.length > 0) return rows;
  return (await queryOne(z.object({}), sql`select from imports where id = ${id}`)) === null ? null : [];
}

const Progress = z.object({ phase: z.string().nullable(), done: z.number().int(), total: z.number().int() });

/** How far the work on an import is; null when there is none of this number. @throws {Denied} */
export async function getImportProgress(actor: Actor | null, id: number): Promise<z.infer<typeof Progress> | null> {
  permit(actor, 'import.run');
  return queryOne(Progress, sql`select phase, done, total from imports where id = ${id}`);
}
