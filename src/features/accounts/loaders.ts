import 'server-only';
import { redirect } from 'next/navigation';
import { signOnName } from '../../auth/oidc';
import { currentActor, currentSession, pendingPerson, type SignedIn } from '../../auth/session';
import { SESSION_IDLE_DAYS } from '../../auth/settings';
import { getPasswordHash, type KeyRow, listKeys, listSessions, type SessionRow } from './data';
import { findLink } from './link-data';

export type { KeyRow };

/** Whether this browser is signed in already. */
export async function isSignedIn(): Promise<boolean> {
  return (await currentActor()) !== null;
}

/** Whether a sign-in of this browser waits for its second factor. */
export async function waitsForCode(): Promise<boolean> {
  return (await pendingPerson()) !== null;
}

/** What the identity provider is called; null where there is none. */
export function loadSignOnName(): string | null {
  return signOnName();
}

export type AccountPage = SignedIn & { sessions: SessionRow[]; hasPassword: boolean };

export async function loadAccount(): Promise<AccountPage> {
  const session = await loadSession();
  return {
    ...session,
    sessions: await listSessions(session.actor, SESSION_IDLE_DAYS),
    hasPassword: (await getPasswordHash(session.actor)) !== null,
  };
}

export async function loadOwnKeys(): Promise<KeyRow[]> {
  return listKeys(await currentActor());
}

/** For the page of the second factor. */
export async function loadTwoFactor(): Promise<{ on: boolean; hasPassword: boolean }> {
  const { actor, twoFactorEnabled } = await loadSession();
  return { on: twoFactorEnabled, hasPassword: (await getPasswordHash(actor)) !== null };
}

/** Whether a link for a new password still works. */
export async function isOpenReset(token: unknown): Promise<boolean> {
  return typeof token === 'string' && (await findLink('password-reset', token.slice(0, 200)))?.state === 'open';
}

async function loadSession(): Promise<SignedIn> {
  return (await currentSession()) ?? redirect('/sign-in?next=/desk/account');
}
