import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, ensureDatabase, startEmbeddedPostgres } from '../../src/db/embedded-postgres';

// These servers are this file's own, each in a folder of its own.

const folders: string[] = [];
const running = new Set<EmbeddedPostgres>();

afterAll(async () => {
  for (const server of running) await server.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-postgres-'));
  folders.push(folder);
  await chmod(folder, mode);
  return folder;
}

async function start(dataDirectory: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDirectory, settings: { fsync: 'off' } });
  running.add(server);
  return server;
}

async function stop(server: EmbeddedPostgres): Promise<void> {
  await server.stop();
  running.delete(server);
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(statement)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test('what is written is there again after a stop and a start', { timeout: 60_000 }, async () => {
  const data = join(await newFolder(0o755), 'postgres');
  const first = await start(data);
  expect(first.fresh).toBe(true);
  expect(await ensureDatabase(first.url('postgres'), 'kept')).toBe(true);
  await ask(first.url('kept'), 'create table notes as select 7 as n');
  await stop(first);
  await expect(ask(first.url('kept'), 'select 1')).rejects.toThrow(/ECONNREFUSED/);

  const second = await start(data);
  expect(second.fresh).toBe(false);
  expect(await ensureDatabase(second.url('postgres'), 'kept')).toBe(false);
  expect(await ask(second.url('kept'), 'select n from notes')).toBe(7);
  await stop(second);
});

test('it listens on the loopback address only, asks for a password, and keeps it from other people', {
  timeout: 60_000,
}, async () => {
  const data = join(await newFolder(0o755), 'postgres');
  const server = await start(data);
  expect(await ask(server.url('postgres'), 'show listen_addresses')).toBe('127.0.0.1');
  const wrong = server.url('postgres', { name: 'postgres', password: 'guess' });
  await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
  expect((await stat(`${data}-password`)).mode & 0o777).toBe(0o600);
  await stop(server);
});

test('a server whose parent was killed is taken over, with all that was written', { timeout: 60_000 }, async () => {
  const data = join(await newFolder(0o755), 'postgres');
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(resolve('src/db/embedded-postgres.ts'))};
    const server = await startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(data)} });
    console.log(server.url('postgres'));
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  const url = await new Promise<string>((done, failed) => {
    let errors = '';
    parent.stderr.on('data', (data) => {
      errors += data;
    });
    parent.stdout.once('data', (line) => done(String(line).trim()));
    parent.once('exit', () => failed(new Error(errors)));
  });
  await ask(url, 'create table notes as select 8 as n');
  parent.kill('SIGKILL');

  const heir = await start(data);
  expect(heir.url('postgres')).toBe(url);
  expect(await ask(heir.url('postgres'), 'select n from notes')).toBe(8);
  await stop(heir);
});

test('a server that was killed outright starts again with all that was written', { timeout: 60_000 }, async () => {
  const data = join(await newFolder(0o755), 'postgres');
  const first = await start(data);
  await ask(first.url('postgres'), 'create table notes as select 9 as n');
  const directory = String(await ask(first.url('postgres'), 'show data_directory'));
  const postmaster = Number((await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  process.kill(postmaster, 'SIGKILL');
  running.delete(first);

  const second = await start(data);
  expect(await ask(second.url('postgres'), 'select n from notes')).toBe(9);
  await stop(second);
});

test.runIf(process.getuid?.() === 0)(
  'as root in a folder that nobody else may enter, the server still runs, as somebody else',
  { timeout: 60_000 },
  async () => {
    const data = join(await newFolder(0o700), 'postgres');
    const server = await start(data);
    const directory = String(await ask(server.url('postgres'), 'show data_directory'));
    folders.push(join(directory, '..'));
    expect(directory.startsWith(data)).toBe(false);
    expect((await stat(directory)).uid).not.toBe(0);
    await stop(server);
    const again = await start(data);
    expect(again.fresh).toBe(false);
    await stop(again);
  },
);
