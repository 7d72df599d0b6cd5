import 'server-only';
import { isAPIError } from 'better-auth/api';
import { publicUrl } from '../lib/env';
import { signOnAuth } from './better-auth';
import { openChallenge } from './challenge';
import { marker } from './marker';
import { arrivals, PROVIDER_ID, signOnName } from './oidc';
import { broughtSession } from './session';
import { sessionCookieName } from './settings';

/** Leads to the identity provider; the answer carries the cookie by which the way back is known. */
export async function startSignOn(next: string): Promise<Response> {
  if (signOnName() === null) return leadTo('/sign-in');
  try {
    const { headers, response } = await signOnAuth().api.signInSocial({
      body: {
        provider: PROVIDER_ID,
        callbackURL: next,
        errorCallbackURL: `/sign-in?next=${encodeURIComponent(next)}`,
        disableRedirect: true,
      },
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
  const brought = await broughtSession();
  const arrival = { vouchedFor: false, waiting: null as string | null };
  const answered = await arrivals.run(arrival, () =>
    signOnAuth().handler(new Request(url, { headers: request.headers })),
  );
  const to = answered.headers.get('location') ?? '/sign-in';
  const cookies = answered.headers.getSetCookie();
  const headers = new Headers();
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  if (cookies.some((cookie) => new RegExp(`^${sessionCookieName()}=[^;]`).test(cookie))) {
    headers.append('Set-Cookie', markerHeader());
    await brought.end();
    return answer(to, headers);
  }
  const next = encodeURIComponent(new URL(to, publicUrl()).searchParams.get('next') ?? '/desk');
  // Why it did not work is not said: better-auth's word for it tells whether somebody has an account.
  if (arrival.waiting === null) return answer(`/sign-in?next=${next}&error=provider`, headers);
  headers.append('Set-Cookie', await openChallenge(arrival.waiting));
  return answer(`/sign-in/code?next=${next}`, headers);
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
