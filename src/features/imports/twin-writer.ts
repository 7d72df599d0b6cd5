import 'server-only';
import { z } from 'zod';
import { queryIn, type Transaction } from '../../db/prisma';
import { type Sql, sql } from '../../db/sql';
import { execute } from './staging-writer';

// Which rows are here already: published, in an open draft, or earlier in the same import. One statement a rule, over
// all rows at once; what an earlier rule has found stays.

const OPEN = sql`d.state in ('draft', 'in-review')`;

/** The earliest row of several that share a value counts as the first; the others repeat it. */
function withinImport(importId: number, kind: 'source' | 'claim', value: Sql, reason: string, certain: Sql): Sql {
  return sql`update import_rows r set twin_row = f.first, twin_reason = ${reason}::text, twin_certain = f.certain
    from (select position, first_value(position) over same as first, ${certain} as certain
        from import_rows r where import_id = ${importId}::int and kind::text = ${kind} and faults = '[]' and ${value} is not null
        window same as (partition by ${value} order by position)) f
    where r.import_id = ${importId}::int and r.position = f.position and f.first <> f.position and r.twin_reason is null`;
}

/** The rows of an import that no rule has a twin for. */
function open(importId: number, kind: 'source' | 'claim'): Sql {
  return sql`r.import_id = ${importId}::int and r.kind::text = ${kind} and r.faults = '[]' and r.twin_reason is null`;
}

const DOI = sql`(r.record ->> 'doi')`;
const YEAR = sql`left(r.record ->> 'issued', 4)`;

/** Sources: the same DOI; the same title, which is certain when the years do not differ. */
export async function findSourceTwins(tx: Transaction, importId: number): Promise<void> {
  const rows = open(importId, 'source');
  const sameDoi = 'the same DOI';
  await execute(
    tx,
    sql`update import_rows r set twin = 'S' || s.id, twin_reason = ${sameDoi}::text, twin_certain = true
      from sources s where ${rows} and s.doi = ${DOI}`,
  );
  await execute(
    tx,
    sql`update import_rows r set twin = 'D' || d.id, twin_reason = ${sameDoi}::text, twin_certain = true
      from (select content ->> 'doi' as doi, min(d.id) as id from drafts d where d.kind = 'source' and ${OPEN} group by 1) d
      where ${rows} and d.doi = ${DOI}`,
  );
  await execute(tx, withinImport(importId, 'source', DOI, sameDoi, sql`true`));
  const titles = sql`select 'S' || s.id as id, plain_words(s.title) as title, left(s.issued, 4) as year, s.id as number from sources s
    union all select 'D' || d.id, plain_words(d.content ->> 'title'), left(d.content ->> 'issued', 4), d.id from drafts d
      where d.kind = 'source' and ${OPEN}`;
  await execute(
    tx,
    sql`update import_rows r set twin = f.id, twin_certain = f.certain,
        twin_reason = case when f.certain then 'the same title' else 'the same title, of another year' end
      from (select distinct on (r.position) r.position, t.id, coalesce(t.year = ${YEAR}, true) as certain
          from import_rows r join (${titles}) t on t.title = r.title_key where ${rows}
          order by r.position, certain desc, t.id desc) f
      where r.import_id = ${importId}::int and r.position = f.position`,
  );
  const titleAndYear = sql`(r.title_key || ' ' || coalesce(${YEAR}, ''))`;
  await execute(tx, withinImport(importId, 'source', titleAndYear, 'the same title', sql`true`));
  await execute(tx, withinImport(importId, 'source', sql`r.title_key`, 'the same title, of another year', sql`false`));
}

/** How alike two titles must be to be shown side by side: the share of trigrams that they have in common. */
const ALIKE = 0.6;
const BATCH = 1000;

/** Rows up to which a file's own titles are compared with each other by likeness as well. */
const ALIKE_WITHIN_MAX = 20_000;

/** Titles that are nearly those of a record, a draft or another row. Never certain. @param tell after every batch */
export async function findAlikeTitles(
  tx: Transaction,
  importId: number,
  tell: (done: number, total: number) => Promise<void>,
): Promise<void> {
  await tx.$executeRawUnsafe(`set local pg_trgm.similarity_threshold = ${ALIKE}`);
  const [last] = await queryIn(
    tx,
    z.object({ last: z.number().int() }),
    sql`select coalesce(max(position), 0) as last from import_rows r where ${open(importId, 'source')}`,
  );
  const total = last?.last ?? 0;
  if (total === 0) return;
  await execute(
    tx,
    sql`create temporary table import_titles on commit drop as
      select position, title_key from import_rows where import_id = ${importId}::int and kind = 'source' and faults = '[]'`,
  );
  if (total <= ALIKE_WITHIN_MAX)
    await execute(tx, sql`create index on import_titles using gin (title_key public.gin_trgm_ops)`);
  await execute(tx, sql`analyze import_titles`);
  for (let from = 1; from <= total; from += BATCH) {
    await tell(from - 1, total);
    await execute(tx, alikeStatement(importId, from, total <= ALIKE_WITHIN_MAX));
  }
  await execute(tx, sql`drop table import_titles`);
}

function alikeStatement(importId: number, from: number, within: boolean): Sql {
  const own = sql`union all (select null, t.position, similarity(t.title_key, r.title_key) from import_titles t
    where t.title_key % r.title_key and t.position < r.position)`;
  return sql`update import_rows r set twin = f.id, twin_row = f.row, twin_reason = 'a title that is nearly the same'
    from (select r.position, a.id, a.row from import_rows r cross join lateral (
        (select 'S' || s.id as id, null::int as row, similarity(plain_words(s.title), r.title_key) as score
          from sources s where plain_words(s.title) % r.title_key)
        union all (select 'D' || d.id, null, similarity(plain_words(d.content ->> 'title'), r.title_key) from drafts d
          where plain_words(d.content ->> 'title') % r.title_key and d.kind = 'source' and ${OPEN})
        ${within ? own : sql``}
        order by score desc limit 1) a
      where ${open(importId, 'source')} and r.position >= ${from}::int and r.position < ${from + BATCH}::int) f
    where r.import_id = ${importId}::int and r.position = f.position`;
}

/** Claims: the same number of the same people in the same place, in periods that meet; certain when they are the same. */
export async function findClaimTwins(tx: Transaction, importId: number): Promise<void> {
  const rows = open(importId, 'claim');
  const claims = sql`select 'C' || c.id as id, figure_key(c.figure_kind::text, c.figure_value, c.figure_low, c.figure_high,
      c.population_group::text, c.geography_code) as figure, c.period_start as s, c.period_end as e from claims c
    union all select 'D' || d.id, figure_key(d.content), d.content #>> '{period,start}', d.content #>> '{period,end}'
      from drafts d where d.kind = 'claim' and ${OPEN}`;
  const reason = sql`case when f.certain then 'the same figure, people, place and period'
    else 'the same figure, people and place, in a period that overlaps' end`;
  const same = sql`(t.s is not distinct from r.period_start and t.e is not distinct from r.period_end)`;
  await execute(
    tx,
    sql`update import_rows r set twin = f.id, twin_certain = f.certain, twin_reason = ${reason}
      from (select distinct on (r.position) r.position, t.id, ${same} as certain
          from import_rows r join (${claims}) t on t.figure = r.figure_key
            and periods_meet(t.s, t.e, r.period_start, r.period_end)
          where ${rows} order by r.position, certain desc, t.id) f
      where r.import_id = ${importId}::int and r.position = f.position`,
  );
  const whole = sql`(r.figure_key || '|' || coalesce(r.period_start, '') || '|' || coalesce(r.period_end, ''))`;
  await execute(tx, withinImport(importId, 'claim', whole, 'the same figure, people, place and period', sql`true`));
  // What is left has periods of its own: each is compared with the first of every other period, not with every row.
  await execute(
    tx,
    sql`update import_rows r set twin_row = f.first, twin_certain = false, twin_reason = 'the same figure, people and place, in a period that overlaps'
      from (select r.position, min(t.position) as first
          from import_rows r join (select figure_key, period_start as s, period_end as e, min(position) as position from import_rows
              where import_id = ${importId}::int and kind = 'claim' and faults = '[]' and figure_key is not null group by 1, 2, 3) t
            on t.figure_key = r.figure_key and t.position < r.position and periods_meet(t.s, t.e, r.period_start, r.period_end)
          where ${rows} group by 1) f
      where r.import_id = ${importId}::int and r.position = f.position`,
  );
}
