import 'server-only';
import { cookies } from 'next/headers';
import { type Actor, may } from '../domain/permission';
import { sessionOf } from './session';
import { MARKER_COOKIE, SESSION_SECONDS, sessionCookieName, usesSecureCookies } from './settings';

/**
 * Lets the scripts of public pages see whether this browser is signed in, and whether its account may see drafts: said
 * anew with each sign-in, and taken back when the session of this answer is over.
 */
export async function markBrowser(): Promise<void> {
  const store = await cookies();
  const session = await sessionOf(store.get(sessionCookieName())?.value);
  const { name, value, ...options } = marker(session?.actor ?? null);
  store.set(name, value, options);
}

/** The same for an answer that we write ourselves. */
export function marker(actor: Pick<Actor, 'roles'> | null) {
  return {
    name: MARKER_COOKIE,
    value: actor === null ? '' : may(actor, 'draft.read') ? 'drafts' : '1',
    path: '/',
    sameSite: 'lax',
    secure: usesSecureCookies(),
    httpOnly: false,
    maxAge: actor === null ? 0 : SESSION_SECONDS,
  } as const;
}
