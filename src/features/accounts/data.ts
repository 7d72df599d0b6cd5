import 'server-only';
import { z } from 'zod';
import { query, queryOne, sql } from '../../db/sql';
import { type Actor, permit, Scope } from '../../domain/permission';

const SessionRow = z.object({
  id: z.string(),
  userAgent: z.string().nullable(),
  createdAt: z.date(),
  lastUsedAt: z.date(),
});
export type SessionRow = z.infer<typeof SessionRow>;

/** The sessions of the own account that still open it, the last used first. */
export async function listSessions(actor: Actor | null, idleDays: number): Promise<SessionRow[]> {
  permit(actor, 'account.use');
  return query(
    SessionRow,
    sql`
    select id, user_agent as "userAgent", created_at as "createdAt", last_used_at as "lastUsedAt"
    from sessions
    where person_id = ${actor.id} and expires_at > now() and last_used_at > now() - make_interval(days => ${idleDays}::int)
    order by last_used_at desc`,
  );
}

const KeyRow = z.object({
  id: z.number(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(Scope),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  expired: z.boolean(),
});
export type KeyRow = z.infer<typeof KeyRow>;

/** The keys of the own account, those that were revoked or have expired among them. */
export async function listKeys(actor: Actor | null): Promise<KeyRow[]> {
  permit(actor, 'account.use');
  return query(
    KeyRow,
    sql`
    select id, name, prefix, scopes, created_at as "createdAt", expires_at as "expiresAt",
      last_used_at as "lastUsedAt", revoked_at as "revokedAt", expires_at <= now() as expired
    from api_keys where person_id = ${actor.id} order by revoked_at is not null, created_at desc, id desc`,
  );
}

/** The hash of the own password; null for somebody who comes in through an identity provider alone. */
export async function getPasswordHash(actor: Actor | null): Promise<string | null> {
  permit(actor, 'account.use');
  const row = await queryOne(
    z.object({ password: z.string().nullable() }),
    sql`select password from credentials where person_id = ${actor.id} and provider_id = 'credential'`,
  );
  return row?.password ?? null;
}
