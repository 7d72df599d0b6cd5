import { existsSync } from 'node:fs';
import { readEnv } from '../lib/env';
import { buildIfStale } from './build';
import { openDatabase } from './database';
import { Failure } from './failure';
import { generateClient } from './generate-client';
import { claimDataDirectory } from './instance';
import { authSecretOf } from './kept-secret';
import { loadBundle, migrateDatabase } from './prepare-database';
import { seconds, step } from './steps';
import { isStopping, stopOnSignals } from './stopping';
import { expectFreePort, startWebServer } from './web-server';

/** From a fresh clone to a served page, and down again in good order: what npm start and npm run dev do. */
export async function serve(mode: 'production' | 'development'): Promise<number> {
  const started = performance.now();
  let serving = false;
  stopOnSignals(() => (serving ? 0 : 130));
  if (existsSync('.env')) process.loadEnvFile('.env');
  const env = readEnv();
  console.log('Plumbline');
  const running = await claimDataDirectory(env.DATA_DIR, `http://localhost:${env.PORT}`);
  await expectFreePort(env.PORT, env.LISTEN_ADDRESS);

  const did = (words: string) => (done: boolean) => (done ? words : 'up to date');
  await step('Database client', generateClient, did('generated'));
  const database = await step(
    'PostgreSQL',
    () => openDatabase(env),
    ({ where }) => where,
  );
  await step(
    'Migrations',
    () => migrateDatabase(database),
    (names) => (names.length > 0 ? `${names.length} applied` : 'up to date'),
  );
  await step(
    'Evidence base',
    () => loadBundle(database),
    ({ loaded, claims, sources }) => (loaded ? `${claims} claims and ${sources} sources added` : 'up to date'),
  );
  if (mode === 'production') await step('Build', buildIfStale, did('built'));
  const authSecret = await authSecretOf(env);
  const server = await step('Web server', () =>
    startWebServer({ mode, port: env.PORT, host: env.LISTEN_ADDRESS, databaseUrl: database.appUrl, authSecret }),
  );
  await running(server.pid);
  serving = true;
  console.log(`\nReady in ${seconds(started)}: ${server.address}\nCtrl-C stops everything.`);
  const code = await server.ended;
  if (isStopping()) await new Promise(() => {}); // The signal's handler ends the process.
  throw new Failure(
    `The web server ended by itself (code ${code}): what it said stands above. Start again with npm start.`,
  );
}
