import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort } from '../../src/cli/web-server';

// npm start as somebody meets it who has nothing but this folder: from nothing to a page, and down again. (The
// packages and the build are there: the other contract tests needed them.)

const PATIENCE = 60_000;
let folder = '';
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-start-'));
  await chmod(folder, 0o755);
});

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

type Started = { child: ChildProcess; said: () => string; ended: Promise<number | null> };

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['bin/plumbline.mjs', 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: '',
      DATABASE_ADMIN_URL: '',
      DATA_DIR: folder,
      LISTEN_ADDRESS: '127.0.0.1',
      ...env,
    },
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += data;
    });
  }
  const ended = new Promise<number | null>((done) => {
    child.once('close', (code) => {
      running.delete(child);
      done(code);
    });
  });
  return { child, said: () => output, ended };
}

async function ready(started: Started): Promise<void> {
  await expect.poll(started.said, { timeout: PATIENCE, interval: 200 }).toContain('Ready in');
}

/** What the database says, read past the product. */
async function ask(statement: string): Promise<unknown> {
  const [pidFile, password] = await Promise.all([
    readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8'),
    readFile(join(folder, 'postgres-password'), 'utf8'),
  ]);
  const port = Number(pidFile.split('\n')[3]);
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: password.trim(),
    database: 'plumbline',
  });
  await client.connect();
  try {
    return Object.values((await client.query(statement)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test('npm start goes from nothing to a page, stops in good order, and loses nothing when it is killed', {
  timeout: 3 * PATIENCE,
}, async () => {
  const port = String(await findFreePort());
  const first = start({ PORT: port });
  await ready(first);
  for (const step of ['Database client', 'PostgreSQL', 'Migrations', 'Evidence base', 'Build', 'Web server']) {
    expect(first.said()).toMatch(new RegExp(`${step} … .*\\d\\.\\d s`));
  }
  expect(first.said()).toContain(`http://127.0.0.1:${port}`);
  expect((await fetch(`http://127.0.0.1:${port}/api/v1/claims/C1`)).status).toBe(200);
  await ask("update claims set definition = 'Written between two starts.' where id = 1 returning id");
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();

  const second = start({ PORT: port });
  await ready(second);
  second.child.kill('SIGKILL');
  await second.ended;

  const third = start({ PORT: port });
  await ready(third);
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/claims/C1`);
  expect(await answer.json()).toMatchObject({ data: { definition: 'Written between two starts.' } });
  third.child.kill('SIGTERM');
  expect(await third.ended).toBe(0);
});

test('a port that is taken is an error that names the way out', { timeout: PATIENCE }, async () => {
  const port = await findFreePort();
  const other = createServer();
  await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
  const started = start({ PORT: String(port) });
  expect(await started.ended).toBe(1);
  expect(started.said()).toContain(`Port ${port} is taken`);
  expect(started.said()).toContain(`PORT=${port + 1} npm start`);
  await new Promise((done) => other.close(done));
});

const bad: [setting: string, value: string][] = [
  ['PORT', 'eighty'],
  ['DATABASE_URL', 'mysql://root:secret@localhost/x'],
  ['PUBLIC_URL', 'example'],
  ['LISTEN_ADDRESS', 'not an address'],
];
test.each(bad)('a setting that cannot be used is named, and its value is not: %s=%s', async (name, value) => {
  const started = start({ [name]: value });
  expect(await started.ended).toBe(1);
  expect(started.said()).toContain(`${name}:`);
  expect(started.said()).toContain('.env.example');
  expect(started.said()).not.toContain('secret');
});
