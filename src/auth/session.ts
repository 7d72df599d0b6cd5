import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { z } from 'zod';
import { query, queryOne, sql } from '../db/sql';
import { type Actor, Role } from '../domain/permission';
import { authSecret, challengeCookieName, SESSION_IDLE_DAYS, sessionCookieName } from './settings';

/** Who is signed in, and with which session. */
export type SignedIn = { actor: Actor; sessionId: string; email: string; twoFactorEnabled: boolean };

/** Who asks, once a request; null for a stranger. A session that was ended, or of a closed account, is nobody's. */
export const currentActor: () => Promise<Actor | null> = async () => (await currentSession())?.actor ?? null;

/** The same with what only the account's own pages need. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  return sessionOf((await cookies()).get(sessionCookieName())?.value);
});

const Row = z.object({
  session_id: z.string(),
  id: z.string(),
  name: z.string(),
  email: z.string(),
  two_factor_enabled: z.boolean(),
  roles: z.array(Role),
  affiliations: z.array(z.string()),
});

/**
 * Whose session a cookie is. One statement reads it and, at most once a minute, writes down that it was used.
 *
 * @param cookie its value, decoded: token and signature
 */
export async function sessionOf(cookie: string | undefined): Promise<SignedIn | null> {
  const token = cookie === undefined ? null : signedToken(cookie);
  if (token === null) return null;
  const row = await queryOne(
    Row,
    sql`
    with found as (
      select s.id as session_id, s.last_used_at, p.id, p.name, p.email, p.two_factor_enabled, p.roles, p.affiliations
      from sessions s join people p on p.id = s.person_id
      where s.token = ${token} and s.expires_at > now() and p.closed_at is null
        and s.last_used_at > now() - make_interval(days => ${SESSION_IDLE_DAYS}::int)
    ), used as (
      update sessions set last_used_at = now() from found
      where sessions.id = found.session_id and found.last_used_at < now() - interval '1 minute'
    )
    select session_id, id, name, email, two_factor_enabled, roles, affiliations from found`,
  );
  if (row === null) return null;
  const { session_id: sessionId, email, two_factor_enabled: twoFactorEnabled, ...actor } = row;
  return { actor, sessionId, email, twoFactorEnabled };
}

/**
 * The session that this browser came with. A sign-in gives it another, and then this one is ended: nobody could use it any
 * more, and it would stand in the list of whoever it was.
 *
 * @returns what ends it; ask before the new cookie is set
 */
export async function broughtSession(): Promise<{ end(): Promise<void> }> {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const token = cookie === undefined ? null : signedToken(cookie);
  const end = async () => {
    if (token !== null) await query(z.unknown(), sql`delete from sessions where token = ${token}`);
  };
  return { end };
}

/** Whose sign-in waits for its second factor in this browser; null when none does. */
export async function pendingPerson(): Promise<string | null> {
  const cookie = (await cookies()).get(challengeCookieName())?.value;
  const challenge = cookie === undefined ? null : signedToken(cookie);
  if (challenge === null) return null;
  const row = await queryOne(
    z.object({ person: z.string() }),
    sql`select value as person from verifications where identifier = ${challenge} and expires_at > now()`,
  );
  return row?.person ?? null;
}

/** The token of a cookie that we signed; null for any other. */
function signedToken(cookie: string): string | null {
  const dot = cookie.lastIndexOf('.');
  if (dot < 1) return null;
  const token = cookie.slice(0, dot);
  const given = Buffer.from(cookie.slice(dot + 1), 'base64');
  const right = signatureOf(token);
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

/** A token as better-auth writes it into a cookie: with its signature. */
export function signToken(token: string): string {
  return `${token}.${signatureOf(token).toString('base64')}`;
}

function signatureOf(token: string): Buffer {
  return createHmac('sha256', authSecret()).update(token).digest();
}
