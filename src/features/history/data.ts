import 'server-only';
import { z } from 'zod';
import { isOwnAct } from '../../domain/history/actions';
import { changeSummary, difference, type FieldChange } from '../../domain/history/difference';
import { type Names, namedKeys } from '../../domain/history/field-words';
import { isVersion } from '../../domain/history/version';
import { query, queryOne, sql } from '../../db/sql';
import { BadCursor, decodeCursor, encodeCursor } from '../../lib/cursor';
import { EVENT_COLUMNS, EventRow } from './event-sql';
import { ChainHead, type HistoryEntry, type LatestChange, PublicSubject } from './schema';

const Place = z.tuple([z.literal('history'), z.number().int()]);
const ZEROS = '0'.repeat(64);

/** An event with what it changed. */
export type ReadEvent = EventRow & { changes: FieldChange[] };
export type EventPage = { events: ReadEvent[]; next: string | null };

/** Whether this is the id of a record that is public, or was until it was merged into another. */
export async function hasPublicHistory(subject: string): Promise<boolean> {
  if (!PublicSubject.safeParse(subject).success) return false;
  const [table, kind] = subject.startsWith('C') ? [sql`claims`, 'claim'] : [sql`sources`, 'source'];
  const number = Number(subject.slice(1));
  const found = await queryOne(
    z.object({}),
    sql`select from ${table} where id = ${number} union all
      select from merged_records where kind::text = ${kind} and number = ${number} limit 1`,
  );
  return found !== null;
}

/**
 * One page of the history of anything, newest first. Whether it may be seen is for the caller to know.
 *
 * @param options.limit 1–100 events a page
 * @throws {BadCursor} when the cursor is not one of a history
 */
export async function listEvents(
  subject: string,
  options: { limit: number; cursor?: string | undefined },
): Promise<EventPage> {
  const place = options.cursor === undefined ? null : decodeCursor(Place, options.cursor);
  if (options.cursor !== undefined && place === null) throw new BadCursor('is not a cursor of this list');
  const rows = await query(
    EventRow,
    sql`select ${EVENT_COLUMNS} from events e where e.subject = ${subject}
      and e.position < ${place?.[1] ?? 2_147_483_647} order by e.position desc limit ${options.limit + 1}`,
  );
  const page = rows.slice(0, options.limit);
  const last = page.at(-1);
  return {
    events: await withChanges(page),
    next: rows.length > options.limit && last ? encodeCursor(['history', last.position]) : null,
  };
}

async function withChanges(rows: readonly EventRow[]): Promise<ReadEvent[]> {
  const names = await namesOf(rows.flatMap(({ before, after }) => [before, after]));
  return rows.map((row) => ({ ...row, changes: changesOf(row, names) }));
}

/** What an event changed. The first version of a record differs from nothing, and that is no news. */
export function changesOf(
  { subject, before, after }: Pick<EventRow, 'subject' | 'before' | 'after'>,
  names: Names,
): FieldChange[] {
  if (after === null || (before === null && isVersion(subject, after))) return [];
  return difference(before, after, names);
}

const NameRow = z.object({ key: z.string(), name: z.string() });

/** What the records and citations that these documents name are called. */
export async function namesOf(documents: readonly unknown[]): Promise<Names> {
  const keys = [...new Set(documents.flatMap(namedKeys))];
  if (keys.length === 0) return new Map();
  const rows = await query(
    NameRow,
    sql`select key, short_name as name from sources where key = any(${keys}::text[])
      union all select key, 'C' || id from claims where key = any(${keys}::text[])
      union all select x.key, s.short_name || ', C' || x.claim_id from citations x join sources s on s.id = x.source_id
        where x.key = any(${keys}::text[])`,
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** The last events of a record in short. */
export async function listLatestChanges(subject: string, limit = 5): Promise<LatestChange[]> {
  const rows = await query(
    EventRow,
    sql`select ${EVENT_COLUMNS} from events e where e.subject = ${subject} order by e.position desc limit ${limit}`,
  );
  const names = await namesOf(rows.flatMap(({ before, after }) => (before === null ? [] : [before, after])));
  return rows.map((row) => ({
    position: row.position,
    at: row.at,
    actor: isOwnAct(row.action) ? row.actor : null,
    summary: row.summary,
    changed: changeSummary(changesOf(row, names)),
  }));
}

/** The history of a public record as the API gives it; null when nothing public has this id. */
export async function getPublicHistory(
  subject: string,
  options: { limit: number; cursor?: string | undefined; documents: boolean },
): Promise<{ data: HistoryEntry[]; next: string | null } | null> {
  if (!(await hasPublicHistory(subject))) return null;
  const { events, next } = await listEvents(subject, options);
  const data = events.map(({ subject: _subject, before, after, ...entry }) => ({
    ...entry,
    ...(options.documents ? { before, after } : {}),
  }));
  return { data, next };
}

/** A version of a record: as it was after an event. */
export type Version = { event: EventRow; document: unknown };

/**
 * The record as it was after this event: what the event kept, or else what the next one found. Null: there is no such
 * event of this subject, or nobody kept the record.
 */
export async function getVersion(position: number, subject: string | null = null): Promise<Version | null> {
  const row = await queryOne(
    EventRow.extend({ later: z.unknown() }),
    sql`select ${EVENT_COLUMNS}, (select n.before from events n where n.subject = e.subject and n.position > e.position
        and (n.before->>'id' = e.subject or n.after->>'id' = e.subject or e.subject !~ '^[CS][1-9]')
        and num_nonnulls(n.before, n.after) > 0 order by n.position limit 1) as later
      from events e where e.position = ${position} and (${subject}::text is null or e.subject = ${subject})`,
  );
  if (row === null) return null;
  const { later, ...event } = row;
  const document = [event.after, later].find((kept) => isVersion(event.subject, kept));
  return document === undefined ? null : { event, document };
}

/** Two versions of one record, and what differs between them; null when one of them is not there. */
export async function compareVersions(subject: string, from: number, to: number) {
  const [earlier, later] = await Promise.all([getVersion(from, subject), getVersion(to, subject)]);
  if (earlier === null || later === null) return null;
  const names = await namesOf([earlier.document, later.document]);
  return { from: earlier.event, to: later.event, changes: difference(earlier.document, later.document, names) };
}

/** The end of the chain. */
export async function getChainHead(): Promise<ChainHead> {
  const head = await queryOne(
    ChainHead,
    sql`select position, hash, to_json(at) as at from events order by position desc limit 1`,
  );
  return head ?? { position: 0, hash: ZEROS, at: null };
}
