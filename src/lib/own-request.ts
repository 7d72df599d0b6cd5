import { publicUrl } from './env';

type Headers = { get(name: string): string | null };

/**
 * Whether the browser says that a page of ours sent this request: by Sec-Fetch-Site where it sends that (no page can
 * forge it), and by Origin. A request that says neither comes from no browser that we could believe.
 */
export function isOwnRequest(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (origin === null) return site === 'same-origin';
  return origin === publicUrl() || isThisHost(origin, headers);
}

/** A name that the server answers to need not be the one it is configured with: localhost and 127.0.0.1. */
function isThisHost(origin: string, headers: Headers): boolean {
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return host !== null && /^https?:\/\//.test(origin) && origin.replace(/^https?:\/\//, '') === host;
}
