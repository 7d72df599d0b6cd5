import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Env } from '../lib/env';

/** A secret that chance makes once and that only we can read: the app role's password, what signs the cookies. */
export async function keptSecret(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept.trim() !== '') return kept.trim();
  const secret = randomBytes(32).toString('base64url');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}

/** What signs the cookies: the one that is set, or one of our own. */
export async function authSecretOf(env: Env): Promise<string> {
  return env.BETTER_AUTH_SECRET ?? (await keptSecret(join(env.DATA_DIR, 'auth-secret')));
}
