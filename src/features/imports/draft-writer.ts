import 'server-only';
import { z } from 'zod';
import type { Actor } from '../../domain/permission';
import { queryIn, type Transaction } from '../../db/prisma';
import { type Sql, sql } from '../../db/sql';
import { voidRounds } from '../appraisals/round-writer';
import { recordEvents, recordEventsOf } from '../history/event-writer';
import { execute } from './staging-writer';

// From the rows that were chosen to drafts, and back: everything in one transaction, in statements over thousands of rows.

type Tell = (phase: string, done: number, total: number) => Promise<void>;

const ROWS_A_STATEMENT = 5000;
const EVENTS_A_STATEMENT = 2500;

/** Makes drafts of all rows that are to be taken. @returns how many */
export async function writeDrafts(tx: Transaction, actor: Actor, importId: number, tell: Tell): Promise<number> {
  await drawNumbers(tx, importId, 'source');
  await leaveOutOrphans(tx, importId);
  await drawNumbers(tx, importId, 'claim');
  const [counted] = await queryIn(
    tx,
    z.object({ total: z.number().int(), last: z.number().int(), first: z.number().int(), until: z.number().int() }),
    sql`select count(*)::int as total, coalesce(max(position), 0) as last, coalesce(min(draft_id), 0) as first,
        coalesce(max(draft_id), -1) as until
      from import_rows where import_id = ${importId}::int and outcome = 'imported'`,
  );
  const { total, last, first, until } = counted ?? { total: 0, last: 0, first: 0, until: -1 };
  let written = 0;
  for (let from = 1; from <= last; from += ROWS_A_STATEMENT) {
    await tell('Writing drafts', written, total);
    written += await insertDrafts(tx, actor, importId, from);
  }
  await execute(
    tx,
    sql`update import_rows set outcome = case when faults = '[]' then 'skipped' else 'faulty' end
      where import_id = ${importId}::int and outcome is null`,
  );
  // They come last: until its end, nobody else can add to the history (its chain is locked).
  let told = 0;
  for (let from = first; from <= until; from += EVENTS_A_STATEMENT) {
    await tell('Writing the history', told, total);
    told += await recordEventsOf(tx, actor, beginnings(importId, from, from + EVENTS_A_STATEMENT));
  }
  if (written !== total || told !== total) throw new Error(`import ${importId}: ${written} and ${told} of ${total}`);
  return total;
}

/**
 * The public numbers, in the order of the file: sources first, for claims name them. Whatever a row becomes is written in
 * this one statement: each row that is written anew is written whole, with the record in it.
 */
async function drawNumbers(tx: Transaction, importId: number, kind: 'source' | 'claim'): Promise<void> {
  await execute(
    tx,
    // Materialised: a plan that reads these rows twice would draw their numbers twice.
    sql`with n as materialized (select position, nextval(${`${kind}s_id_seq`}::regclass)::int as number,
          nextval('drafts_id_seq'::regclass)::int as draft
        from (select position from import_rows where import_id = ${importId}::int and kind = ${kind}::"RecordKind"
          and choice = 'take' and faults = '[]' and outcome is null order by position) o)
      update import_rows r set record_number = n.number, draft_id = n.draft, outcome = 'imported' from n
      where r.import_id = ${importId}::int and r.position = n.position`,
  );
}

/**
 * A claim whose source stands in the same import gets that one's key; where the source was skipped as a duplicate, the
 * key of what it repeats. Where there is neither, the claim is left out: it would cite nothing.
 */
async function leaveOutOrphans(tx: Transaction, importId: number): Promise<void> {
  await execute(
    tx,
    sql`update import_rows r set source_key = coalesce('s' || s.record_number, 's' || first.record_number, twin.key,
          case when twin.id is null then 's' || d.record_number end)
      from import_rows s
        left join import_rows first on first.import_id = s.import_id and first.position = s.twin_row
        left join sources twin on s.twin = 'S' || twin.id
        left join drafts d on s.twin = 'D' || d.id
      where r.import_id = ${importId}::int and r.kind = 'claim' and r.source_row is not null
        and s.import_id = r.import_id and s.position = r.source_row`,
  );
  await execute(
    tx,
    sql`update import_rows set outcome = 'left-out',
        message = format('its source "%s" was not imported', left(cited_source, 60))
      where import_id = ${importId}::int and kind = 'claim' and choice = 'take' and source_key is null`,
  );
}

function insertDrafts(tx: Transaction, actor: Actor, importId: number, from: number): Promise<number> {
  return execute(
    tx,
    sql`insert into drafts (id, kind, record_number, content, author_id, author_name, import_id)
      select draft_id, kind, record_number,
        case when kind = 'source' then record
          else jsonb_set(jsonb_set(record, '{citations,0,source}', to_jsonb(source_key)),
            '{citations,0,key}', to_jsonb('c' || record_number || '.1')) end,
        ${actor.id}, ${actor.name}, import_id
      from import_rows
      where import_id = ${importId}::int and outcome = 'imported'
        and position >= ${from}::int and position < ${from + ROWS_A_STATEMENT}::int
      order by position`,
  );
}

const PUBLIC_ID: Sql = sql`(case d.kind when 'claim' then 'C' else 'S' end || d.record_number)`;

/** One event for each draft of an import with an id in this range; between them may be ids of others. */
function beginnings(importId: number, from: number, before: number): Sql {
  return sql`select d.id as place, 'begun' as action, 'D' || d.id as subject,
      format('Began a draft of %s with import %s.', ${PUBLIC_ID}, ${importId}::int) as summary, null::text as reason,
      null::jsonb as before, d.content as after
    from drafts d where d.id >= ${from}::int and d.id < ${before}::int and d.import_id = ${importId}::int`;
}

const Gone = z.object({ subject: z.string() });

/** Records that will never be, though they are being appraised. */
const GONE: Sql = sql`select ${PUBLIC_ID} as subject from import_undone d
  join appraisal_rounds r on r.subject = ${PUBLIC_ID} and r.state in ('open', 'differing') where d.is_new`;

const Range = z.object({ first: z.number().int(), until: z.number().int(), total: z.number().int() });

/** Discards every draft of an import that is not published, with its event. @returns how many */
export async function discardDrafts(
  tx: Transaction,
  actor: Actor,
  { importId, reason, tell }: { importId: number; reason: string; tell: Tell },
): Promise<number> {
  await execute(
    tx,
    sql`create temporary table import_undone on commit drop as
        select id, kind, record_number, base_version is null as is_new from drafts
      where import_id = ${importId}::int and state in ('draft', 'in-review') order by id for update`,
  );
  const [range] = await queryIn(
    tx,
    Range,
    sql`select coalesce(min(id), 0) as first, coalesce(max(id), -1) as until, count(*)::int as total from import_undone`,
  );
  const { first, until, total } = range ?? { first: 0, until: -1, total: 0 };
  let discarded = 0;
  for (let from = first; from <= until; from += ROWS_A_STATEMENT) {
    await tell('Discarding drafts', discarded, total);
    discarded += await execute(
      tx,
      sql`update drafts d set state = 'discarded', version = version + 1, updated_at = now()
        where d.id >= ${from}::int and d.id < ${from + ROWS_A_STATEMENT}::int and d.import_id = ${importId}::int
          and d.state in ('draft', 'in-review')`,
    );
  }
  // Rounds are locked before the first line of the history is written.
  const gone = await queryIn(tx, Gone, GONE);
  const voided = await voidRounds(
    tx,
    gone.map(({ subject }) => subject),
    `Its draft was discarded with the whole import ${importId}.`,
  );
  let told = 0;
  for (let from = first; from <= until; from += EVENTS_A_STATEMENT) {
    await tell('Writing the history', told, total);
    told += await recordEventsOf(
      tx,
      actor,
      sql`select d.id as place, 'discarded' as action, 'D' || d.id as subject,
          format('Discarded the draft of %s with the whole import %s.', ${PUBLIC_ID}, ${importId}::int) as summary,
          ${reason}::text as reason, null::jsonb as before, null::jsonb as after
        from import_undone d where d.id >= ${from}::int and d.id < ${from + EVENTS_A_STATEMENT}::int`,
    );
  }
  if (discarded !== total || told !== total) throw new Error(`import ${importId}: ${discarded}, ${told} of ${total}`);
  await recordEvents(tx, actor, voided);
  return total;
}
