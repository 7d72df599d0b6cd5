import { join } from 'node:path';
import pg from 'pg';
import { ensureAppRole } from '../db/app-role';
import { ensureDatabase, startEmbeddedPostgres } from '../db/embedded-postgres';
import type { Env } from '../lib/env';
import { Failure } from './failure';
import { keptSecret } from './kept-secret';
import type { DatabaseUrls } from './prepare-database';
import { onStop } from './stopping';

const DATABASE = 'plumbline';
const APP_ROLE = 'plumbline_app';

/** The database to work on: the server that DATABASE_URL names, or the embedded one, which is stopped with us. */
export async function openDatabase(env: Env): Promise<DatabaseUrls & { where: string }> {
  if (env.DATABASE_URL !== undefined) {
    const urls = { ownerUrl: env.DATABASE_ADMIN_URL ?? env.DATABASE_URL, appUrl: env.DATABASE_URL };
    await expectAnswer('DATABASE_URL', urls.appUrl);
    if (env.DATABASE_ADMIN_URL !== undefined) await expectAnswer('DATABASE_ADMIN_URL', urls.ownerUrl);
    return { ...urls, where: new URL(env.DATABASE_URL).host };
  }
  const starting = startEmbeddedPostgres({ dataDirectory: join(env.DATA_DIR, 'postgres') });
  // Registered before it runs: an interruption while it starts must stop it, too.
  onStop(async () => (await starting.catch(() => null))?.stop());
  const server = await starting;
  await ensureDatabase(server.url('postgres'), DATABASE);
  const role = { name: APP_ROLE, password: await keptSecret(join(env.DATA_DIR, 'app-role-password')) };
  const ownerUrl = server.url(DATABASE);
  await ensureAppRole(ownerUrl, role);
  return { ownerUrl, appUrl: server.url(DATABASE, role), where: server.fresh ? 'embedded, new' : 'embedded' };
}

/** @throws {Failure} saying what to look at, without the address: it holds a password. */
async function expectAnswer(name: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    throw new Failure(
      `The database that ${name} names (${new URL(url).host}) cannot be used: ${message || code}.\n` +
        `Start it or mend the address; without DATABASE_URL, Plumbline brings a PostgreSQL of its own.`,
    );
  } finally {
    await client.end().catch(() => {}); // A connection that never opened has nothing to close.
  }
}
