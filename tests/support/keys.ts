import pg from 'pg';
import type { Scope } from '../../src/domain/permission';
import { hashToken, newToken } from '../../src/lib/token';
import { peopleDatabaseUrl, type TestPerson } from './people';

type KeyChanges = { scopes?: readonly Scope[]; expires?: string; revoked?: boolean; name?: string };

/** Makes somebody a key for scripts, in the server's database. */
export async function makeKeyFor(
  person: TestPerson,
  { scopes = ['read', 'import.run'], expires = '1 day', revoked = false, name = 'A test' }: KeyChanges = {},
): Promise<string> {
  const key = `plb_${newToken()}`;
  await inDatabase(
    `insert into api_keys (person_id, name, prefix, hash, scopes, expires_at, revoked_at)
     values ($1, $2, $3, $4, $5, now() + $6::interval, $7)`,
    [person.id, name, key.slice(0, 12), hashToken(key), scopes, expires, revoked ? new Date() : null],
  );
  return key;
}

/** Asks the server's database. */
export async function inDatabase(text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: peopleDatabaseUrl() });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
