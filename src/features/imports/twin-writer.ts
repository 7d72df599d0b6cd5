import 'server-only';
import { z } from 'zod';
import { ALIKE } from '../../domain/duplicates/reason';
import { TitleLikeness } from '../../domain/duplicates/title-likeness';
import { queryIn, type Transaction } from '../../db/prisma';
import { type Sql, sql } from '../../db/sql';
import {
  claimMarks,
  claimReason,
  HERE_CLAIMS,
  HERE_SOURCES,
  isCertain,
  reasonText,
  sourceReason,
  strengthOf,
} from '../duplicates/duplicate-sql';
import { execute } from './staging-writer';

// Which rows are here already: published, in an open draft, or earlier in the same import. What makes two the same is the
// duplicate finder's to say; here are only the pairs that it is asked about, of all rows together.

const [A, B] = [sql`a`, sql`b`];

/** Gives every row the strongest of these pairs (position, id, row, reason), unless it has a twin already. */
function settle(importId: number, pairs: Sql): Sql {
  return sql`update import_rows r set twin = f.id, twin_row = f.row, twin_reason = ${reasonText(sql`f.reason`)},
      twin_certain = ${isCertain(sql`f.reason`)}
    from (select distinct on (position) position, id, row, reason from (${pairs}) p where reason is not null
      order by position, ${strengthOf(sql`reason`)}, row nulls first, id desc) f
    where r.import_id = ${importId}::int and r.position = f.position and r.twin_reason is null`;
}

/** Pairs of rows and what is here, where the two agree in this. */
function withHere(here: Sql, agree: Sql, reason: Sql): Sql {
  return sql`select a.position, coalesce(b.draft, b.id) as id, null::int as row, ${reason} as reason
    from import_marks a join ${here} b on ${agree}`;
}

/** Pairs of rows and the first row that has the same in these columns. */
function withFirst(columns: Sql, agree: Sql, reason: Sql): Sql {
  return sql`select a.position, null::text as id, b.position as row, ${reason} as reason
    from import_marks a join (select distinct on (${columns}) * from import_marks order by ${columns}, position) b
      on b.position < a.position and ${agree}`;
}

/** Sources: the same DOI, or the same title. */
export async function findSourceTwins(tx: Transaction, importId: number): Promise<void> {
  await execute(tx, sql`drop table if exists import_marks, import_here`);
  await execute(
    tx,
    sql`create temporary table import_marks on commit drop as
      select position, record ->> 'doi' as doi, coalesce(title_key, '') as title, left(record ->> 'issued', 4) as year
      from import_rows where import_id = ${importId}::int and kind = 'source' and faults = '[]'`,
  );
  await execute(tx, sql`create temporary table import_here on commit drop as select * from ${HERE_SOURCES} h`);
  await execute(tx, sql`analyze import_marks, import_here`);
  const reason = sourceReason(A, B);
  const sameTitle = sql`a.title = b.title and a.title <> ''`;
  await execute(
    tx,
    settle(
      importId,
      sql`${withHere(sql`import_here`, sql`a.doi = b.doi`, reason)} union all ${withHere(sql`import_here`, sameTitle, reason)}
        union all ${withFirst(sql`doi`, sql`a.doi = b.doi`, reason)}
        union all ${withFirst(sql`title`, sameTitle, reason)}
        union all ${withFirst(sql`title, year`, sql`${sameTitle} and a.year is not distinct from b.year`, reason)}`,
    ),
  );
}

const Marked = z.object({ position: z.number().int(), title: z.string(), open: z.boolean() });
const Here = z.object({ id: z.string(), title: z.string().nullable() });

/** Rows compared before anybody else's request gets its turn: a tenth of a second at most. */
const STRETCH = 200;
const TOLD_EVERY = 2000;

/** Rows up to which the titles of a file are compared with each other, too: above it, only with what is here. */
const ALIKE_WITHIN_MAX = 20_000;

/** Titles that are nearly those of a record, a draft or an earlier row. After `findSourceTwins`. @param tell now and then */
export async function findAlikeTitles(
  tx: Transaction,
  importId: number,
  tell: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const rows = await queryIn(
    tx,
    Marked,
    sql`select a.position, a.title, r.twin_reason is null as open from import_marks a
      join import_rows r on r.import_id = ${importId}::int and r.position = a.position order by a.position`,
  );
  if (rows.length === 0) return;
  const here = await queryIn(tx, Here, sql`select coalesce(draft, id) as id, title from import_here order by number`);
  const titles = [...here.map(({ title }) => title ?? ''), ...rows.map(({ title }) => title)];
  const likeness = new TitleLikeness(titles, ALIKE);
  const found: { position: number; id: string | null; row: number | null }[] = [];
  const isOpen = (at: number) => rows[at - here.length]?.open ?? false;
  const isKept = (at: number) => at < here.length || rows.length <= ALIKE_WITHIN_MAX;
  for (let from = 0; from < titles.length; from += STRETCH) {
    if (from % TOLD_EVERY === 0) await tell(Math.max(0, from - here.length), rows.length);
    await new Promise(setImmediate);
    for (const { title, like } of likeness.compare(from, from + STRETCH, isOpen, isKept)) {
      const position = rows[title - here.length]?.position ?? 0;
      found.push({ position, id: here[like]?.id ?? null, row: rows[like - here.length]?.position ?? null });
    }
  }
  await execute(tx, settle(importId, foundPairs(found)));
}

/** Pairs that were found outside of the database: it has the last word on whether each is one. */
function foundPairs(found: readonly { position: number; id: string | null; row: number | null }[]): Sql {
  const pairs = sql`(select * from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f(position int, id text, row int)) f
    join import_marks a on a.position = f.position`;
  return sql`select a.position, f.id, f.row, ${sourceReason(A, B)} as reason
      from ${pairs} join import_here b on coalesce(b.draft, b.id) = f.id
    union all select a.position, f.id, f.row, ${sourceReason(A, B)} from ${pairs} join import_marks b on b.position = f.row`;
}

/** Claims: the same number of the same people in the same place, in periods that meet. */
export async function findClaimTwins(tx: Transaction, importId: number): Promise<void> {
  await execute(tx, sql`drop table if exists import_marks, import_here`);
  await execute(
    tx,
    sql`create temporary table import_marks on commit drop as select position, ${claimMarks(sql`record`)}
      from import_rows where import_id = ${importId}::int and kind = 'claim' and faults = '[]'`,
  );
  await execute(tx, sql`create temporary table import_here on commit drop as select * from ${HERE_CLAIMS} h`);
  await execute(tx, sql`analyze import_marks, import_here`);
  const reason = claimReason(A, B);
  const value = sql`a.kind = b.kind and a.value = b.value`;
  const range = sql`a.kind = b.kind and a.low = b.low and a.high = b.high`;
  const thing = sql`a.people = b.people and a.place = b.place`;
  // Rows of one figure and one period are all compared with the first of them: what holds of that one holds of them.
  const period = sql`people, place, period_start, period_end`;
  await execute(
    tx,
    settle(
      importId,
      sql`${withHere(sql`import_here`, value, reason)} union all ${withHere(sql`import_here`, range, reason)}
        union all ${withFirst(sql`kind, value, ${period}`, sql`${value} and ${thing}`, reason)}
        union all ${withFirst(sql`kind, low, high, ${period}`, sql`${range} and ${thing}`, reason)}`,
    ),
  );
}
