import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import pg from 'pg';
import { ensureAppRole } from '../db/app-role';
import { startEmbeddedPostgres } from '../db/embedded-postgres';
import { runNode } from './child';
import { Failure } from './failure';
import type { DatabaseUrls } from './prepare-database';
import { onStop } from './stopping';

// Databases for tests: one cluster, shared by every test run of this folder, and in it databases of each run's own.

const ROLE = 'plumbline_test_app';
const LOCK = 20_261_124;

/** Nothing here outlives a power cut, and nobody wants it to: writing gets several times faster. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export type TestDatabases = {
  /** Any database of the server, as its superuser. */
  adminUrl: string;
  /** Creates an empty database of this run. */
  create(name: string): Promise<DatabaseUrls>;
  /** Creates a migrated database with the evidence base in it. */
  createSeeded(name: string): Promise<DatabaseUrls>;
  /** Creates a copy of another database of this run, in a tenth of a second; an earlier copy of that name goes. */
  copy(template: DatabaseUrls, name: string): Promise<DatabaseUrls>;
};

/** Opens the server of the tests: the one TEST_DATABASE_URL names, or the embedded one in .data/test-postgres. */
export async function openTestDatabases(): Promise<TestDatabases> {
  const run = `plumbline_test_${randomBytes(4).toString('hex')}`;
  const { adminUrl, holder } = await connect(run);
  await locked(holder, () => dropAbandoned(holder));
  const role = { name: ROLE, password: createHash('sha256').update(new URL(adminUrl).password).digest('base64url') };
  await locked(holder, () => ensureAppRole(adminUrl, role));
  const urlsOf = (database: string): DatabaseUrls => ({
    ownerUrl: withPath(adminUrl, database),
    appUrl: withPath(adminUrl, database, role),
  });
  const create = async (name: string) => {
    await holder.query(`create database ${holder.escapeIdentifier(`${run}_${name}`)}`);
    return urlsOf(`${run}_${name}`);
  };
  return {
    adminUrl,
    create,
    createSeeded: async (name) => {
      const urls = await create(name);
      await seed(urls);
      return urls;
    },
    copy: async (template, name) => copyDatabase(template, `${run}_${name}`),
  };
}

/** Creates a copy of a database, on the same server and for the same role. */
export async function copyDatabase({ ownerUrl, appUrl }: DatabaseUrls, name: string): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: withPath(ownerUrl, 'postgres') });
  await client.connect();
  try {
    const template = client.escapeIdentifier(new URL(ownerUrl).pathname.slice(1));
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${client.escapeIdentifier(name)} template ${template}`);
  } finally {
    await client.end();
  }
  return { ownerUrl: withPath(ownerUrl, name), appUrl: withPath(appUrl, name) };
}

function withPath(url: string, database: string, role?: { name: string; password: string }): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (role !== undefined) Object.assign(address, { username: role.name, password: role.password });
  return address.href;
}

/**
 * Connects under the run's name and stays connected: that connection is how other runs see that this one is alive,
 * and the last to leave stops the server.
 */
async function connect(run: string): Promise<{ adminUrl: string; holder: pg.Client }> {
  const given = process.env.TEST_DATABASE_URL;
  const dataDirectory = join(process.env.DATA_DIR || '.data', 'test-postgres');
  for (let attempt = 1; ; attempt += 1) {
    try {
      const server = given ? null : await startEmbeddedPostgres({ dataDirectory, settings: SETTINGS });
      const adminUrl = given ?? server?.url('postgres') ?? '';
      const holder = new pg.Client({ connectionString: adminUrl, application_name: run });
      await holder.connect();
      holder.on('error', () => {}); // The server was stopped under us; whoever needs it next will say so.
      onStop(async () => {
        await dropDatabases(holder, run);
        const others = await holder.query(
          "select 1 from pg_stat_activity where application_name like 'plumbline\\_test\\_%' and pid <> pg_backend_pid()",
        );
        await holder.end();
        if (others.rowCount === 0) await server?.stop();
      });
      return { adminUrl, holder };
    } catch (error) {
      if (given)
        throw new Failure(`The server that TEST_DATABASE_URL names cannot be used: ${(error as Error).message}`);
      // Another run may be starting or stopping the same server in this moment.
      if (attempt === 5) throw error;
      await delay(1000);
    }
  }
}

async function locked<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

/** Drops what killed runs left behind. */
async function dropAbandoned(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ run: string }>(
    `select distinct substring(datname from '^plumbline_test_[0-9a-f]{8}') as run from pg_database
     where datname ~ '^plumbline_test_[0-9a-f]{8}_' and not exists
       (select from pg_stat_activity a where a.application_name = substring(pg_database.datname from '^plumbline_test_[0-9a-f]{8}'))`,
  );
  for (const { run } of rows) await dropDatabases(client, run);
}

async function dropDatabases(client: pg.Client, run: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [`${run}_`],
  );
  for (const { datname } of rows)
    await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`);
}

/** In a process of its own: this one may be the test runner's, where the features' server-only files do not load. */
async function seed({ ownerUrl, appUrl }: DatabaseUrls): Promise<void> {
  const file = join('src', 'cli', 'prepare.ts');
  const outcome = await runNode(['--conditions=react-server', '--import', 'tsx', file], {
    DATABASE_ADMIN_URL: ownerUrl,
    DATABASE_URL: appUrl,
  });
  if (outcome.code !== 0) throw new Failure(`The test database could not be prepared:\n${outcome.output}`);
}
