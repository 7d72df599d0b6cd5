import type pg from 'pg';
import { prisma } from '@/db/prisma';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, Denied, PERMISSIONS, type Permission, Role } from '@/domain/permission';
import { listRecordDifferences } from '@/features/lineage/difference-data';
import { getLineage } from '@/features/lineage/data';
import { countQueues, ITEMS_A_PAGE, listQueue } from '@/features/queues/data';
import { getRound } from '@/features/appraisals/data';
import { markForReview } from '@/features/appraisals/grade-writer';
import { beginAppraisal, openRound, submitAppraisal } from '@/features/appraisals/mutations';
import { decideRound, offerConsensus } from '@/features/appraisals/settling-writer';
import { giveTaskBack, takeTask } from '@/features/queues/mutations';
import { QueueFilters, QueueName } from '@/features/queues/schema';
import { connect } from '../support/database';
import { instrument, wholeDraft } from '../support/appraising';
import { citationRow, claimRow, insert, sourceRow } from '../support/rows';

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
    expect((await listQueue(ANNE, 'checks-failing', ALL)).items.every(({ note }) => note !== null)).toBe(true);
  });

  test('quoted words that are gone, or stand in several places, fail a check; others do not', async () => {
    const before = await subjectsOf('checks-failing', { page: 1 });
    const [claim, source] = [await insert(db, 'claims', claimRow()), await insert(db, 'sources', sourceRow())];
    const quoting = async (outcome: string, exact = 'a few words') => {
      const row = citationRow(claim, source, { quote_exact: 'a few words', origin_state: 'origin' });
      await insert(db, 'citations', row);
      await db.query(
        `insert into quote_checks (citation_key, source_number, exact, checked_at, outcome) values ($1, $2, $3, now(), $4)`,
        [row.key, source, exact, outcome],
      );
      return `citation:${row.key}`;
    };
    const [gone, ambiguous] = [await quoting('gone'), await quoting('ambiguous')];
    // Found; and gone, but of words that are no longer the ones quoted.
    for (const fine of [await quoting('found'), await quoting('gone', 'other words')]) {
      expect(await subjectsOf('checks-failing')).not.toContain(fine);
      expect(await takeTask(ANNE, { queue: 'checks-failing', subject: fine, from: null })).toMatchObject({
        problem: 'gone',
      });
    }
    const now = await listQueue(ANNE, 'checks-failing', ALL);
    expect(now.items.map(({ subject }) => subject).sort()).toEqual([...before, gone, ambiguous].sort());
    expect(now.items.find(({ subject }) => subject === gone)?.note).toMatch(/gone from the page of S\d+/);
    expect(now.items.find(({ subject }) => subject === ambiguous)?.note).toMatch(/several times/);
    expect((await countQueues(ANNE)).find(({ queue }) => queue === 'checks-failing')?.total).toBe(now.total);
    expect(await takeTask(ANNE, { queue: 'checks-failing', subject: gone, from: null })).toEqual({ ok: true });
    expect(await subjectsOf('checks-failing', { whose: 'mine' })).toEqual([gone]);
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

const NO_INTERESTS = { interests: 'none', interestsText: '' } as const;

/** Opens a round over a source, and hands in one appraisal for each level. */
async function appraised(subject: string, ...levels: string[]): Promise<number> {
  const opened = await openRound(ANNE, subject, null);
  if (!opened.ok) throw new Error(opened.problem);
  const used = instrument((await getRound(ANNE, opened.round))?.instrument ?? '');
  for (const [index, level] of levels.entries()) {
    const by = [ANNE, BEN][index] as Actor;
    expect(await beginAppraisal(by, opened.round, NO_INTERESTS)).toEqual({ ok: true });
    const draft = wholeDraft(used, { levels: { 'source-reliability': level } });
    expect(await submitAppraisal(by, opened.round, draft)).toMatchObject({ ok: true });
  }
  return opened.round;
}

const countOf = async (name: QueueName, actor = ANNE) =>
  (await countQueues(actor)).find(({ queue }) => queue === name) ?? null;

describe('differing', () => {
  test('are rounds whose two judgements differ, until they are settled, and no others', async () => {
    const round = await appraised('S60', 'B', 'C');
    await appraised('S61', 'B', 'B');
    await appraised('S62', 'B');
    const own = `round:${round}`;
    const { items, total } = await listQueue(ANNE, 'differing', ALL);
    expect(items).toMatchObject([{ subject: own, record: 'S60', note: null, holderId: null }]);
    expect(await countOf('differing')).toMatchObject({ total, mine: 0, nobody: 1 });

    expect(await takeTask(BEN, { queue: 'differing', subject: own, from: null })).toEqual({ ok: true });
    expect(await countOf('differing', BEN)).toMatchObject({ total: 1, mine: 1, nobody: 0 });
    expect(await countOf('differing', ANNE)).toMatchObject({ total: 1, mine: 0, nobody: 0 });
    expect(await subjectsOf('differing', { whose: 'mine' }, BEN)).toEqual([own]);

    const judged = { 'source-reliability': { level: 'C', reasons: ['Seen again.'], deviation: '' } };
    expect(await offerConsensus(ANNE, round, judged, 'Both read it again.')).toMatchObject({ ok: true });
    expect((await listQueue(ANNE, 'differing', ALL)).items[0]?.note).toMatch(/Person anne/);
    const senior = person('sue', ['senior-editor']);
    expect(await decideRound(senior, round, judged, 'Both read it again.', NO_INTERESTS)).toMatchObject({ ok: true });
    expect(await subjectsOf('differing')).toEqual([]);
    expect(await countOf('differing', BEN)).toMatchObject({ total: 0, mine: 0 });
  });
});

describe('due', () => {
  test('are settled grades under review or past their date, without a round that is under way, and no others', async () => {
    for (const subject of ['S70', 'S71', 'S72', 'S73']) await appraised(subject, 'B', 'B');
    expect(await subjectsOf('due')).toEqual([]);
    const aged = (number: number, days: number) =>
      db.query(`update source_grades set due_at = now() + $2 * interval '1 day' where source_id = $1`, [number, days]);
    // Due for a day; due tomorrow; due, and being appraised anew; under review. S1 is graded, and not settled.
    await aged(70, -1);
    await aged(71, 1);
    await aged(72, -1);
    await prisma().$transaction(async (tx) => {
      await markForReview(tx, ANNE, 'S73', 'its address changed');
    });
    await appraised('S72');
    expect(await subjectsOf('due')).toEqual(expect.arrayContaining(['S70', 'S73']));
    const { items, total } = await listQueue(ANNE, 'due', ALL);
    expect(total).toBe(2);
    for (const { note, since } of items) expect([note, since]).not.toContain(null);
    expect(items.find(({ subject }) => subject === 'S73')?.note).toContain('its address changed');
    expect(await countOf('due')).toMatchObject({ total: 2, mine: 0, nobody: 2 });

    expect(await takeTask(ANNE, { queue: 'due', subject: 'S70', from: null })).toEqual({ ok: true });
    expect(await takeTask(ANNE, { queue: 'due', subject: 'S71', from: null })).toMatchObject({ problem: 'gone' });
    expect(await countOf('due')).toMatchObject({ total: 2, mine: 1, nobody: 1 });
    // Appraised anew, it leaves the queue.
    await appraised('S70', 'B', 'B');
    expect(await subjectsOf('due')).toEqual(['S73']);
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
