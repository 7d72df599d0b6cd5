import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { copyDatabase } from '../../src/cli/test-database';
import { closePool } from '../../src/db/pool';

// Loaded before each integration test file, and so before any module that opens a connection: the file gets a fresh
// copy of the template, in its worker's place, and works on it with the rights of the web server.

const template = inject('template');
const name = `${new URL(template.ownerUrl).pathname.slice(1)}_${process.env.VITEST_POOL_ID ?? '0'}`;
const urls = await copyDatabase(template, name);
process.env.DATABASE_URL = urls.appUrl;
process.env.DATABASE_ADMIN_URL = urls.ownerUrl;

afterAll(closePool);

/** A connection to this file's database; as its owner for what the web server has no right to. */
export async function connect(as: 'app' | 'owner' = 'app'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: as === 'app' ? urls.appUrl : urls.ownerUrl });
  await client.connect();
  afterAll(() => client.end());
  return client;
}
