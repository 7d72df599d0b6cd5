import 'server-only';
import { isAPIError } from 'better-auth/api';
import { publicUrl } from '../lib/env';
import { signOnAuth } from './better-auth';
import { marker } from './marker';
import { PROVIDER_ID, signOnName } from './oidc';
import { sessionCookieName } from './settings';

/** Leads to the identity provider; the answer carries the cookie by which the way back is known. */
export async function startSignOn(next: string): Promise<Response> {
  if (signOnName() === null) return leadTo('/sign-in');
  try {
    const { headers, response } = await signOnAuth().api.signInSocial({
      body: { provider: PROVIDER_ID, callbackURL: next, errorCallbackURL: '/sign-in', disableRedirect: true },
      returnHeaders: true,
    });
    if (!response.url) return leadTo('/sign-in?error=provider');
    headers.delete('content-length');
    return answer(response.url, headers);
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return leadTo('/sign-in?error=provider');
  }
}

/** The way back from the identity provider: the one address of better-auth's own that is reachable from outside. */
export async function finishSignOn(request: Request): Promise<Response> {
  if (signOnName() === null) return leadTo('/sign-in');
  const { search } = new URL(request.url);
  // The address that we are known by: behind a proxy, the request has another.
  const url = `${publicUrl()}/api/auth/callback/${PROVIDER_ID}${search}`;
  const answered = await signOnAuth().handler(new Request(url, { headers: request.headers }));
  const to = answered.headers.get('location') ?? '/sign-in?error=provider';
  const headers = new Headers();
  for (const cookie of answered.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  const opened = answered.headers
    .getSetCookie()
    .some((cookie) => new RegExp(`^${sessionCookieName()}=[^;]`).test(cookie));
  if (opened) headers.append('Set-Cookie', markerHeader());
  return answer(to, headers);
}

function markerHeader(): string {
  const { name, value, path, sameSite, secure, maxAge } = marker(true);
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; SameSite=${sameSite}${secure ? '; Secure' : ''}`;
}

function leadTo(path: string): Response {
  return answer(path, new Headers());
}

function answer(location: string, headers: Headers): Response {
  const own = location.startsWith(`${publicUrl()}/`) ? location.slice(publicUrl().length) : location;
  headers.set('Location', own);
  headers.set('Cache-Control', 'private, no-store');
  return new Response(null, { status: 303, headers });
}
