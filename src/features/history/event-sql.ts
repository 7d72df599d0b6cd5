import { z } from 'zod';
import { type Sql, sql } from '../../db/sql';

/** What hashes and differences are made of, as the database has it. */
export const EventRow = z.object({
  position: z.number().int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  summary: z.string(),
  reason: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  prevHash: z.string(),
  hash: z.string(),
  hashed: z.string(),
});
export type EventRow = z.infer<typeof EventRow>;

/** Columns of `events e`. */
export const EVENT_COLUMNS: Sql = sql`e.position, to_json(e.at) as at, e.actor, e.action, e.subject, e.summary, e.reason,
  e.before, e.after, e.prev_hash as "prevHash", e.hash, event_text_v1(e.position, e.at, e.actor, e.actor_id, e.action,
    e.subject, e.summary, e.reason, e.before, e.after, e.prev_hash) as hashed`;
