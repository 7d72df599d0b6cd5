import 'server-only';
import { z } from 'zod';
import { query, queryOne, type Sql, sql } from '../../db/sql';
import { type Actor, permit, Role } from '../../domain/permission';

const PersonRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  affiliations: z.array(z.string()),
  twoFactorEnabled: z.boolean(),
  closedAt: z.date().nullable(),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
});
export type PersonRow = z.infer<typeof PersonRow>;

const selectPeople = (where: Sql) => sql`
  select id, name, email, roles, affiliations, two_factor_enabled as "twoFactorEnabled",
    closed_at as "closedAt", created_at as "createdAt",
    (select max(last_used_at) from sessions where person_id = people.id) as "lastUsedAt"
  from people ${where} order by closed_at is not null, lower(name), id`;

/** Everybody who has an account, the closed ones last. */
export async function listPeople(actor: Actor | null): Promise<PersonRow[]> {
  permit(actor, 'person.read');
  return query(PersonRow, selectPeople(sql``));
}

export async function getPerson(actor: Actor | null, id: string): Promise<PersonRow | null> {
  permit(actor, 'person.read');
  return queryOne(PersonRow, selectPeople(sql`where id = ${id}`));
}

const InvitationRow = z.object({
  id: z.number(),
  email: z.string(),
  roles: z.array(Role),
  invitedBy: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  expired: z.boolean(),
});
export type InvitationRow = z.infer<typeof InvitationRow>;

/** Invitations that nobody has accepted or taken back. */
export async function listInvitations(actor: Actor | null): Promise<InvitationRow[]> {
  permit(actor, 'person.read');
  return query(
    InvitationRow,
    sql`
    select id, email, roles, created_by_name as "invitedBy", created_at as "createdAt", expires_at as "expiresAt",
      expires_at <= now() as expired
    from one_time_links where kind = 'invitation' and used_at is null and revoked_at is null
    order by created_at desc, id desc`,
  );
}

const PersonEvent = z.object({
  id: z.coerce.number(),
  at: z.date(),
  actor: z.string(),
  summary: z.string(),
});
export type PersonEvent = z.infer<typeof PersonEvent>;

/** The last things that were done to an account or with it, the newest first. */
export async function listPersonEvents(actor: Actor | null, id: string): Promise<PersonEvent[]> {
  permit(actor, 'person.read');
  return query(
    PersonEvent,
    sql`select id, at, actor, summary from events where subject = ${`person:${id}`} order by id desc limit 50`,
  );
}
