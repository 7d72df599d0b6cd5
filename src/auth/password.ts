import 'server-only';
import { hashPassword as hash, verifyPassword as verify } from 'better-auth/crypto';

/** A password as it is kept: scrypt with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

export function isPassword(password: string, kept: string): Promise<boolean> {
  return verify({ hash: kept, password });
}
