import 'server-only';
import { z } from 'zod';
import { queryOne, sql } from '../../db/sql';
import { Role } from '../../domain/permission';
import { hashToken } from '../../lib/token';
import type { LinkKind } from './schema';

const OpenLink = z.object({
  state: z.enum(['open', 'used', 'revoked', 'expired']),
  email: z.string().nullable(),
  roles: z.array(Role),
  invitedBy: z.string().nullable(),
  name: z.string().nullable(),
});
export type OpenLink = z.infer<typeof OpenLink>;

/** What a link is and whether it still works; null when none was ever made with this token. Reading does not use it up. */
export async function findLink(kind: LinkKind, token: string): Promise<OpenLink | null> {
  return queryOne(
    OpenLink,
    sql`
    select case when l.used_at is not null then 'used' when l.revoked_at is not null then 'revoked'
        when l.expires_at <= now() then 'expired' else 'open' end as state,
      coalesce(l.email, p.email) as email, l.roles, l.created_by_name as "invitedBy", p.name
    from one_time_links l left join people p on p.id = l.person_id
    where l.token_hash = ${hashToken(token)} and l.kind = ${kind}::"LinkKind"`,
  );
}
