import 'server-only';
import { z } from 'zod';
import type { Actor } from '../../domain/permission';
import { publicId } from '../../domain/record';
import { queryIn, type Transaction } from '../../db/prisma';
import { sql } from '../../db/sql';
import { voidRounds } from '../appraisals/round-writer';
import { recordEvents } from '../history/event-writer';
import { execute } from './staging-writer';

// From the rows that were chosen to drafts: everything in one transaction, in statements over thousands of rows.

type Tell = (phase: string, done: number, total: number) => Promise<void>;

const ROWS_A_STATEMENT = 5000;
const EVENTS_A_STATEMENT = 1000;

/** Makes drafts of all rows that are to be taken. @returns how many */
export async function writeDrafts(tx: Transaction, actor: Actor, importId: number, tell: Tell): Promise<number> {
  await drawNumbers(tx, importId);
  await leaveOutOrphans(tx, importId);
  const [counted] = await queryIn(
    tx,
    z.object({ total: z.number().int(), last: z.number().int() }),
    sql`select count(*)::int as total, coalesce(max(position), 0) as last from import_rows
      where import_id = ${importId}::int and choice = 'take' and outcome is null`,
  );
  const { total, last } = counted ?? { total: 0, last: 0 };
  let written = 0;
  for (let from = 1; from <= last; from += ROWS_A_STATEMENT) {
    await tell('Writing drafts', written, total);
    written += await insertDrafts(tx, actor, importId, from);
  }
  await execute(
    tx,
    sql`update import_rows r set draft_id = d.id, outcome = 'imported' from drafts d
      where r.import_id = ${importId}::int and r.choice = 'take' and r.outcome is null
        and d.import_id = ${importId}::int and d.kind = r.kind and d.record_number = r.record_number`,
  );
  await execute(
    tx,
    sql`update import_rows set outcome = case when faults = '[]' then 'skipped' else 'faulty' end
      where import_id = ${importId}::int and outcome is null`,
  );
  await recordBeginnings(tx, actor, importId, { total, tell });
  return total;
}

/** The public numbers, in the order of the file: sources first, for claims name them. */
async function drawNumbers(tx: Transaction, importId: number): Promise<void> {
  for (const [kind, sequence] of [
    ['source', 'sources_id_seq'],
    ['claim', 'claims_id_seq'],
  ]) {
    await execute(
      tx,
      // Materialised: a plan that reads these rows twice would draw their numbers twice.
      sql`with n as materialized (select position, nextval(${sequence}::regclass)::int as number
          from (select position from import_rows where import_id = ${importId}::int and kind::text = ${kind}
            and choice = 'take' and faults = '[]' order by position) o)
        update import_rows r set record_number = n.number from n
        where r.import_id = ${importId}::int and r.position = n.position`,
    );
  }
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
    sql`update import_rows set outcome = 'left-out', record_number = null,
        message = format('its source "%s" was not imported', left(cited_source, 60))
      where import_id = ${importId}::int and kind = 'claim' and choice = 'take' and source_key is null`,
  );
}

function insertDrafts(tx: Transaction, actor: Actor, importId: number, from: number): Promise<number> {
  return execute(
    tx,
    sql`insert into drafts (kind, record_number, content, author_id, author_name, import_id)
      select kind, record_number,
        case when kind = 'source' then record
          else jsonb_set(jsonb_set(record, '{citations,0,source}', to_jsonb(source_key)),
            '{citations,0,key}', to_jsonb('c' || record_number || '.1')) end,
        ${actor.id}, ${actor.name}, import_id
      from import_rows
      where import_id = ${importId}::int and choice = 'take' and faults = '[]' and outcome is null
        and position >= ${from}::int and position < ${from + ROWS_A_STATEMENT}::int
      order by position`,
  );
}

const Begun = z.object({
  id: z.number().int(),
  kind: z.enum(['source', 'claim']),
  number: z.number().int(),
  content: z.unknown(),
});

/** One event a draft. They come last: until its end, nobody else can add to the history (its chain is locked). */
async function recordBeginnings(
  tx: Transaction,
  actor: Actor,
  importId: number,
  { total, tell }: { total: number; tell: Tell },
): Promise<void> {
  let last = 0;
  for (let done = 0; done < total; done += EVENTS_A_STATEMENT) {
    await tell('Writing the history', done, total);
    const drafts = await queryIn(
      tx,
      Begun,
      sql`select id, kind::text as kind, record_number as number, content from drafts
        where import_id = ${importId}::int and id > ${last}::int order by id limit ${EVENTS_A_STATEMENT}::int`,
    );
    last = drafts.at(-1)?.id ?? last;
    await recordEvents(
      tx,
      actor,
      drafts.map(({ id, kind, number, content }) => ({
        action: 'begun',
        subject: `D${id}`,
        summary: `Began a draft of ${publicId(kind, number)} with import ${importId}.`,
        after: content,
      })),
    );
  }
}

const Discarded = z.object({
  id: z.number().int(),
  kind: z.enum(['source', 'claim']),
  number: z.number().int(),
  /** Whether it is of a record that was not published before. */
  isNew: z.boolean(),
});

/** Discards every draft of an import that is not published, with its event. @returns how many */
export async function discardDrafts(tx: Transaction, actor: Actor, importId: number, reason: string): Promise<number> {
  const drafts = await queryIn(
    tx,
    Discarded,
    sql`update drafts set state = 'discarded', version = version + 1, updated_at = now()
      where id in (select id from drafts where import_id = ${importId}::int and state in ('draft', 'in-review')
        order by id for update)
      returning id, kind::text as kind, record_number as number, base_version is null as "isNew"`,
  );
  // Rounds are locked before the first line of the history is written.
  const gone = drafts.filter(({ isNew }) => isNew).map(({ kind, number }) => publicId(kind, number));
  const voided = await voidRounds(tx, gone, `Its draft was discarded with the whole import ${importId}.`);
  for (let from = 0; from < drafts.length; from += EVENTS_A_STATEMENT) {
    await recordEvents(
      tx,
      actor,
      drafts.slice(from, from + EVENTS_A_STATEMENT).map(({ id, kind, number }) => ({
        action: 'discarded',
        subject: `D${id}`,
        summary: `Discarded the draft of ${publicId(kind, number)} with the whole import ${importId}.`,
        reason,
      })),
    );
  }
  await recordEvents(tx, actor, voided);
  return drafts.length;
}
