/**
 * Whether a document that an event kept is the record as it was: an event of a public record can also keep something
 * else, such as its grade, which has a history of its own and is no version.
 */
export function isVersion(subject: string, document: unknown): boolean {
  if (document === null || document === undefined) return false;
  return !/^[CS][1-9]/.test(subject) || (document as { id?: unknown }).id === subject;
}
