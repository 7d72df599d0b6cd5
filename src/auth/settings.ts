import 'server-only';
import { publicUrl, readEnv } from '../lib/env';

// What better-auth and our own reading of the cookie must agree on.

/** A session ends this long after the sign-in, in seconds: NIST SP 800-63B allows thirty days. */
export const SESSION_SECONDS = 30 * 24 * 3600;
/** A session that nobody used this long is over, in days. */
export const SESSION_IDLE_DAYS = 7;

export const COOKIE_PREFIX = 'plumbline';

/** Over HTTPS the browser takes the cookie from nowhere else, and sends it nowhere else. */
export function usesSecureCookies(): boolean {
  return publicUrl().startsWith('https:');
}

export function sessionCookieName(): string {
  return cookieName('session_token');
}

/** Of a sign-in that waits for its second factor. */
export function challengeCookieName(): string {
  return cookieName('two_factor');
}

function cookieName(name: string): string {
  return `${usesSecureCookies() ? '__Secure-' : ''}${COOKIE_PREFIX}.${name}`;
}

/** Says to scripts of our own pages that the browser is signed in, and may see drafts; it opens nothing (src/app/layout.tsx). */
export const MARKER_COOKIE = 'plumbline-desk';

let secret: string | undefined;

/** What signs the cookies and encrypts the second factors. @throws Error when the server was started without one. */
export function authSecret(): string {
  secret ??= readEnv().BETTER_AUTH_SECRET;
  if (secret === undefined)
    throw new Error('BETTER_AUTH_SECRET is not set: start with "npm start", which keeps one in the data directory');
  return secret;
}
