/**
 * Reads an address as the URL standard does (https://url.spec.whatwg.org/); null: it is none.
 *
 * Not URL.canParse: in Node 20 that begins, once it has been called often, to refuse every address with a letter such as ü.
 *
 * @param base what a relative address is relative to
 */
export function readUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
