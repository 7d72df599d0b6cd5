import 'server-only';
import { z } from 'zod';
import { queryOne, sql } from '../db/sql';
import { type Actor, Role, SCOPES, Scope } from '../domain/permission';
import { hashToken } from '../lib/token';

/** Somebody who comes with a key. */
export type KeyHolder = { actor: Actor; key: { name: string; scopes: Scope[]; expiresAt: Date } };

const Row = z.object({
  id: z.string(),
  key_id: z.number(),
  name: z.string(),
  roles: z.array(Role),
  affiliations: z.array(z.string()),
  key_name: z.string(),
  scopes: z.array(Scope),
  expires_at: z.date(),
});

/** Whose key this is; null for one that is wrong, revoked or too old, or of a closed account. */
export async function holderOf(key: string): Promise<KeyHolder | null> {
  if (!/^plb_[\w-]{43}$/.test(key)) return null;
  const row = await queryOne(
    Row,
    sql`
    with found as (
      select k.id as key_id, k.name as key_name, k.scopes, k.expires_at, k.last_used_at,
        p.id, p.name, p.roles, p.affiliations
      from api_keys k join people p on p.id = k.person_id
      where k.hash = ${hashToken(key)} and k.revoked_at is null and k.expires_at > now() and p.closed_at is null
    ), used as (
      update api_keys set last_used_at = now() from found
      where api_keys.id = found.key_id
        and (found.last_used_at is null or found.last_used_at < now() - interval '1 minute')
    )
    select id, key_id, name, roles, affiliations, key_name, scopes, expires_at from found`,
  );
  if (row === null) return null;
  const { id, name, roles, affiliations, scopes } = row;
  const only = [...new Set(scopes.flatMap((scope) => SCOPES[scope].permissions))];
  return {
    actor: { id, name, roles, affiliations, only, key: { id: row.key_id, name: row.key_name } },
    key: { name: row.key_name, scopes, expiresAt: row.expires_at },
  };
}
