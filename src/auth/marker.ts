import 'server-only';
import { cookies } from 'next/headers';
import { MARKER_COOKIE, SESSION_SECONDS, usesSecureCookies } from './settings';

/** Lets the scripts of public pages see that this browser is signed in, or no longer. */
export async function markBrowser(signedIn: boolean): Promise<void> {
  const { name, value, ...options } = marker(signedIn);
  (await cookies()).set(name, value, options);
}

export function marker(signedIn: boolean) {
  return {
    name: MARKER_COOKIE,
    value: signedIn ? '1' : '',
    path: '/',
    sameSite: 'lax',
    secure: usesSecureCookies(),
    httpOnly: false,
    maxAge: signedIn ? SESSION_SECONDS : 0,
  } as const;
}
