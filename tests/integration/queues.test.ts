import type pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, Denied, PERMISSIONS, type Permission, Role } from '@/domain/permission';
import { listRecordDifferences } from '@/features/lineage/difference-data';
import { getLineage } from '@/features/lineage/data';
import { countQueues, ITEMS_A_PAGE, listQueue } from '@/features/queues/data';
import { giveTaskBack, takeTask } from '@/features/queues/mutations';
import { QueueFilters, QueueName } from '@/features/queues/schema';
import { connect } from '../support/database';
import { insert, sourceRow } from '../support/rows';

const person = (id: string, roles: readonly Role[] = ['editor']): Actor => ({
  id,
  name: `Person ${id}`,
  roles,
  affiliations: [],
});
const [ANNE, BEN] = [person('anne'), person('ben')];
const ALL = QueueFilters.parse({});
let db: pg.Client;

beforeAll(async () => {
  db = await connect('owner');
});
beforeEach(async () => {
  await db.query('delete from tasks; delete from drafts; delete from link_states');
});

async function breakLink(): Promise<number> {
  const source = await insert(db, 'sources', sourceRow({ url: 'https://gone.example.org/report' }));
  await db.query(
    `insert into link_states (source_number, url, state, checked_at, failures, failed_first, broken_since, error)
     values ($1, 'https://gone.example.org/report', 'broken', now(), 2, now() - interval '3 days', now(), 'The server answers with 404')`,
    [source],
  );
  return source;
}

const addDraft = async (author: Actor, state: string, note: string | null = null) => {
  const { rows } = await db.query(
    `insert into drafts (kind, record_number, content, state, author_id, author_name, return_note)
     values ('claim', nextval('claims_id_seq'), '{"statement": "A draft of a test."}', $1::"DraftState", $2, $3, $4) returning id`,
    [state, author.id, author.name, note],
  );
  return `D${rows[0].id}`;
};

const subjectsOf = async (queue: QueueName, filters: Partial<QueueFilters> = {}, actor = ANNE) =>
  (await listQueue(actor, queue, { ...ALL, ...filters })).items.map(({ subject }) => subject);

describe('permissions', () => {
  const attempts: [Permission, string, (actor: Actor | null) => Promise<unknown>][] = [
    ['draft.read', 'count the queues', countQueues],
    ['draft.read', 'read a queue', (actor) => listQueue(actor, 'untraced', ALL)],
    [
      'task.assign',
      'take a task',
      (actor) => takeTask(actor, { queue: 'untraced', subject: 'citation:none', from: null }),
    ],
    [
      'task.assign',
      'give a task back',
      (actor) => giveTaskBack(actor, { queue: 'untraced', subject: 'citation:none' }),
    ],
  ];
  for (const [permission, what, attempt] of attempts) {
    const allowed: readonly Role[] = PERMISSIONS[permission].roles;
    test.each(Role.options)(`to ${what} as %s`, async (role) => {
      const asking = attempt(person('somebody', [role]));
      if (allowed.includes(role)) await asking;
      else await expect(asking).rejects.toThrow(Denied);
    });
    test(`to ${what} as a stranger`, async () => {
      await expect(attempt(null)).rejects.toThrow(Denied);
    });
  }
});

describe('what stands in the queues', () => {
  test('the counts are those of the lists', async () => {
    await breakLink();
    await addDraft(ANNE, 'draft');
    await addDraft(BEN, 'in-review');
    const counts = await countQueues(ANNE);
    expect(counts.map(({ queue }) => queue)).toEqual(QueueName.options);
    for (const { queue, total, mine, nobody } of counts) {
      expect((await listQueue(ANNE, queue, ALL)).total).toBe(total);
      expect((await listQueue(ANNE, queue, { ...ALL, whose: 'mine' })).total).toBe(mine);
      expect((await listQueue(ANNE, queue, { ...ALL, whose: 'nobody' })).total).toBe(nobody);
    }
  });

  test('every claim and source whose grade is missing or provisional is to be appraised', async () => {
    const { rows } = await db.query(
      `select (select count(*)::int from claims where standing <> 'retracted' and id not in (select claim_id from claim_grades where not provisional))
        + (select count(*)::int from sources where standing <> 'retracted' and id not in (select source_id from source_grades where not provisional)) as n`,
    );
    const before = (await countQueues(ANNE)).find(({ queue }) => queue === 'to-appraise')?.total;
    expect(before).toBe(rows[0].n);
    const settle = (settled: boolean) =>
      db.query(
        `update claim_grades set provisional = not $1, round_id = case when $1 then 1 end,
          settled_at = case when $1 then now() end, due_at = case when $1 then now() + interval '1 year' end where claim_id = 1`,
        [settled],
      );
    await settle(true);
    expect((await countQueues(ANNE)).find(({ queue }) => queue === 'to-appraise')?.total).toBe(rows[0].n - 1);
    await settle(false);
  });

  test('a link that was mended by another address leaves the queue at once', async () => {
    const source = await breakLink();
    expect(await subjectsOf('broken-links')).toEqual([`S${source}`]);
    await db.query("update sources set url = 'https://found.example.org/' where id = $1", [source]);
    expect(await subjectsOf('broken-links')).toEqual([]);
  });

  test('rule and record differ exactly where the pages of the claims say so', async () => {
    const { rows } = await db.query<{ id: number }>('select id from claims order by id');
    const onPages: unknown[] = [];
    for (const { id } of rows) {
      const lineage = await getLineage(`C${id}`);
      const own = new Set(lineage?.nodes.filter(({ claimId }) => claimId === `C${id}`).map((node) => node.id));
      for (const { to, disagreement } of lineage?.edges ?? []) {
        if (disagreement === null || !own.has(to)) continue;
        const { computedOnly, recordedOnly } = disagreement;
        onPages.push({ citationId: to, computedOnly: computedOnly.map(({ label }) => label), recordedOnly });
      }
    }
    expect(onPages.length).toBeGreaterThan(0);
    const { differences: inQueue, isCurrent } = await listRecordDifferences(20_000);
    expect(isCurrent).toBe(true);
    expect(inQueue).toEqual((onPages as typeof inQueue).sort((a, b) => a.citationId - b.citationId));
    expect((await listQueue(ANNE, 'rule-and-record', ALL)).items.every(({ note }) => note !== null)).toBe(true);
  });

  test('a draft is its author’s until somebody takes it; handed in, it is nobody’s', async () => {
    const [own, other] = [await addDraft(ANNE, 'draft'), await addDraft(BEN, 'draft')];
    const review = await addDraft(ANNE, 'in-review');
    const returned = await addDraft(ANNE, 'draft', 'Name the page.');
    expect(await subjectsOf('drafts', { whose: 'mine' })).toEqual([own]);
    expect(await subjectsOf('drafts')).toEqual([own, other]);
    expect(await subjectsOf('in-review', { whose: 'nobody' })).toEqual([review]);
    expect((await listQueue(ANNE, 'returned', ALL)).items).toMatchObject([
      { subject: returned, note: 'Name the page.', holderId: 'anne' },
    ]);
    await addDraft(ANNE, 'discarded');
    expect(await subjectsOf('drafts')).toHaveLength(2);
  });

  test('pages hold each item once, in the order asked for', async () => {
    const seen: string[] = [];
    const first = await listQueue(ANNE, 'to-appraise', ALL);
    for (let page = 1; (page - 1) * ITEMS_A_PAGE < first.total; page += 1)
      seen.push(...(await subjectsOf('to-appraise', { page })));
    expect(seen).toHaveLength(first.total);
    expect(new Set(seen).size).toBe(first.total);
    const weights = first.items.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(await subjectsOf('to-appraise', { page: 9999 })).toEqual([]);
  });
});

describe('taking a task', () => {
  test('shows who has it, and giving it back makes it nobody’s', async () => {
    const task = { queue: 'broken-links', subject: `S${await breakLink()}` } as const;
    expect(await takeTask(ANNE, { ...task, from: null })).toEqual({ ok: true });
    expect(await takeTask(ANNE, { ...task, from: null })).toEqual({ ok: true });
    expect((await listQueue(BEN, 'broken-links', ALL)).items).toMatchObject([
      { holderName: 'Person anne', isTaken: true },
    ]);
    expect(await subjectsOf('broken-links', { whose: 'mine' })).toEqual([task.subject]);
    expect(await subjectsOf('broken-links', { whose: 'mine' }, BEN)).toEqual([]);
    expect(await giveTaskBack(BEN, task)).toBe(false);
    expect(await giveTaskBack(ANNE, task)).toBe(true);
    expect(await subjectsOf('broken-links', { whose: 'nobody' })).toEqual([task.subject]);
    const { rows } = await db.query('select action, actor_id from events where subject = $1 order by id', [
      `task:broken-links:${task.subject}`,
    ]);
    expect(rows).toEqual([
      { action: 'task taken', actor_id: 'anne' },
      { action: 'task given back', actor_id: 'anne' },
    ]);
  });

  test('of two who take it in the same moment one gets it, and the other learns who', async () => {
    const task = { queue: 'broken-links', subject: `S${await breakLink()}`, from: null } as const;
    const people = Array.from({ length: 6 }, (_, n) => person(`p${n}`));
    const outcomes = await Promise.all(people.map((one) => takeTask(one, task)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = people[outcomes.findIndex(({ ok }) => ok)];
    for (const outcome of outcomes) {
      if (!outcome.ok) expect(outcome).toEqual({ ok: false, problem: 'moved', holderName: winner?.name });
    }
  });

  test('over from somebody works only from whom one saw', async () => {
    const task = { queue: 'broken-links', subject: `S${await breakLink()}` } as const;
    await takeTask(ANNE, { ...task, from: null });
    expect(await takeTask(BEN, { ...task, from: 'somebody else' })).toMatchObject({ ok: false, problem: 'moved' });
    expect(await takeTask(BEN, { ...task, from: 'anne' })).toEqual({ ok: true });
    expect(await subjectsOf('broken-links', { whose: 'mine' }, BEN)).toEqual([task.subject]);
  });

  test('what is not in the queue cannot be taken, and what has left it shows no more', async () => {
    const source = await breakLink();
    const task = { queue: 'broken-links', subject: `S${source}`, from: null } as const;
    expect(await takeTask(ANNE, { ...task, subject: 'S1' })).toEqual({ ok: false, problem: 'gone' });
    expect(await takeTask(ANNE, { ...task, subject: "S1' or true --" })).toEqual({ ok: false, problem: 'gone' });
    await takeTask(ANNE, task);
    await db.query("update link_states set state = 'works', failures = 0, failed_first = null, broken_since = null");
    expect((await countQueues(ANNE)).find(({ queue }) => queue === 'broken-links')).toMatchObject({
      total: 0,
      mine: 0,
    });
  });
});
