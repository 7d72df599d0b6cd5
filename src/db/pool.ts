import pg from 'pg';
import { readEnv } from '../lib/env';
import { isOutage, setOutage } from '../lib/outage';

/**
 * One pool a process, shared by raw SQL and Prisma. Kept on globalThis because hot reload evaluates this module
 * again and each evaluation would otherwise leave ten open connections behind.
 */
const holder = globalThis as unknown as { plumblinePool?: pg.Pool };

export function pool(): pg.Pool {
  holder.plumblinePool ??= createPool(readEnv());
  return holder.plumblinePool;
}

function createPool(env: { DATABASE_URL?: string | undefined; DATABASE_POOL_MAX: number }): pg.Pool {
  if (env.DATABASE_URL === undefined) {
    throw new Error('DATABASE_URL is not set: start with "npm start", which brings a database of its own');
  }
  const created = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_MAX,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    // A runaway query gives up long before a reader does.
    statement_timeout: 15_000,
    application_name: 'plumbline',
  });
  // An idle connection that breaks (the server went away) must not end the process; the next query reconnects.
  created.on('error', (error) => {
    console.error(`database connection lost: ${error.message}`);
    watchOutage();
  });
  return created;
}

const PROBE_EVERY_MS = 1000;

/** The database seems to be away: says so, and asks it every second until it answers again. */
export function watchOutage(): void {
  if (isOutage()) return;
  setOutage(true);
  const probe = async () => {
    const back = await pool()
      .query('select 1')
      .then(
        () => true,
        () => false,
      );
    if (back) setOutage(false);
    else setTimeout(probe, PROBE_EVERY_MS).unref();
  };
  void probe();
}

/** Closes the pool: for command lines and tests, so that the process can end. */
export async function closePool(): Promise<void> {
  const open = holder.plumblinePool;
  holder.plumblinePool = undefined as unknown as pg.Pool;
  await open?.end();
}
