import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * JSON in canonical form: the same value gives the same characters wherever it is written, RFC 8785 (JSON Canonicalization
 * Scheme). @throws {Error} for what JSON cannot say: not a number, infinite, undefined as a whole
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this value has no JSON');
  return text;
}

/** SHA-256 in small hexadecimal digits; a text counts as UTF-8. */
export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
