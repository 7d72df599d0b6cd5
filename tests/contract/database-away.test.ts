import { readdir, readFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { findFreePort, startWebServer } from '../../src/cli/web-server';
import { stopAll } from '../../src/cli/stopping';
import { serverDatabaseUrl } from '../support/server';

// A server whose line to its database can be cut: between the two stands a relay that we close and open again.

const direct = new URL(serverDatabaseUrl());
const relayPort = await findFreePort();
let relay: { server: Server; sockets: Set<Socket> } | null = null;

function openRelay(): Promise<void> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(direct.port || 5432), direct.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  relay = { server, sockets };
  return new Promise((done) => server.listen(relayPort, '127.0.0.1', done));
}

async function cutRelay(): Promise<void> {
  const open = relay;
  relay = null;
  if (open === null) return;
  const closed = new Promise((done) => open.server.close(done));
  for (const socket of open.sockets) socket.destroy();
  await closed;
}

await openRelay();
const relayed = new URL(direct);
relayed.host = `127.0.0.1:${relayPort}`;
const port = await findFreePort();
const { address } = await startWebServer({
  mode: 'production',
  port,
  host: '127.0.0.1',
  databaseUrl: relayed.href,
  authSecret: 'nobody signs in while the database is away',
  env: { PUBLIC_URL: `http://127.0.0.1:${port}`, LISTEN_ADDRESS: '' },
});

afterAll(async () => {
  await cutRelay();
  await stopAll();
});

const get = (path: string) => fetch(`${address}${path}`);

/** An address of every page that reads the database: of every page with a loader of records. */
async function pagesWithRecords(): Promise<string[]> {
  const files = (await readdir('src/app', { recursive: true })).filter((file) => file.endsWith('page.tsx'));
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(`src/app/${file}`, 'utf8') })),
  );
  return (
    texts
      .filter(({ file, text }) => /(^|\/)page\.tsx$/.test(file) && /\/(loaders|\w+-page)'/.test(text))
      .filter(({ text }) => !text.includes('guides/loaders') || text.includes('claims/loaders'))
      // Instruments and checks are files of the product; the form for a text asks for nothing until one is sent.
      .filter(({ file }) => !/^(method\/instruments|docs\/checks|check)\//.test(file))
      .map(({ file }) => `/${file.replace(/\/?page\.tsx$/, '')}`)
      .map((path) => path.replace('topics/[code]', 'topics/online').replace('claims/[id]', 'claims/C1'))
      .map((path) => path.replace('sources/[id]', 'sources/S1').replace('[slug]', 'words'))
  );
}

test('with the database away, the API says when to come back and a page says so in words; then both work again', async () => {
  expect((await get('/readyz')).status).toBe(200);
  await cutRelay();

  const api = await get('/api/v1/claims?q=away');
  expect(api.status).toBe(503);
  expect(Number(api.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await api.json()).toMatchObject({ code: 'database-unavailable', status: 503 });
  expect((await get('/readyz')).status).toBe(503);
  expect((await get('/healthz')).status).toBe(200);

  const page = await get('/claims?q=away');
  expect(page.status).toBe(503);
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  const text = await page.text();
  expect(text).toContain('The database cannot be reached');
  expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1:\d+|at \w+ \(/);

  const card = await get('/embed/claims/C1');
  expect(card.status).toBe(503);
  expect(Number(card.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(card.headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect(await card.text()).toContain('The database cannot be reached');

  const pages = await pagesWithRecords();
  expect(pages.length).toBeGreaterThanOrEqual(9);
  const statuses = await Promise.all(pages.map(async (path) => [path, (await get(path)).status]));
  expect(statuses).toEqual(pages.map((path) => [path, 503]));
  for (const path of ['/check', '/method', '/about', '/safeguarding', '/docs/checks', '/method/instruments/aacods'])
    expect([path, (await get(path)).status]).toEqual([path, 200]);

  await openRelay();
  await expect.poll(async () => (await get('/api/v1/claims?q=away')).status, { timeout: 10_000 }).toBe(200);
  await expect.poll(async () => (await get('/claims?q=away')).status, { timeout: 10_000 }).toBe(200);
});
