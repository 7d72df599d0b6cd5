import { z } from 'zod';
import type { Transaction } from '../../db/prisma';
import { type Actor, Role } from '../../domain/permission';
import { hashToken, newToken } from '../../lib/token';
import type { LinkKind } from './schema';

type NewLink = {
  kind: LinkKind;
  hours: number;
  email?: string;
  personId?: string;
  roles?: readonly Role[];
  affiliations?: readonly string[];
  by?: Actor;
};

/** Makes a link that works once. @returns what stands in the link; only its hash is kept */
export async function makeLink(tx: Transaction, link: NewLink): Promise<{ id: number; token: string }> {
  const token = newToken();
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    insert into one_time_links
      (kind, token_hash, email, person_id, roles, affiliations, created_by_id, created_by_name, expires_at)
    values (${link.kind}::"LinkKind", ${hashToken(token)}, ${link.email ?? null}, ${link.personId ?? null},
      ${[...(link.roles ?? [])]}, ${[...(link.affiliations ?? [])]}, ${link.by?.id ?? null}, ${link.by?.name ?? null},
      now() + make_interval(hours => ${link.hours}::int))
    returning id`;
  if (row === undefined) throw new Error('the link was not made');
  return { id: row.id, token };
}

const Taken = z.object({
  id: z.number(),
  email: z.string().nullable(),
  personId: z.string().nullable(),
  roles: z.array(Role),
  affiliations: z.array(z.string()),
});
export type Taken = z.infer<typeof Taken>;

/**
 * Uses a link up, in the transaction of what it is used for: of two who send it at once, one gets it.
 *
 * @returns null for a link that was never made, or is used, revoked or too old
 */
export async function takeLink(tx: Transaction, kind: LinkKind, token: string): Promise<Taken | null> {
  const rows = await tx.$queryRaw<unknown[]>`
    update one_time_links set used_at = now()
    where token_hash = ${hashToken(token)} and kind = ${kind}::"LinkKind"
      and used_at is null and revoked_at is null and expires_at > now()
    returning id, email, person_id as "personId", roles, affiliations`;
  return rows[0] === undefined ? null : Taken.parse(rows[0]);
}

/** Takes back the open links of a kind: all of them, or those for one person or address. */
export async function revokeLinks(
  tx: Transaction,
  kind: LinkKind,
  of: { personId?: string; email?: string; id?: number } = {},
): Promise<number> {
  return tx.$executeRaw`
    update one_time_links set revoked_at = now()
    where kind = ${kind}::"LinkKind" and used_at is null and revoked_at is null
      and (${of.personId ?? null}::text is null or person_id = ${of.personId ?? null})
      and (${of.email ?? null}::text is null or email = ${of.email ?? null})
      and (${of.id ?? null}::int is null or id = ${of.id ?? null})`;
}
