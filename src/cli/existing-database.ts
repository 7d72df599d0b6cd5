import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../db/embedded-postgres';
import type { Env } from '../lib/env';
import { Failure } from './failure';
import { claimDataDirectory } from './instance';
import { onStop } from './stopping';

/**
 * The address of the database of this site, for a command that works beside it: as its owner, where that is known. The
 * embedded one is used as it runs, and started and stopped again where it does not.
 *
 * @param command what to say that runs here, to whoever starts the site meanwhile
 */
export async function openExistingDatabase(env: Env, command: string): Promise<string> {
  if (env.DATABASE_URL !== undefined) return env.DATABASE_URL;
  const dataDirectory = join(env.DATA_DIR, 'postgres');
  // Its password stands beside it wherever root keeps the data itself.
  if (!existsSync(env.DATA_DIR)) throw nothingHere(env);
  const starting = startEmbeddedPostgres({ dataDirectory });
  onStop(async () => {
    const server = await starting.catch(() => null);
    if (server !== null && !server.wasRunning) await server.stop();
  });
  const server = await starting;
  if (server.fresh) throw nothingHere(env);
  // Otherwise npm start would take the database over, and lose it when this command ends.
  if (!server.wasRunning) await claimDataDirectory(env.DATA_DIR, command);
  return server.url('plumbline');
}

function nothingHere({ DATA_DIR }: Env): Failure {
  return new Failure(`There is no database in ${DATA_DIR} yet: npm start makes one, or set DATABASE_URL.`);
}
