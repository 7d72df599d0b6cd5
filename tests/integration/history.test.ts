import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { runNode } from '../../src/cli/child';
import { prisma } from '@/db/prisma';
import { Denied } from '@/domain/permission';
import { verifyChain } from '@/features/history/chain-data';
import { listCorrections } from '@/features/history/correction-data';
import {
  compareVersions,
  getChainHead,
  getPublicHistory,
  getVersion,
  hasPublicHistory,
  listEvents,
} from '@/features/history/data';
import { recordEvents } from '@/features/history/event-writer';
import { getRecord } from '@/features/documents/data';
import { changeStanding, mergeRecords } from '@/features/records/mutations';
import { restoreVersion } from '@/features/versions/mutations';
import { EDITOR, SENIOR } from '../support/actors';
import { connect } from '../support/database';

const app = await connect();
const owner = await connect('owner');

afterAll(() => prisma().$disconnect());

const MACHINE = { id: null, name: 'a test' };

/** Writes so many events of a private subject, in one transaction. */
function write(count: number, subject = 'test:events') {
  return prisma().$transaction((tx) =>
    recordEvents(
      tx,
      MACHINE,
      Array.from({ length: count }, (_, n) => ({ action: 'tested', subject, summary: `Line ${n}.`, after: { n } })),
    ),
  );
}

describe('the chain', () => {
  test('holds for the bundled evidence base as it was loaded, and gives its head', async () => {
    const verdict = await verifyChain();
    expect(verdict).toMatchObject({ ok: true });
    const { position, hash } = await getChainHead();
    expect(verdict).toMatchObject({ head: { position, hash } });
    expect(position).toBeGreaterThan(500);
  });

  test('goes on without a gap and in the order given, with the time and the hashes that the database sets', async () => {
    const before = await getChainHead();
    await write(3);
    const { rows } = await owner.query('select * from events where position > $1 order by id', [before.position]);
    expect(rows.map(({ position, summary }) => [position, summary])).toEqual([
      [before.position + 1, 'Line 0.'],
      [before.position + 2, 'Line 1.'],
      [before.position + 3, 'Line 2.'],
    ]);
    expect(rows.map(({ prev_hash }) => prev_hash)).toEqual([before.hash, rows[0].hash, rows[1].hash]);
    expect(await verifyChain()).toMatchObject({ ok: true });
  });

  test('overwrites whatever a client sends for place, time and hashes', async () => {
    const { position, hash } = await getChainHead();
    const { rows } = await app.query(
      `insert into events (actor, action, subject, summary, position, at, prev_hash, hash)
       values ('a test', 'tested', 'test:forged', 'Forged.', 1, '1999-01-01', 'x', 'y') returning *`,
    );
    expect(rows[0]).toMatchObject({ position: position + 1, prev_hash: hash });
    expect(rows[0].hash).toMatch(/^[0-9a-f]{64}$/);
    expect(Date.now() - rows[0].at.getTime()).toBeLessThan(60_000);
    expect(await verifyChain()).toMatchObject({ ok: true });
  });

  test('is not fooled by a temporary table that bears its name', async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query('create temp table events (position int, at timestamptz, hash text)');
    await client.query(
      "insert into public.events (actor, action, subject, summary) values ('a', 'tested', 'test:temp', 'x')",
    );
    await client.end();
    expect(await verifyChain()).toMatchObject({ ok: true });
  });

  test('has no gap and no fork when twenty write at once, some of whom take it back', async () => {
    const before = await getChainHead();
    const attempts = Array.from({ length: 20 }, (_, n) =>
      prisma().$transaction(
        async (tx) => {
          await recordEvents(tx, MACHINE, [{ action: 'tested', subject: `test:${n}`, summary: 'At once.' }]);
          if (n % 4 === 0) throw new Error('taken back');
        },
        { maxWait: 15_000, timeout: 15_000 },
      ),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(15);
    expect((await getChainHead()).position).toBe(before.position + 15);
    expect(await verifyChain()).toMatchObject({ ok: true });
  });

  test('is the same whatever the settings of a session are', async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query(
      "set time zone 'Asia/Kathmandu'; set datestyle = 'SQL, DMY'; set intervalstyle = 'sql_standard'; set extra_float_digits = -10; set bytea_output = 'escape'",
    );
    await client.query(
      `insert into events (actor, actor_id, action, subject, summary, reason, before, after) values
       ('Zoë', 'account', 'tested', 'test:settings', E'Two\\nlines=3:abc', 'ü', '{"a": 0.1000, "b": [1e3, "\\u00e9"]}', '[]')`,
    );
    expect(await verifyChain()).toMatchObject({ ok: true });
    await client.end();
  });

  test('takes thousands of events in one transaction, in seconds', { timeout: 60_000 }, async () => {
    const before = await getChainHead();
    const started = performance.now();
    await prisma().$transaction(
      (tx) =>
        recordEvents(
          tx,
          MACHINE,
          Array.from({ length: 10_000 }, (_, n) => ({ action: 'imported', subject: `test:${n}`, summary: `${n}` })),
        ),
      { timeout: 60_000 },
    );
    expect(performance.now() - started).toBeLessThan(15_000);
    expect((await getChainHead()).position).toBe(before.position + 10_000);
    expect(await verifyChain()).toMatchObject({ ok: true });
  });

  test('can be recomputed by anybody from what the API gives', async () => {
    const history = await getPublicHistory('C1', { limit: 5, documents: true });
    expect(history?.data.length).toBeGreaterThan(0);
    for (const { hash, hashed, prevHash, after } of history?.data ?? []) {
      const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
      expect(sha256(hashed)).toBe(hash);
      expect(hashed).toContain(`prev_hash=64:${prevHash}\n`);
      const { rows } = await app.query('select $1::jsonb::text as text', [JSON.stringify(after)]);
      expect(hashed).toContain(`after_sha256=64:${sha256(rows[0].text)}\n`);
    }
  });
});

describe('nobody changes it', () => {
  test.each([
    "update events set summary = 'x'",
    'update events set position = 0 where false',
    'delete from events',
    'truncate events',
    'alter table events disable trigger events_append_only',
    'alter table events disable trigger events_chain',
    'drop trigger events_chain on events',
    "create or replace function event_digest_v1(value text) returns text language sql as 'select value'",
    "create function public.hashtext(text) returns int language sql as 'select 1'",
    "set session_replication_role = 'replica'",
    'drop table events',
  ])('the role of the web server may not: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test.each(["update events set summary = 'x'", 'delete from events', 'truncate events'])(
    'the owner is refused, too, as long as the triggers are there: %s',
    async (statement) => {
      await expect(owner.query(statement)).rejects.toThrow('the history is append-only');
    },
  );
});

describe('after somebody with every right has tampered with it', () => {
  /** Where the tampering begins: at the second of three events written for it. */
  async function target(): Promise<number> {
    await write(3, 'test:tampered');
    return (await getChainHead()).position - 1;
  }

  /** The verdict on the history as it is after these statements; afterwards it is put back. */
  async function verdictAfter(statements: readonly string[], noted?: string) {
    await owner.query('create table kept_events as select * from events');
    await owner.query('alter table events disable trigger all');
    try {
      for (const statement of statements) await owner.query(statement);
      return await verifyChain({ noted });
    } finally {
      await owner.query('delete from events');
      await owner.query('insert into events select * from kept_events');
      await owner.query('drop table kept_events');
      await owner.query('alter table events enable trigger all');
    }
  }

  test.each(['actor', 'action', 'subject', 'summary'])('a changed %s is named', async (column) => {
    const at = await target();
    expect(await verdictAfter([`update events set ${column} = 'other' where position = ${at}`])).toMatchObject({
      ok: false,
      verified: at - 1,
      broken: { position: at, problem: expect.stringContaining('was changed') },
    });
  });

  test.each([
    "reason = 'another reason'",
    "actor_id = 'somebody else'",
    `after = '{"n": 99}'`,
    `before = '{}'`,
    'after = null',
    "at = at - interval '1 millisecond'",
  ])('so is %s', async (change) => {
    const at = await target();
    expect(await verdictAfter([`update events set ${change} where position = ${at}`])).toMatchObject({
      ok: false,
      broken: { position: at },
    });
  });

  test('a changed text with a hash made to fit breaks at the next event', async () => {
    const at = await target();
    const verdict = await verdictAfter([
      `update events set summary = 'other' where position = ${at}`,
      `update events set hash = event_digest_v1(event_text_v1(position, at, actor, actor_id, action, subject, summary,
         reason, before, after, prev_hash)) where position = ${at}`,
    ]);
    expect(verdict).toMatchObject({
      broken: { position: at + 1, problem: expect.stringContaining('does not follow') },
    });
  });

  test('a deleted event is missing', async () => {
    const at = await target();
    expect(await verdictAfter([`delete from events where position = ${at}`])).toMatchObject({
      ok: false,
      broken: { position: at, problem: 'is missing' },
    });
  });

  test('two events that changed places are named at the first', async () => {
    const at = await target();
    const verdict = await verdictAfter([
      `update events set position = -1 where position = ${at}`,
      `update events set position = ${at} where position = ${at + 1}`,
      `update events set position = ${at + 1} where position = -1`,
    ]);
    expect(verdict).toMatchObject({ ok: false, broken: { position: at } });
  });

  test('an event that was put in before the first is found', async () => {
    const verdict = await verdictAfter([
      "insert into events (position, actor, action, subject, summary) values (-5, 'x', 'x', 'C1', 'x')",
    ]);
    expect(verdict).toMatchObject({ ok: false, broken: { position: -5 } });
  });

  test('a chain cut at its end holds by itself, and not against a head that was noted', async () => {
    const at = await target();
    const { hash } = await getChainHead();
    const cut = [`delete from events where position >= ${at}`];
    expect(await verdictAfter(cut)).toMatchObject({ ok: true, head: { position: at - 1 } });
    expect(await verdictAfter(cut, hash)).toMatchObject({
      ok: false,
      broken: { position: at - 1, problem: expect.stringContaining('cut') },
    });
    expect(await verifyChain({ noted: hash })).toMatchObject({ ok: true, notedAt: at + 1 });
  });

  test('so does one that was written anew whole', { timeout: 60_000 }, async () => {
    const { position, hash } = await getChainHead();
    const anew = [
      'alter table events enable trigger events_chain',
      'create table copied as select actor, action, subject, summary from events order by position',
      'delete from events',
      'insert into events (actor, action, subject, summary) select * from copied',
      'drop table copied',
    ];
    expect(await verdictAfter(anew)).toMatchObject({ ok: true, head: { position } });
    expect(await verdictAfter(anew, hash)).toMatchObject({ ok: false });
  });
});

describe('npm run audit:verify', () => {
  const run = (...args: string[]) =>
    runNode(['--conditions=react-server', '--import', 'tsx', 'src/cli/audit-verify.ts', ...args], {
      DATABASE_URL: process.env.DATABASE_URL ?? '',
    });

  test('says how many events hold and what the head is, and finds a head again', async () => {
    const { position, hash } = await getChainHead();
    const plain = await run();
    expect(plain.output).toContain(`${position} events verified`);
    expect(plain.output).toContain(hash);
    expect(plain.code).toBe(0);
    const noted = await run('--head', hash);
    expect(noted.output).toContain(`no. ${position}`);
    expect(noted.code).toBe(0);
  });

  test('ends with 1 when the noted head is not there, and when what is given is no head', async () => {
    const other = await run('--head', 'a'.repeat(64));
    expect([other.code, other.output]).toEqual([1, expect.stringContaining('broken')]);
    const none = await run('--head', 'abc');
    expect([none.code, none.output]).toEqual([1, expect.stringContaining('64 hexadecimal digits')]);
  });
});

describe('the migration', () => {
  test('chains the events of an old database in the order they were written, and leaves their times', async () => {
    const migration = readFileSync('prisma/migrations/20261125171000_event_chain/migration.sql', 'utf8');
    const name = `${new URL(process.env.DATABASE_ADMIN_URL ?? '').pathname.slice(1)}_old`;
    await owner.query(`create database ${name}`);
    const address = new URL(process.env.DATABASE_ADMIN_URL ?? '');
    address.pathname = `/${name}`;
    const old = new pg.Client({ connectionString: address.href });
    await old.connect();
    try {
      await old.query(`create table events (id bigserial primary key, at timestamptz(3) not null default now(),
          actor text not null, actor_id text, action text not null, subject text not null, summary text not null,
          reason text, before jsonb, after jsonb);
        create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
        create trigger events_append_only before update or delete on events for each row execute function refuse_change();
        insert into events (id, at, actor, action, subject, summary) values
          (7, '2026-01-02', 'a', 'added', 'C1', 'second'), (3, '2026-01-01', 'a', 'added', 'C2', 'first');`);
      await old.query(migration);
      await old.query("insert into events (actor, action, subject, summary) values ('a', 'added', 'C3', 'third')");
      const { rows } = await old.query(
        'select position, summary, at::date::text as day, prev_hash, hash, event_digest_v1(event_text_v1(position, at, actor, actor_id, action, subject, summary, reason, before, after, prev_hash)) as again from events order by position',
      );
      expect(rows.map(({ position, summary }) => [position, summary])).toEqual([
        [1, 'first'],
        [2, 'second'],
        [3, 'third'],
      ]);
      expect(rows.slice(0, 2).map(({ day }) => day)).toEqual(['2026-01-01', '2026-01-02']);
      expect(rows.map(({ prev_hash }) => prev_hash)).toEqual(['0'.repeat(64), rows[0].hash, rows[1].hash]);
      expect(rows.map(({ again }) => again)).toEqual(rows.map(({ hash }) => hash));
      await expect(old.query('delete from events')).rejects.toThrow('append-only');
    } finally {
      await old.end();
      await owner.query(`drop database ${name}`);
    }
  });
});

describe('the history of a record', () => {
  test('is public for public records alone', async () => {
    await write(1, 'D5');
    await write(1, 'person:somebody');
    await write(1, 'C99999');
    for (const subject of ['D5', 'person:somebody', 'C99999', 'test:events', 'C1 ', "C1' or true", '']) {
      expect(await hasPublicHistory(subject)).toBe(false);
      expect(await getPublicHistory(subject, { limit: 5, documents: true })).toBeNull();
    }
    const { corrections } = await listCorrections({ kind: [] }, { limit: 100 });
    expect(corrections.filter(({ subject }) => !/^[CS]\d+$/.test(subject))).toEqual([]);
  });

  test('never gives the account of who wrote it', async () => {
    await changeStanding(SENIOR, 'S2', (await getRecord('source', 2))?.version ?? 0, 'disputed', 'In a test.');
    const history = await getPublicHistory('S2', { limit: 5, documents: true });
    expect(history?.data[0]).toMatchObject({ actor: SENIOR.name, action: 'disputed', reason: 'In a test.' });
    expect(JSON.stringify(history)).not.toContain(SENIOR.id);
  });

  test('shows a change of grade, and takes it for no version of the record', async () => {
    const [before, after] = [
      { reliability: 'low', provisional: true },
      { reliability: 'high', provisional: false },
    ];
    const event = { action: 'graded', subject: 'C9', summary: 'Graded.', before, after };
    await prisma().$transaction((tx) => recordEvents(tx, MACHINE, [event]));
    const [graded] = (await listEvents('C9', { limit: 1 })).events;
    expect(graded?.changes).toEqual([
      expect.objectContaining({ label: 'Reliability', before: 'Low', after: 'High' }),
      expect.objectContaining({ label: 'Provisional', before: 'yes', after: 'no' }),
    ]);
    expect(await getVersion(graded?.position ?? 0)).toBeNull();
    const { corrections } = await listCorrections({ kind: ['regraded'] }, { limit: 1 });
    expect(corrections).toEqual([
      expect.objectContaining({ subject: 'C9', kind: 'regraded', changed: 'Reliability, Provisional' }),
    ]);
  });

  test('pages from the newest to the oldest, each event once', async () => {
    await write(7, 'test:paged');
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listEvents('test:paged', { limit: 3, cursor });
      seen.push(...page.events.map(({ position }) => position));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });
});

describe('restoring', () => {
  const number = 1;
  const versionOf = async (kind: 'claim' | 'source', of: number) => (await getRecord(kind, of))?.version ?? 0;
  const firstEvent = async (subject: string) =>
    (await owner.query('select min(position) as position from events where subject = $1', [subject])).rows[0].position;

  test('brings an earlier version back as a new event, with before and after', async () => {
    const bundled = (await getRecord('claim', number))?.record;
    await owner.query("update claims set definition = 'Changed past the product.', version = version + 1 where id = 1");
    const changed = await getRecord('claim', number);
    const outcome = await restoreVersion(
      SENIOR,
      await firstEvent('C1'),
      changed?.version ?? 0,
      'The change was wrong.',
    );
    expect(outcome).toEqual({ ok: true, recordId: 'C1' });
    expect((await getRecord('claim', number))?.record).toEqual(bundled);
    const { events } = await listEvents('C1', { limit: 1 });
    expect(events[0]).toMatchObject({ action: 'restored', reason: 'The change was wrong.', actor: SENIOR.name });
    expect(events[0]?.changes).toEqual([
      expect.objectContaining({ path: 'definition', before: 'Changed past the product.', after: bundled?.definition }),
    ]);
    expect(await verifyChain()).toMatchObject({ ok: true });
    const { corrections } = await listCorrections({ kind: ['restored'] }, { limit: 5 });
    expect(corrections[0]).toMatchObject({ subject: 'C1', kind: 'restored', changed: 'Definition' });
  });

  test('is told in the log under the sentence that stood there then', async () => {
    const { statement } = (await owner.query('select statement from claims where id = 1')).rows[0];
    await owner.query("update claims set statement = 'It is said in other words since.' where id = 1");
    const { corrections } = await listCorrections({ kind: ['restored'] }, { limit: 1 });
    await owner.query('update claims set statement = $1 where id = 1', [statement]);
    expect(corrections[0]?.title).toBe(statement);
  });

  test('compares any two versions of one record, and of no other', async () => {
    const first = await firstEvent('C1');
    const { events } = await listEvents('C1', { limit: 5 });
    const last = events.find(({ action }) => action === 'restored')?.position ?? 0;
    expect(await compareVersions('C1', first, last)).toMatchObject({ changes: [] });
    expect(await compareVersions('C1', first, await firstEvent('C2'))).toBeNull();
  });

  test('is for senior editors, and nobody else', async () => {
    const first = await firstEvent('C1');
    await expect(restoreVersion(EDITOR, first, 1, 'I may not.')).rejects.toThrow(Denied);
    await expect(restoreVersion(null, first, 1, 'I may not.')).rejects.toThrow(Denied);
  });

  test('overwrites nobody: a record that has moved on is shown again', async () => {
    const before = await getRecord('claim', number);
    const outcome = await restoreVersion(SENIOR, await firstEvent('C1'), (before?.version ?? 0) - 1, 'Too late.');
    expect(outcome).toMatchObject({ ok: false, problem: 'conflict' });
    expect(await getRecord('claim', number)).toEqual(before);
  });

  test('asks for a reason, and does nothing where nothing would change', async () => {
    const [first, version] = [await firstEvent('C1'), await versionOf('claim', 1)];
    expect(await restoreVersion(SENIOR, first, version, '  ')).toMatchObject({ ok: false, problem: 'no-reason' });
    expect(await restoreVersion(SENIOR, first, version, 'For nothing.')).toMatchObject({ ok: false, problem: 'same' });
  });

  test('takes no retraction back', async () => {
    await owner.query("update sources set title = 'Another title', version = version + 1 where id = 3");
    await changeStanding(SENIOR, 'S3', await versionOf('source', 3), 'retracted', 'By its publisher.');
    const outcome = await restoreVersion(SENIOR, await firstEvent('S3'), await versionOf('source', 3), 'The title.');
    expect(outcome).toMatchObject({ ok: true });
    expect((await getRecord('source', 3))?.record).toMatchObject({
      standing: 'retracted',
      standingReason: 'By its publisher.',
    });
  });

  test('is refused, and nothing written, when the version names a source that was merged away', async () => {
    const claim = (await getRecord('claim', 5))?.record;
    const key = claim?.citations[0]?.source;
    const [from] = (await owner.query('select id from sources where key = $1', [key])).rows;
    const [into] = (await owner.query('select max(id) as id from sources where id <> $1', [from.id])).rows;
    expect(await mergeRecords(SENIOR, `S${from.id}`, `S${into.id}`, 'The same work.')).toEqual({ ok: true });
    const before = await getRecord('claim', 5);
    const head = await getChainHead();
    const outcome = await restoreVersion(SENIOR, await firstEvent('C5'), before?.version ?? 0, 'Back.');
    expect(outcome).toMatchObject({ ok: false, problem: 'invalid' });
    expect(await getRecord('claim', 5)).toEqual(before);
    expect(await getChainHead()).toEqual(head);
    // The merged record keeps its history, and cannot be restored.
    expect(await hasPublicHistory(`S${from.id}`)).toBe(true);
    expect(await restoreVersion(SENIOR, await firstEvent(`S${from.id}`), 1, 'Back.')).toMatchObject({
      ok: false,
      problem: 'gone',
    });
  });
});
