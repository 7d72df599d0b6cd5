import 'server-only';
import type { Actor } from '../../domain/permission';
import type { Transaction } from '../../db/prisma';
import { type Sql, sql } from '../../db/sql';

/** One line of the history, before it is written. `before` and `after` are whole documents, so that they can be compared. */
export type NewEvent = {
  /** What was done, in a word: "published", "merged", "invited". */
  action: string;
  /** Public id of what changed (C12, S7), or what stands for one where nobody outside may see it: D5, import:3, person:…. */
  subject: string;
  /** One sentence for whoever reads the history. */
  summary: string;
  reason?: string | null;
  before?: unknown;
  after?: unknown;
};

/** Events sent in one statement: some megabytes of documents, and no more. */
const BATCH = 1000;

/**
 * Writes events in the transaction of the change they tell of: neither is ever there without the other. Call it last:
 * from here to the end of the transaction, everybody else who writes history waits (docs/decisions/0026-a-chained-history.md).
 */
export async function recordEvents(
  tx: Transaction,
  actor: Pick<Actor, 'name' | 'key'> & { id: string | null },
  events: readonly NewEvent[],
): Promise<void> {
  for (let first = 0; first < events.length; first += BATCH) {
    const batch = JSON.stringify(events.slice(first, first + BATCH));
    // Time, place in the chain and hashes are set by the database, in the order of the list.
    await tx.$executeRaw`insert into events (actor, actor_id, action, subject, summary, reason, before, after)
      select ${actor.name}::text, ${actor.id}::text, action, subject, summary || ${byKey(actor)}::text, reason,
        nullif(before, 'null'), nullif(after, 'null')
      from rows from (jsonb_to_recordset(${batch}::jsonb)
        as (action text, subject text, summary text, reason text, before jsonb, after jsonb)) with ordinality as e
      order by e.ordinality`;
  }
}

/** What a script did says by which of its owner's keys: names of keys can be the same, numbers cannot. */
function byKey({ key }: Pick<Actor, 'key'>): string {
  return key === undefined ? '' : ` By the key ${key.id} for scripts, “${key.name}”.`;
}

/**
 * The same for very many events whose documents are in the database already: they do not travel through this process.
 *
 * @param rows a select of place (the order among them), action, subject, summary, reason, before and after
 */
export async function recordEventsOf(
  tx: Transaction,
  actor: Pick<Actor, 'name' | 'key'> & { id: string | null },
  rows: Sql,
): Promise<number> {
  const { text, values } = sql`insert into events (actor, actor_id, action, subject, summary, reason, before, after)
    select ${actor.name}::text, ${actor.id}::text, action, subject, summary || ${byKey(actor)}::text, reason, before, after
    from (${rows}) e
    order by e.place`;
  return tx.$executeRawUnsafe(text, ...values);
}
