import 'server-only';
import { z } from 'zod';
import { publicId, type RecordKind } from '../../domain/record';
import { queryIn, type Transaction } from '../../db/prisma';
import { type Sql, sql } from '../../db/sql';
import { lockRecord } from '../documents/data';
import type { NewEvent } from '../history/event-writer';

// A merge concerns two records, every open draft that names the one that goes, and, of sources, every claim that cites
// it. They are locked before anything is written, in the order that everybody keeps: drafts before records, claims
// before sources, each by number (docs/guides/editing.md). Publishing does the same: first its draft, then its record,
// and then what the record names.

/** Something names the record that goes, and was not there when the locks were taken: they have to be taken again. */
export class MoreNowConcerned extends Error {
  override name = 'MoreNowConcerned';
}

const Numbered = z.object({ id: z.number().int() });

type Locked = Awaited<ReturnType<typeof lockRecord>>;
export type MergeLock = { gives: Locked; takes: Locked; drafts: readonly number[] };

/** @throws MoreNowConcerned when it grew while the locks were waited for: nothing is written yet, and it can be tried again */
export async function lockMerge(tx: Transaction, kind: RecordKind, from: number, into: number): Promise<MergeLock> {
  const drafts = await lockDrafts(tx, kind, from);
  const citing = kind === 'source' ? await lockCiting(tx, from) : [];
  const locked = new Map<number, Locked>();
  for (const number of [from, into].sort((a, b) => a - b)) {
    // The one that goes is locked wholly, so that nobody names it any more.
    if (number === from) await queryIn(tx, z.object({}), sql`select from ${TABLE[kind]} where id = ${from} for update`);
    locked.set(number, await lockRecord(tx, kind, number));
  }
  const draftsNow = await queryIn(tx, Numbered, sql`select d.id from drafts d where ${concerned(kind, from)}`);
  const citingNow = kind === 'source' ? await queryIn(tx, Numbered, citingStatement(from)) : [];
  if (hasMore(drafts, draftsNow) || hasMore(citing, citingNow)) throw new MoreNowConcerned();
  return { gives: locked.get(from) ?? null, takes: locked.get(into) ?? null, drafts };
}

const TABLE: Readonly<Record<RecordKind, Sql>> = { claim: sql`claims`, source: sql`sources` };

function hasMore(locked: readonly number[], now: readonly { id: number }[]): boolean {
  return now.some(({ id }) => !locked.includes(id));
}

async function lockDrafts(tx: Transaction, kind: RecordKind, from: number): Promise<number[]> {
  const rows = await queryIn(
    tx,
    Numbered,
    sql`select d.id from drafts d where ${concerned(kind, from)} order by d.id for update`,
  );
  return rows.map(({ id }) => id);
}

const citingStatement = (source: number) =>
  sql`select distinct claim_id as id from citations where source_id = ${source}`;

async function lockCiting(tx: Transaction, source: number): Promise<number[]> {
  const rows = await queryIn(
    tx,
    Numbered,
    sql`select id from claims where id in (${citingStatement(source)}) order by id for no key update`,
  );
  return rows.map(({ id }) => id);
}

/** Open drafts name sources and claims by their keys: as the source of a citation, and as the far end of a relation. */
const NAMED = { source: ['citations', 'source'], claim: ['relations', 'to'] } as const;

/** Open drafts `d` of the record that goes, and those that name it. */
function concerned(kind: RecordKind, from: number): Sql {
  const [list, field] = NAMED[kind];
  const key = sql`(select key from ${TABLE[kind]} where id = ${from})`;
  const naming = (content: Sql) =>
    sql`${content} @> jsonb_build_object(${list}::text, jsonb_build_array(jsonb_build_object(${field}::text, ${key})))`;
  return sql`d.state in ('draft', 'in-review') and ((d.kind = ${kind}::"RecordKind" and d.record_number = ${from})
    or (d.kind = 'claim' and ${naming(sql`d.content`)}))`;
}

type Concerned = {
  kind: RecordKind;
  from: number;
  into: number;
  keys: readonly [before: string, after: string];
  locked: readonly number[];
};

/**
 * Discards the drafts of the record that goes, and names the survivor in the others. Each has a version more, so that
 * whoever has it open notices.
 *
 * @returns the lines of the history that say so, for the caller to write last
 */
export async function changeDrafts(tx: Transaction, { locked, ...merge }: Concerned): Promise<NewEvent[]> {
  const own = await tx.draft.findMany({
    where: { id: { in: [...locked] }, kind: merge.kind, recordNumber: merge.from },
  });
  await tx.draft.updateMany({
    where: { id: { in: own.map(({ id }) => id) } },
    data: { state: 'discarded', version: { increment: 1 }, updatedAt: new Date() },
  });
  const discarded = own.map(({ id, content }) => ({
    action: 'discarded',
    subject: `D${id}`,
    summary: 'Discarded, because its record was merged into another.',
    before: content,
  }));
  const others = locked.filter((id) => own.every((draft) => draft.id !== id));
  return [...discarded, ...(await renameIn(tx, others, merge))];
}

const Renamed = z.object({ id: z.number().int(), before: z.unknown(), after: z.unknown() });

async function renameIn(
  tx: Transaction,
  drafts: readonly number[],
  { kind, from, into, keys: [before, after] }: Omit<Concerned, 'locked'>,
): Promise<NewEvent[]> {
  const [list, field] = NAMED[kind];
  const renamed = await queryIn(
    tx,
    Renamed,
    sql`update drafts d set version = d.version + 1, updated_at = now(), content = jsonb_set(d.content, array[${list}::text], (
        select jsonb_agg(case when entry ->> ${field}::text = ${before}::text
          then jsonb_set(entry, array[${field}::text], to_jsonb(${after}::text)) else entry end order by place)
        from jsonb_array_elements(d.content -> ${list}::text) with ordinality members (entry, place)))
      from drafts old where old.id = d.id and d.id = any(${[...drafts]}::int[])
      returning d.id, old.content as before, d.content as after`,
  );
  const summary = `Names ${publicId(kind, into)} in place of ${publicId(kind, from)}, which was merged into it.`;
  return renamed.map(({ id, ...contents }) => ({ action: 'saved', subject: `D${id}`, summary, ...contents }));
}
