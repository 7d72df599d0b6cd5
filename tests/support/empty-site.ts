import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { runNode } from '../../src/cli/child';
import { stopAll } from '../../src/cli/stopping';
import { openTestDatabases } from '../../src/cli/test-database';
import { startTestServer } from '../../src/cli/test-server';
import { peopleDatabaseUrl } from './people';
import { serverUrl } from './server';

/** A site that nobody has an account on yet, and its set-up link, as the start command prints it. */
export type EmptySite = { address: string; setUpLink: string; stop(): Promise<void> };

/** The server under test while nobody has an account there; otherwise another one beside it, over a new database. */
export async function openEmptySite(): Promise<EmptySite> {
  const here = peopleDatabaseUrl();
  if (await isEmpty(here))
    return { address: serverUrl(), setUpLink: await setUpLink(here, serverUrl()), stop: async () => {} };
  const { address, databaseUrl } = await startTestServer(
    await openTestDatabases(),
    `empty_${randomBytes(3).toString('hex')}`,
  );
  return { address, setUpLink: await setUpLink(databaseUrl, address), stop: stopAll };
}

async function isEmpty(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query('select 1 from people limit 1')).rowCount === 0;
  } finally {
    await client.end();
  }
}

/** In a process of its own: this one is the test runner's, where the features' server-only files do not load. */
async function setUpLink(databaseUrl: string, address: string): Promise<string> {
  const script = `import('./src/cli/prepare-database.ts').then(async (m) =>
    console.log(await m.openSetUpLink({ ownerUrl: '', appUrl: process.env.DATABASE_URL }, ${JSON.stringify(address)})))`;
  const env = { DATABASE_URL: databaseUrl };
  const { code, output } = await runNode(['--conditions=react-server', '--import', 'tsx', '-e', script], env);
  if (code !== 0) throw new Error(`there is no set-up link: ${output}`);
  return output.trim();
}
