import 'server-only';
import { isAPIError } from 'better-auth/api';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies } from 'next/headers';
import type { Transaction } from '../db/prisma';
import { auth, authIn } from './better-auth';
import { broughtSession } from './session';
import { sessionCookieName } from './settings';

/** What better-auth did, or why it did not, in words for whoever asked. */
type Outcome<T> = ({ ok: true } & T) | { ok: false; problem: string };

const PROBLEMS: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'This e-mail address and password do not belong together.',
  INVALID_PASSWORD: 'This is not your password.',
  PASSWORD_TOO_LONG: 'This e-mail address and password do not belong together.',
  // Said only to somebody who knows the password.
  ACCOUNT_CLOSED: 'This account is closed. An administrator can open it again.',
  INVALID_CODE: 'This code is not right, or no longer: the app shows a new one every thirty seconds.',
  INVALID_BACKUP_CODE: 'This is no recovery code of yours, or it has been used: each works once.',
  INVALID_TWO_FACTOR_COOKIE: 'That took too long. Sign in with your password again.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'That was tried too often. Sign in with your password again.',
  ACCOUNT_TEMPORARILY_LOCKED: 'That was tried too often. Try again in a quarter of an hour.',
  TOTP_ALREADY_ENABLED: 'The second factor is on already.',
  TOTP_NOT_ENABLED: 'The second factor is not on.',
  TWO_FACTOR_NOT_ENABLED: 'The second factor is not on.',
};

async function outcome<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, ...(await work) };
  } catch (error) {
    const problem = isAPIError(error) ? PROBLEMS[String(error.body?.code)] : undefined;
    if (problem === undefined) throw error;
    return { ok: false, problem };
  }
}

/** Opens a session with a password, or asks for the second factor; the cookie goes with the answer to this request. */
export async function openSession(
  body: { email: string; password: string },
  headers: Headers,
): Promise<Outcome<{ asksForCode: boolean }>> {
  const brought = await broughtSession();
  const signedIn = auth().api.signInEmail({ body, headers: withoutSession(headers) });
  const opened = await outcome(signedIn.then((answer) => ({ asksForCode: 'twoFactorRedirect' in answer })));
  if (opened.ok) await brought.end();
  return opened;
}

/** Opens the session that waits for its second factor. A recovery code is used up by it. */
export async function openWithCode(
  { code, kind }: { code: string; kind: 'app' | 'recovery' },
  headers: Headers,
): Promise<Outcome<{ userId: string }>> {
  const brought = await broughtSession();
  const request = { body: { code }, headers: withoutSession(headers) };
  const checked = kind === 'app' ? auth().api.verifyTOTP(request) : auth().api.verifyBackupCode(request);
  const opened = await outcome(checked.then(({ user }) => ({ userId: user.id })));
  if (opened.ok) await brought.end();
  return opened;
}

/**
 * Whoever signs in is nobody yet. With a session, better-auth would hold the code against that person's secret, and not
 * against the secret of whoever just gave their password.
 */
function withoutSession(headers: Headers): Headers {
  const sent = (headers.get('cookie') ?? '').split(/;\s*/);
  const others = sent.filter((cookie) => !cookie.startsWith(`${sessionCookieName()}=`));
  const without = new Headers(headers);
  without.set('cookie', others.join('; '));
  return without;
}

/** Ends the session of this request for good: its cookie opens nothing any more, whoever has a copy of it. */
export async function closeSession(headers: Headers): Promise<void> {
  await auth().api.signOut({ headers });
}

/** Begins to set the second factor up: it asks for nothing before `confirmTwoFactor`. */
export async function beginTwoFactor(
  password: string,
  headers: Headers,
): Promise<Outcome<{ uri: string; recoveryCodes: string[] }>> {
  const begun = auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers });
  return outcome(
    begun.then((answer) => {
      if (answer.method !== 'totp') throw new Error('asked for an app, and got something else');
      return { uri: answer.totpURI, recoveryCodes: answer.backupCodes };
    }),
  );
}

/** Runs a change in a transaction that also writes it down: src/features/accounts/two-factor-writer.ts. */
type Within = <T extends { ok: true }>(
  change: (tx: Transaction) => Promise<T | { ok: false; problem: string }>,
) => Promise<T | { ok: false; problem: string }>;

/** Turns the second factor on, with a code that shows that the app has the secret. The session gets a new cookie. */
export async function confirmTwoFactor(within: Within, code: string, headers: Headers): Promise<Outcome<object>> {
  return withCookies(within, (tx) => authIn(tx).api.verifyTOTP({ body: { code }, headers, returnHeaders: true }));
}

export async function endTwoFactor(within: Within, password: string, headers: Headers): Promise<Outcome<object>> {
  const request = { body: { password }, headers, returnHeaders: true } as const;
  return withCookies(within, (tx) => authIn(tx).api.disableTwoFactor(request));
}

/** New recovery codes; the earlier ones work no longer. */
export async function renewRecoveryCodes(
  within: Within,
  password: string,
  headers: Headers,
): Promise<Outcome<{ recoveryCodes: string[] }>> {
  const made = await within((tx) => outcome(authIn(tx).api.generateBackupCodes({ body: { password }, headers })));
  return made.ok ? { ok: true, recoveryCodes: made.backupCodes } : made;
}

/** The browser gets its new cookie when the change is kept, and not before: otherwise it would have one of no session. */
async function withCookies(
  within: Within,
  change: (tx: Transaction) => Promise<{ headers: Headers }>,
): Promise<Outcome<object>> {
  const changed = await within((tx) => outcome(change(tx).then((answer) => ({ given: answer.headers }))));
  if (!changed.ok) return changed;
  const store = await cookies();
  for (const [name, given] of parseSetCookieHeader(changed.given.get('set-cookie') ?? ''))
    store.set(name, given.value, toCookieOptions(given));
  return { ok: true };
}
