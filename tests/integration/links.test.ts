import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Denied, PERMISSIONS, type Actor, Role } from '@/domain/permission';
import { getLink, getPublicLink, getRun, lastRun, listLinks } from '@/features/links/data';
import { cancelRun, resumeRun, startRun } from '@/features/links/mutations';
import type { CheckSettings } from '@/features/links/probe-data';
import { INTERNET } from '@/lib/safe-fetch';
import { connect } from '../support/database';
import { citationRow, claimRow, insert, sourceRow } from '../support/rows';

// The link checker against servers of its own on this machine, which answer under made-up names.

const EDITOR: Actor = { id: 'p1', name: 'Ed Itor', roles: ['editor'], affiliations: [] };
const PAGES: Record<string, [status: number, body: string, headers?: Record<string, string>]> = {
  '/works': [200, '<p>about <b>1.8</b> million children &mdash; each year</p>', { 'content-type': 'text/html' }],
  '/gone': [404, 'gone'],
  '/members': [403, 'members only'],
  '/moved': [301, '', { location: '/works' }],
};
const asked: { host: string; path: string; at: number }[] = [];
let isNetworkThere = true;
let server: Server;
let port = 0;
let db: pg.Client;
let settings: CheckSettings;

beforeAll(async () => {
  server = createServer((request, response) => {
    const host = (request.headers.host ?? '').split(':')[0] ?? '';
    const path = request.url ?? '';
    asked.push({ host, path, at: performance.now() });
    if (path.startsWith('/wayback/')) {
      const of = decodeURIComponent(path.split('url=')[1] ?? '');
      const closest = { available: true, status: '200', timestamp: '20130102030405' };
      const url = `http://web.archive.org/web/20130102030405/${of}`;
      return response.end(
        JSON.stringify({ archived_snapshots: of.includes('gone') ? { closest: { ...closest, url } } : {} }),
      );
    }
    if (path === '/slow') return setTimeout(() => response.end('slow'), 150);
    const [status, body, headers] = PAGES[path] ?? [200, 'text'];
    return response.writeHead(status, headers ?? { 'content-type': 'text/plain' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  settings = {
    network: {
      ports: [port],
      mayConnect: (address) => address === '127.0.0.1' || INTERNET.mayConnect(address),
      resolve: async (host) => {
        if (!isNetworkThere || host.startsWith('dead'))
          throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
        return [{ address: host.startsWith('inside') ? '10.0.0.7' : '127.0.0.1', family: 4 }];
      },
    },
    archive: `http://archive.example:${port}`,
    controls: [`http://control.example:${port}/`],
    atOnce: 4,
    gapMs: 0,
    silentHostsMax: 3,
    limits: { all: 2000, dns: 500, connect: 500, answer: 1000 },
  };
  db = await connect('owner');
  await db.query('delete from quote_checks; update sources set url = null, doi = null');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  isNetworkThere = true;
  asked.length = 0;
  await db.query(
    'delete from link_checks; delete from link_runs; delete from link_states; update sources set url = null',
  );
});

const address = (host: string, path = '/works') => `http://${host}.example:${port}${path}`;
const add = (url: string) => insert(db, 'sources', sourceRow({ url }));

/** Runs to the end, and gives how the run stands then. */
async function check(scope: 'all' | 'due' = 'all', changes: Partial<CheckSettings> = {}) {
  const started = await startRun(EDITOR, { scope }, { ...settings, ...changes });
  if (!started.ok) throw new Error(started.problem);
  await started.finished;
  const run = await getRun(EDITOR, started.run);
  if (run === null) throw new Error('the run is there');
  return run;
}

/** As if everything so far had happened so many days ago. */
const daysPass = (days: number) =>
  db.query(
    `update link_states set checked_at = checked_at - $1 * interval '1 day', failed_first = failed_first - $1 * interval '1 day',
      broken_since = broken_since - $1 * interval '1 day'`,
    [days],
  );

const stateOf = async (number: number) => (await getLink(EDITOR, `S${number}`))?.state;
const eventsOf = async (subject: string) =>
  (await db.query('select actor, action, summary from events where subject = $1 order by id', [subject])).rows;

describe('permissions', () => {
  const allowed: readonly Role[] = PERMISSIONS['link.check'].roles;
  const attempts: [string, (actor: Actor | null) => Promise<unknown>][] = [
    ['list', (actor) => listLinks(actor, { page: 1 })],
    ['look at one', (actor) => getLink(actor, 'S1')],
    ['see a run', (actor) => lastRun(actor)],
    ['cancel', (actor) => cancelRun(actor, 1)],
    ['go on', (actor) => resumeRun(actor, 1, settings)],
    [
      'start',
      async (actor) => ((await startRun(actor, { scope: 'due' }, settings)) as { finished?: Promise<void> }).finished,
    ],
  ];
  for (const [what, attempt] of attempts) {
    test.each(Role.options)(`to ${what} as %s`, async (role) => {
      const asking = attempt({ ...EDITOR, roles: [role] });
      if (allowed.includes(role)) await asking;
      else await expect(asking).rejects.toThrow(Denied);
    });
    test(`to ${what} as a stranger`, async () => {
      await expect(attempt(null)).rejects.toThrow(Denied);
    });
  }
});

describe('a run', () => {
  test('writes what each link answered, and one line of history', async () => {
    const works = await add(address('a'));
    const gone = await add(address('b', '/gone'));
    const members = await add(address('c', '/members'));
    const moved = await add(address('d', '/moved'));
    const inside = await add(address('inside'));
    const run = await check();
    expect(run).toMatchObject({ state: 'done', total: 5, done: 5, startedByName: 'Ed Itor' });
    expect(await Promise.all([works, gone, members, moved, inside].map(stateOf))).toEqual([
      'works',
      'failing',
      'unclear',
      'redirected',
      'refused',
    ]);
    expect(await getLink(EDITOR, `S${moved}`)).toMatchObject({
      finalUrl: address('d'),
      checks: [{ outcome: 'works' }],
    });
    expect(await eventsOf(`links:${run.id}`)).toMatchObject([{ actor: 'Ed Itor', action: 'links checked' }]);
    expect(await eventsOf(`S${gone}`)).toEqual([]);
    const { counts, total } = await listLinks(EDITOR, { page: 1 });
    expect({ total, ...counts }).toMatchObject({
      total: 5,
      failing: 1,
      redirected: 1,
      unclear: 2,
      unchecked: 0,
      broken: 0,
    });
  });

  test('an address inside of our own network is never connected to', async () => {
    await add(address('inside'));
    await check();
    expect(asked.filter(({ host }) => host.startsWith('inside'))).toEqual([]);
  });

  test('a link is broken after failures on two days, says so in public, and is whole again when it works', async () => {
    const gone = await add(address('b', '/gone'));
    await check();
    await check();
    expect(await stateOf(gone)).toBe('failing');
    await daysPass(2);
    await check();
    expect(await stateOf(gone)).toBe('broken');
    expect((await eventsOf(`S${gone}`)).map(({ action }) => action)).toEqual(['link broken']);
    expect(await getPublicLink(`S${gone}`)).toMatchObject({ state: 'broken' });
    PAGES['/gone'] = [200, 'back'];
    await check();
    PAGES['/gone'] = [404, 'gone'];
    expect(await stateOf(gone)).toBe('works');
    expect((await eventsOf(`S${gone}`)).map(({ action }) => action)).toEqual(['link broken', 'link works']);
  });

  test('keeps the address of an archived copy, and does not ask for it again', async () => {
    const gone = await add(address('b', '/gone'));
    await check();
    const copy = `https://web.archive.org/web/20130102030405/${address('b', '/gone')}`;
    expect(await getPublicLink(`S${gone}`)).toMatchObject({ archiveUrl: copy });
    asked.length = 0;
    await check();
    expect(asked.filter(({ host }) => host.startsWith('archive'))).toEqual([]);
    expect(await getPublicLink(`S${gone}`)).toMatchObject({ archiveUrl: copy });
  });

  test('says nothing of a source whose address has changed since', async () => {
    const source = await add(address('b', '/gone'));
    await check();
    await db.query('update sources set url = $1 where id = $2', [address('b'), source]);
    expect(await getPublicLink(`S${source}`)).toBeNull();
    expect(await getLink(EDITOR, `S${source}`)).toMatchObject({
      state: null,
      checks: [{ url: address('b', '/gone') }],
    });
  });

  test('leaves out what was checked within seven days, unless asked', async () => {
    await add(address('a'));
    await check('due');
    expect((await check('due')).total).toBe(0);
    expect((await check('all')).total).toBe(1);
    await daysPass(8);
    expect((await check('due')).total).toBe(1);
  });

  test('asks one host one at a time, with the pause between', async () => {
    for (const path of ['/1', '/2', '/3']) await add(address('a', path));
    await check('all', { gapMs: 120 });
    const times = asked.filter(({ host }) => host === 'a.example').map(({ at }) => at);
    expect(times).toHaveLength(3);
    times.slice(1).forEach((at, index) => {
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(115);
    });
  });
});

describe('quoted words', () => {
  test('are found, gone or ambiguous in the page, and never moved', async () => {
    const source = await add(address('a'));
    const claim = await insert(db, 'claims', claimRow());
    const quote = (exact: string, suffix: string | null = null) =>
      insert(db, 'citations', citationRow(claim, source, { quote_exact: exact, quote_suffix: suffix }));
    await quote('1.8 million children', '— each year');
    await quote('1.2 million children');
    await quote('i');
    await check();
    const link = await getLink(EDITOR, `S${source}`);
    expect(link?.quotes.map(({ exact, outcome }) => [exact, outcome])).toEqual([
      ['1.8 million children', 'found'],
      ['1.2 million children', 'gone'],
      ['i', 'ambiguous'],
    ]);
    expect((await listLinks(EDITOR, { view: 'quotes', page: 1 })).total).toBe(1);
    const { rows } = await db.query(
      "select quote_exact from citations where source_id = $1 and quote_exact = '1.2 million children'",
      [source],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('when the network is away', () => {
  test('the run says so early, and nothing is recorded as dead', async () => {
    const sources: number[] = [];
    for (let n = 0; n < 40; n += 1) sources.push(await add(address(`host${n}`)));
    isNetworkThere = false;
    const run = await check();
    expect(run).toMatchObject({ state: 'network-away', total: 40, done: 0 });
    expect(await stateOf(sources[0] ?? 0)).toBeNull();
    expect((await db.query('select from link_checks')).rowCount).toBe(0);
    expect(await eventsOf(`links:${run.id}`)).toMatchObject([
      { summary: expect.stringContaining('network seems to be away') },
    ]);
  });

  test('even a single dead link is not believed before something answers', async () => {
    const dead = await add(address('dead1'));
    isNetworkThere = false;
    expect(await check()).toMatchObject({ state: 'network-away', done: 0, sourceId: null });
    isNetworkThere = true;
    expect(await check()).toMatchObject({ state: 'done', done: 1 });
    expect(await stateOf(dead)).toBe('failing');
  });

  test('of one link, asked for on its page, is told of that link', async () => {
    const source = await add(address('dead2'));
    isNetworkThere = false;
    const started = await startRun(EDITOR, { scope: 'one', sourceNumber: source }, settings);
    if (!started.ok) throw new Error(started.problem);
    await started.finished;
    expect(await lastRun(EDITOR)).toMatchObject({ state: 'network-away', sourceId: `S${source}` });
  });

  test('many dead hosts are believed when others answer', async () => {
    for (let n = 0; n < 9; n += 1) await add(address(`dead${n}`));
    expect(await check()).toMatchObject({ state: 'done', total: 9, done: 9 });
  });
});

describe('a run that stops', () => {
  async function slowLinks(count: number) {
    for (let n = 0; n < count; n += 1) await add(address(`host${n}`, '/slow'));
  }

  test('on being cancelled, and goes on where it was', async () => {
    await slowLinks(60);
    const started = await startRun(EDITOR, { scope: 'all' }, { ...settings, atOnce: 2 });
    if (!started.ok) throw new Error(started.problem);
    expect(await startRun(EDITOR, { scope: 'all' }, settings)).toEqual({ ok: false, problem: 'running' });
    expect(await cancelRun(EDITOR, started.run)).toEqual({ ok: true });
    await started.finished;
    const cancelled = await getRun(EDITOR, started.run);
    expect(cancelled?.state).toBe('cancelled');
    expect(cancelled?.done).toBeLessThan(60);
    const resumed = await resumeRun(EDITOR, started.run, { ...settings, atOnce: 20 });
    if (!resumed.ok) throw new Error(resumed.problem);
    await resumed.finished;
    expect(await getRun(EDITOR, started.run)).toMatchObject({ state: 'done', total: 60, done: 60 });
    expect((await db.query('select from link_checks where run_id = $1', [started.run])).rowCount).toBe(60);
    expect(await resumeRun(EDITOR, started.run, settings)).toEqual({ ok: false, problem: 'gone' });
  });

  test('with its process shows as interrupted, and another process goes on', async () => {
    await slowLinks(3);
    const { rows } = await db.query(
      `insert into link_runs (scope, worker, started_by_id, started_by_name, total, heartbeat_at)
       values ('all', 'a dead process', 'p1', 'Ed Itor', 3, now() - interval '5 minutes') returning id`,
    );
    expect(await getRun(EDITOR, rows[0].id)).toMatchObject({ state: 'interrupted' });
    const resumed = await resumeRun(EDITOR, rows[0].id, settings);
    if (!resumed.ok) throw new Error(resumed.problem);
    await resumed.finished;
    expect(await getRun(EDITOR, rows[0].id)).toMatchObject({ state: 'done', done: 3 });
  });

  test('writes nothing more once another process has taken over', async () => {
    await slowLinks(30);
    const started = await startRun(EDITOR, { scope: 'all' }, { ...settings, atOnce: 1 });
    if (!started.ok) throw new Error(started.problem);
    await db.query("update link_runs set worker = 'another' where id = $1", [started.run]);
    await started.finished;
    const { rowCount } = await db.query('select from link_checks where run_id = $1', [started.run]);
    expect(rowCount).toBeLessThan(3);
    expect(await getRun(EDITOR, started.run)).toMatchObject({ state: 'running' });
  });
});
