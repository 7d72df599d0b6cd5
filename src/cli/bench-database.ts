import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { ensureAppRole } from '../db/app-role';
import { ensureDatabase, startEmbeddedPostgres } from '../db/embedded-postgres';
import { fillDatabase } from './bench-fill';
import { runNode } from './child';
import { Failure } from './failure';
import { fingerprint } from './fingerprint';
import { type DatabaseUrls, migrateDatabase } from './prepare-database';
import { step } from './steps';
import { onStop } from './stopping';

// Databases of made-up evidence, kept from one run to the next: a million claims are not made in a minute. They live
// in a server of the benchmark's own, with the product's settings, so that nothing else works on it meanwhile.

const ROLE = 'plumbline_bench_app';

/** What the contents of the database depend on; when one changes, it is made anew. */
const MADE_FROM = [
  ...['random', 'vocabulary', 'synthetic'].map((name) => join('bench', `${name}.ts`)),
  join('src', 'cli', 'bench-fill.ts'),
  join('src', 'features', 'claims', 'index-writer.ts'),
  join('prisma', 'migrations'),
  join('prisma', 'seed', 'geographies.json'),
  join('prisma', 'seed', 'topics.json'),
];

/** The server's address: the one BENCH_DATABASE_URL names, or the embedded one in this folder, stopped with us. */
export async function openBenchServer(dataDirectory: string): Promise<string> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return given;
  const starting = startEmbeddedPostgres({ dataDirectory: join(dataDirectory, 'postgres') });
  onStop(async () => (await starting.catch(() => null))?.stop());
  return (await starting).url('postgres');
}

/** A database with so many claims: the one of an earlier run, or a new one. */
export async function openBenchDatabase(serverUrl: string, claims: number, seed: number): Promise<DatabaseUrls> {
  const name = `plumbline_bench_${claims}`;
  const urls = await urlsOf(serverUrl, name);
  const wanted = JSON.stringify({ claims, seed, from: await fingerprint(MADE_FROM) });
  const label = `Evidence, ${claims.toLocaleString('en')} claims`;
  const kept = await step(
    label,
    async () => (await contentsOf(serverUrl, name)) === wanted,
    (same) => (same ? 'kept from an earlier run' : 'to be made'),
  );
  if (kept) return urls;
  await onServer(serverUrl, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
  await ensureDatabase(serverUrl, name);
  await step('  migrations', () => migrateDatabase(urls));
  await fillDatabase(urls.ownerUrl, claims, seed);
  // Last of all: a database whose making was interrupted has no contents to its name.
  await onServer(serverUrl, (client) =>
    client.query(`comment on database ${client.escapeIdentifier(name)} is ${client.escapeLiteral(wanted)}`),
  );
  return urls;
}

/** A database with the evidence base that comes with the product, made anew each time: it takes seconds. */
export async function openBundledDatabase(serverUrl: string): Promise<DatabaseUrls> {
  const name = 'plumbline_bench_bundle';
  const urls = await urlsOf(serverUrl, name);
  await onServer(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
  await ensureDatabase(serverUrl, name);
  // In a process of its own: the benchmark's database is another one.
  const args = ['--conditions=react-server', '--import', 'tsx', join('src', 'cli', 'prepare.ts')];
  const { code, output } = await runNode(args, { DATABASE_ADMIN_URL: urls.ownerUrl, DATABASE_URL: urls.appUrl });
  if (code !== 0) throw new Failure(`The evidence base could not be loaded:\n${output}`);
  return urls;
}

async function urlsOf(serverUrl: string, name: string): Promise<DatabaseUrls> {
  const password = createHash('sha256')
    .update(`bench ${new URL(serverUrl).password}`)
    .digest('base64url');
  await ensureAppRole(serverUrl, { name: ROLE, password });
  const owner = new URL(serverUrl);
  owner.pathname = `/${name}`;
  const app = new URL(owner);
  Object.assign(app, { username: ROLE, password });
  return { ownerUrl: owner.href, appUrl: app.href };
}

/** What the database of this name says of itself; null when there is none, or it was never finished. */
async function contentsOf(serverUrl: string, name: string): Promise<string | null> {
  const { rows } = await onServer(serverUrl, (client) =>
    client.query<{ said: string | null }>(
      "select shobj_description(oid, 'pg_database') as said from pg_database where datname = $1",
      [name],
    ),
  );
  return rows[0]?.said ?? null;
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
