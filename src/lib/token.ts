import { createHash, randomBytes } from 'node:crypto';

/** What opens a door once: 32 bytes of chance, as they stand in a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What we keep of it. SHA-256 is enough for what is as long as chance can make it; a database that is stolen opens
 * nothing.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
