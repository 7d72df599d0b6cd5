import { ReleaseId } from './release';

const NAMED = /\/(?:verify|fact-sheets)\/(R[0-9A-Za-z]{8})(?![0-9A-Za-z])/i;

/**
 * The id of a release as somebody typed it or copied it: in small letters, with blanks or hyphens, with the letters that
 * Crockford's base 32 leaves out because they are taken for digits (O for 0, I and L for 1), or within an address. Null for
 * anything else.
 */
export function readReleaseId(text: string): string | null {
  const typed = (NAMED.exec(text)?.[1] ?? text).toUpperCase().replace(/[\s-]/g, '');
  const id = typed.slice(0, 1) + typed.slice(1).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return ReleaseId.safeParse(id).data ?? null;
}

/** A SHA-256 as somebody copied it: alone, or in a line as `sha256sum` prints it; null where there is none. */
export function readSha256(text: string): string | null {
  return /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i.exec(text)?.[0].toLowerCase() ?? null;
}
