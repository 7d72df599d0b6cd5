import 'server-only';
import { redirect } from 'next/navigation';
import { currentActor, sessionOf } from '../../auth/session';
import { sessionCookieName } from '../../auth/settings';
import { type Actor, type Denied, may, type Permission } from '../../domain/permission';
import { permissionFor, readPermission } from './schema';

/**
 * Who asks for a page of the desk, when they may: the first line of every such page. A stranger is led to the sign-in,
 * and somebody without the permission to the page that says what would be needed, which is sent with status 403.
 */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await currentActor();
  if (actor === null) redirect('/sign-in');
  if (!may(actor, permission)) redirect(deniedPath(permission));
  return actor;
}

/** For a page or an action that found out later: leads to the page that says what would be needed. */
export function leadToDenied(error: Denied): never {
  redirect(deniedPath(error.permission));
}

/**
 * For a page whose record is not there: leads to the page for that, which is sent whole and with status 404. Next's own
 * notFound() answers readers without scripts with an empty document.
 */
export function leadToNotFound(): never {
  redirect('/not-found');
}

export function deniedPath(permission: Permission): string {
  return `/desk/denied?permission=${permission}`;
}

/** What the page at that address tells of; of the desk as a whole, when the address names no permission. */
export function permissionOf(word: unknown): Permission {
  return readPermission(word) ?? 'account.use';
}

/** What the proxy does with a request for an address of the desk. */
export type DeskDecision = { go: 'on' } | { go: 'sign-in' } | { go: 'denied'; permission: Permission };

/** Decides before the page is made, because only then the status is still to be had. */
export async function decideDesk(path: string, cookie: (name: string) => string | undefined): Promise<DeskDecision> {
  const session = await sessionOf(cookie(sessionCookieName()));
  if (session === null) return { go: 'sign-in' };
  const permission = permissionFor(path) ?? 'account.use';
  return may(session.actor, permission) ? { go: 'on' } : { go: 'denied', permission };
}
