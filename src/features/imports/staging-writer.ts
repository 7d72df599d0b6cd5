import 'server-only';
import { bareDoi, type ImportRow } from '../../domain/imports/row';
import { type Sql, sql } from '../../db/sql';
import { prisma, type Transaction } from '../../db/prisma';
import type { BulkChoice } from './schema';

// The rows of a file beside everything else: nothing here is a draft.

/** Runs a statement, and gives how many rows it changed. */
export function execute(tx: Pick<Transaction, '$executeRawUnsafe'>, statement: Sql): Promise<number> {
  return tx.$executeRawUnsafe(statement.text, ...statement.values);
}

/** Writes so many rows in one statement. @param first position of the first */
export async function stageRows(importId: number, rows: readonly ImportRow[], first: number): Promise<void> {
  const documents = rows.map((row, index) => ({
    position: first + index,
    kind: row.kind,
    line: row.line,
    label: row.label,
    reference: row.reference,
    record: row.record,
    faults: row.faults,
    notes: row.notes,
    cited_source: citedSource(row),
  }));
  await execute(
    prisma(),
    sql`insert into import_rows (import_id, position, kind, line, label, reference, record, faults, notes, cited_source,
        title_key, choice)
      select ${importId}::int, r.position, r.kind::"RecordKind", r.line, r.label, r.reference,
        nullif(r.record, 'null'::jsonb) - 'appraisal', r.faults, r.notes, r.cited_source,
        case when r.kind = 'source' then nullif(plain_words(r.record ->> 'title'), '') end,
        case when r.faults = '[]' then 'take' else 'skip' end::"ImportChoice"
      from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as r(position int, kind text, line int, label text,
        reference text, record jsonb, faults jsonb, notes text[], cited_source text)`,
  );
}

function citedSource({ citedSource: named }: ImportRow): string | null {
  if (named === null) return null;
  return bareDoi(named) ?? (/^s[1-9]\d{0,8}$/i.test(named) ? named.toUpperCase() : named);
}

/** Finds the sources that claims name, here and in the same import, and whatever else a claim refers to. */
export async function linkClaims(tx: Transaction, importId: number): Promise<void> {
  await execute(
    tx,
    sql`with named as (
        select position, cited_source as name, case when cited_source ~ '^S[1-9][0-9]{0,8}$' then substr(cited_source, 2)::int end as number
        from import_rows where import_id = ${importId}::int and kind = 'claim' and cited_source is not null
      ), own as (
        select reference, min(position) as position from import_rows
        where import_id = ${importId}::int and kind = 'source' and reference is not null group by 1
      ), drafted as (
        select content ->> 'doi' as doi, min(record_number) as number from drafts
        where kind = 'source' and state in ('draft', 'in-review') and content ->> 'doi' is not null group by 1
      ), found as (
        select n.position, own.position as source_row,
          coalesce(by_number.key, by_merge.key, by_key.key, by_doi.key, 's' || d.record_number, 's' || drafted.number) as source_key
        from named n
        left join own on own.reference = n.name
        left join sources by_number on by_number.id = n.number
        left join merged_records m on m.kind = 'source' and m.number = n.number
        left join sources by_merge on by_merge.id = m.into_number
        left join sources by_key on by_key.key = n.name
        left join sources by_doi on by_doi.doi = n.name
        left join drafts d on d.kind = 'source' and d.record_number = n.number and d.state in ('draft', 'in-review')
        left join drafted on drafted.doi = n.name
      )
      update import_rows r set source_key = case when f.source_row is null then f.source_key end, source_row = f.source_row
      from found f where r.import_id = ${importId}::int and r.position = f.position`,
  );
  const unknown = (column: string, message: string, wrong: Sql) =>
    execute(
      tx,
      sql`update import_rows r set faults = r.faults || jsonb_build_array(jsonb_build_object(
          'column', ${column}::text, 'message', format(${message}::text, left(${wrong}, 60))))
        where r.import_id = ${importId}::int and r.kind = 'claim' and ${wrong} is not null`,
    );
  await unknown(
    'source',
    '"%s" is no source here: it should be the id, the DOI or the key of one, or a key of the sources of this import',
    sql`(case when r.source_key is null and r.source_row is null then r.cited_source end)`,
  );
  const unknownAt = (path: string, from: Sql): Sql => {
    const value = sql`(r.record #>> ${path}::text[])`;
    return sql`(case when not exists (select from (${from}) t(code) where t.code = ${value}) then ${value} end)`;
  };
  await unknown('geography', 'no place has the code "%s"', unknownAt('{geography}', sql`select code from geographies`));
  await unknown('series', 'there is no series "%s"', unknownAt('{series}', sql`select key from series`));
  const drawn = unknownAt('{citations,0,drawnFrom}', sql`select key from citations`);
  await unknown('drawn_from', 'there is no citation "%s"', drawn);
}

/** Rows without faults that are not certainly in here already are taken, unless somebody decides otherwise. */
export async function chooseRows(tx: Transaction, importId: number, choice: BulkChoice): Promise<void> {
  const wanted: Record<BulkChoice, Sql> = {
    new: sql`twin_reason is null`,
    'not-certain': sql`not twin_certain`,
    all: sql`true`,
    none: sql`false`,
  };
  await execute(
    tx,
    // Only the few that change: each row that is written anew is written whole, with the record in it.
    sql`update import_rows r set choice = w.choice
      from (select position, (case when faults = '[]' and ${wanted[choice]} then 'take' else 'skip' end)::"ImportChoice" as choice
        from import_rows where import_id = ${importId}::int) w
      where r.import_id = ${importId}::int and r.position = w.position and r.choice <> w.choice`,
  );
}
