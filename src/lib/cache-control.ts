/**
 * How long a public answer may be kept. By a proxy: handed out for ten seconds without asking, and for ten more while
 * it fetches the new one, so that a retraction gets through within seconds (docs/guides/production.md). By a browser:
 * only if it asks again.
 */
export const PUBLIC_CACHE_CONTROL = 'public, max-age=0, s-maxage=10, stale-while-revalidate=10';

/**
 * The same for what is written down for good, and only says beside that whether something has changed since: a proxy need
 * not ask for five minutes.
 */
export const SETTLED_CACHE_CONTROL = 'public, max-age=0, s-maxage=300, stale-while-revalidate=60';
