/** Thrown by a handler whose record has become part of another: the route wrapper answers 308 with the new address. */
export class Moved extends Error {
  override name = 'Moved';
  constructor(readonly location: string) {
    super(`moved to ${location}`);
  }
}

/** The address of a request with another record's id in it; what follows, and the search, stay. */
export function addressOf(request: Request, id: string): string {
  const { pathname, search } = new URL(request.url);
  return pathname.replace(/\/(claims|sources)\/[^/]+/, `/$1/${id}`) + search;
}

/** The address of a request whose list of ids names others: each once, in the same order. */
export function addressOfList(request: Request, name: string, ids: readonly string[]): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set(name, [...new Set(ids)].join(','));
  return `${pathname}?${searchParams.toString().replaceAll('%2C', ',')}`;
}
