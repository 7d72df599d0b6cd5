/**
 * An address of this site that somebody is to be led on to, out of an address that anybody can have written; the fallback
 * for everything else. Browsers read "//host", "/\host" and addresses with a tab in them as another site.
 */
export function localPath(given: unknown, fallback: string): string {
  if (typeof given !== 'string' || given.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(given)) return fallback;
  const base = 'http://plumbline.invalid';
  const url = new URL(given, base);
  // "/.//host" becomes "//host" once it has been read.
  return url.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : fallback;
}
