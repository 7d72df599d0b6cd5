import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { prisma } from '@/db/prisma';
import { getRound, listDue, listQueues } from '@/features/appraisals/data';
import { markForReview } from '@/features/appraisals/grade-writer';
import { loadAgreement, loadRound } from '@/features/appraisals/loaders';
import { openRound, saveAppraisal, submitAppraisal } from '@/features/appraisals/mutations';
import { acceptConsensus, decideRound, offerConsensus } from '@/features/appraisals/settling-writer';
import { getClaim } from '@/features/claims/data';
import { getDraft } from '@/features/drafts/data';
import { beginDraft, discardDraft, publishDraft, saveDraft, submitDraft } from '@/features/drafts/mutations';
import { countQueues, listQueue } from '@/features/queues/data';
import { QueueFilters } from '@/features/queues/schema';
import { changeStanding, mergeRecords } from '@/features/records/mutations';
import { getSource } from '@/features/sources/data';
import { actor, EDITOR, SENIOR } from '../support/actors';
import { handIn, instrument, roundFor, wholeDraft } from '../support/appraising';
import { connect } from '../support/database';
import { claimContent, idOf, newClaim, newSource, republish, SOURCE } from '../support/making-records';

// A grade speaks of what two editors read, and of nothing else.

const owner = await connect('owner');
const ANA = actor('Ana Appraiser', 'editor');
const BEN = actor('Ben Appraiser', 'editor');
const BOTH = [ANA, BEN];
const SOURCE_B = { 'source-reliability': 'B' };
const CLAIM_LOW = { 'method-certainty': 'low', reliability: 'low' };
const NEW_METHOD = { kind: 'census', description: 'Counted again.', frame: null, sample: null, limits: [] };

const eventsOf = async (subject: string) =>
  (await owner.query('select action, reason from events where subject = $1 order by id', [subject])).rows as {
    action: string;
    reason: string | null;
  }[];
const reviewOf = async (id: string) =>
  id.startsWith('C') ? (await getClaim(id))?.grades.underReview : (await getSource(id))?.underReview;
const reasonsOf = async (id: string) => (await reviewOf(id))?.reasons ?? [];

describe('a settled grade', () => {
  test('is not under review where the record is what both read', async () => {
    const claim = await newClaim(await newSource());
    const round = await roundFor(claim, BOTH);
    for (const person of BOTH) await handIn(person, round, CLAIM_LOW);
    expect(await getClaim(claim)).toMatchObject({ grades: { provisional: false, underReview: null } });
    const { rows } = await owner.query('select judged_content from appraisals where round_id = $1', [round]);
    expect(rows.map((row) => row.judged_content.record.id)).toEqual([claim, claim]);
  });

  test('is under review from the start where the record changed after the first of the two had handed in', async () => {
    const claim = await newClaim(await newSource());
    const round = await roundFor(claim, BOTH);
    await handIn(ANA, round, CLAIM_LOW);
    await republish(claim, (content) => ({ ...content, methodNote: NEW_METHOD }));
    // Nothing is settled yet, so that nothing can be marked: only what was kept tells of the change.
    expect(await reasonsOf(claim)).toEqual([]);
    await handIn(BEN, round, CLAIM_LOW);
    expect(await getClaim(claim)).toMatchObject({
      grades: { provisional: false, underReview: { reasons: ['Its method note changed.'] } },
    });
    expect(await eventsOf(claim)).toContainEqual({ action: 'under-review', reason: 'Its method note changed.' });
    expect((await listDue(ANA)).find(({ subject }) => subject === claim)?.reasons).toEqual([
      'Its method note changed.',
    ]);
  });

  test('is under review where the record changed between both appraisals and the end of their difference', async () => {
    const source = await newSource();
    const round = await roundFor(source, BOTH);
    await handIn(ANA, round, { 'source-reliability': 'A' });
    await handIn(BEN, round, SOURCE_B);
    await republish(source, (content) => ({ ...content, title: 'Another edition of it' }));
    const judged = { 'source-reliability': { level: 'B', reasons: ['Settled.'], deviation: '' } };
    await decideRound(SENIOR, round, judged, 'Read both.', { interests: 'none', interestsText: '' });
    expect(await reasonsOf(source)).toEqual(['Its bibliographic record changed.']);
  });

  test('is not under review for what no grade rests on', async () => {
    const source = await newSource();
    const round = await roundFor(source, BOTH);
    await handIn(ANA, round, SOURCE_B);
    await republish(source, (content) => ({ ...content, note: 'A note.' }));
    await handIn(BEN, round, SOURCE_B);
    expect(await getSource(source)).toMatchObject({ provisional: false, underReview: null });
  });

  test('keeps a mark that came while the round was under way, and loses one that both had seen', async () => {
    const mark = (reason: string) => prisma().$transaction((tx) => markForReview(tx, SENIOR, claim, reason));
    const claim = await newClaim(await newSource());
    const first = await roundFor(claim, BOTH);
    for (const person of BOTH) await handIn(person, first, CLAIM_LOW);
    await mark('A reason that both see.');
    const round = await roundFor(claim, BOTH);
    await handIn(ANA, round, CLAIM_LOW);
    await mark('A reason that one sees.');
    await handIn(BEN, round, CLAIM_LOW);
    expect(await reasonsOf(claim)).toEqual(['A reason that one sees.']);
    expect((await eventsOf(claim)).filter(({ action }) => action === 'under-review')).toHaveLength(2);
  });

  test('of a claim is under review where the source that first states it was graded or changed meanwhile', async () => {
    const source = await newSource();
    const claim = await newClaim(source);
    const round = await roundFor(claim, BOTH);
    await handIn(ANA, round, CLAIM_LOW);
    const ofSource = await roundFor(source, BOTH);
    for (const person of BOTH) await handIn(person, ofSource, { 'source-reliability': 'D' });
    await changeStanding(SENIOR, source, 1, 'retracted', 'Its publisher took it back.');
    await handIn(BEN, round, CLAIM_LOW);
    expect(await reasonsOf(claim)).toEqual([
      `The grade of ${source}, which first states it, changed.`,
      `${source}, which first states it, changed: Its standing changed.`,
    ]);
  });

  test('of a draft is held against what is published', async () => {
    for (const changed of [false, true]) {
      const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: null, content: { ...SOURCE } }));
      const subject = (await getDraft(EDITOR, id))?.recordId ?? '';
      const round = await roundFor(subject, BOTH);
      for (const person of BOTH) await handIn(person, round, SOURCE_B);
      await saveDraft(EDITOR, id, 1, { ...SOURCE, ...(changed ? { title: 'Quite another title' } : {}) });
      await submitDraft(EDITOR, id, 2);
      expect(await publishDraft(SENIOR, id, 3, null)).toMatchObject({ ok: true });
      expect(await getSource(subject)).toMatchObject({ reliability: 'B', provisional: false });
      expect(await reasonsOf(subject)).toEqual(changed ? ['Its bibliographic record changed.'] : []);
    }
  });
});

describe('two who did not read the same', () => {
  test('are told what changed since, each of whoever handed in before, and make no pair in the agreement', async () => {
    const pairs = async () =>
      (await loadAgreement()).find(({ instrument: { id } }) => id === 'aacods')?.axes[0]?.agreement.n;
    const before = await pairs();
    const source = await newSource();
    const round = await roundFor(source, BOTH);
    await handIn(ANA, round, SOURCE_B);
    await republish(source, (content) => ({ ...content, title: 'Another edition of it' }));
    const [ana, ben] = [await loadRound(ANA, String(round)), await loadRound(BEN, String(round))];
    expect(ana?.movedOn).toMatchObject([{ own: true, reasons: ['Its bibliographic record changed.'] }]);
    expect(ben?.movedOn).toMatchObject([{ own: false, name: null, reasons: ['Its bibliographic record changed.'] }]);
    expect(JSON.stringify(ben?.movedOn[0]?.changes)).toContain('edition');
    await handIn(BEN, round, SOURCE_B);
    expect(await pairs()).toBe(before);
    const both = await loadRound(BEN, String(round));
    expect(both?.movedOn.map(({ name }) => name)).toEqual([ANA.name]);
  });

  test('nobody hands in unseen what changed since the page was made', async () => {
    const source = await newSource();
    const round = await roundFor(source, BOTH);
    const draft = wholeDraft(instrument('aacods'), { levels: SOURCE_B, mark: 'somebody' });
    const seen = (await loadRound(ANA, String(round)))?.version ?? '';
    await republish(source, (content) => ({ ...content, note: 'A note.' }));
    expect(await submitAppraisal(ANA, round, draft, seen)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('has changed since this page was made'),
    });
    const page = await loadRound(ANA, String(round));
    expect(page?.mine).toMatchObject({ submittedAt: null, draft: { answers: draft.answers } });
    expect(await submitAppraisal(ANA, round, draft, page?.version)).toMatchObject({ ok: true });
  });
});

describe('a round whose subject goes', () => {
  const stateOf = async (round: number) => (await getRound(BEN, round))?.state;
  const isListed = async (round: number) => {
    const open = (await listQueues(BEN)).filter(({ queue }) => queue !== 'closed');
    const { items } = await listQueue(BEN, 'differing', QueueFilters.parse({ order: 'newest' }));
    return open.some(({ id }) => id === round) || items.some(({ subject }) => subject === `round:${round}`);
  };

  test('is closed without an outcome when it is merged, leads to the survivor, and leaves the queues', async () => {
    const [from, into] = [await newSource(), await newSource()];
    const open = await roundFor(from, BOTH);
    await handIn(ANA, open, { 'source-reliability': 'A' });
    await handIn(BEN, open, SOURCE_B);
    expect([await stateOf(open), await isListed(open)]).toEqual(['differing', true]);
    await offerConsensus(ANA, open, { 'source-reliability': { level: 'B', reasons: ['x'], deviation: '' } }, 'A note.');
    const offeredAt = (await getRound(BEN, open))?.offeredAt ?? '';
    expect(await mergeRecords(SENIOR, from, into, 'The same report.')).toEqual({ ok: true });
    expect([await stateOf(open), await isListed(open)]).toEqual(['void', false]);
    expect(await loadRound(BEN, String(open))).toMatchObject({
      round: { voidReason: `${from} was merged into ${into}.`, outcome: null },
      subject: { title: expect.stringContaining(SOURCE.title) },
      gone: { survivor: into },
    });
    expect(await eventsOf(`appraisal:${open}`)).toContainEqual({
      action: 'voided',
      reason: `${from} was merged into ${into}.`,
    });
    const closed = { ok: false, problem: expect.stringContaining('closed without an outcome') };
    expect(await acceptConsensus(BEN, open, offeredAt)).toMatchObject(closed);
    // It does not stand in the way of a round for the survivor.
    expect(await openRound(ANA, into, null)).toMatchObject({ ok: true });
    expect((await openRound(ANA, from, null)).ok).toBe(false);
  });

  test('is closed without an outcome when its draft is discarded, and says so', async () => {
    const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: null, content: { ...SOURCE } }));
    const subject = (await getDraft(EDITOR, id))?.recordId ?? '';
    const round = await roundFor(subject, BOTH);
    await discardDraft(EDITOR, id, 1, 'Not needed.');
    expect([await stateOf(round), await isListed(round)]).toEqual(['void', false]);
    expect(await loadRound(BEN, String(round))).toMatchObject({
      round: { voidReason: `The draft of ${subject} was discarded.` },
      gone: { survivor: null },
    });
    expect(await saveAppraisal(ANA, round, wholeDraft(instrument('aacods')))).toMatchObject({ ok: false });
  });

  test('stays open when a change of a published record is discarded', async () => {
    const source = await newSource();
    const round = await roundFor(source, BOTH);
    const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: source }));
    await discardDraft(EDITOR, id, 1, 'Not needed.');
    expect(await stateOf(round)).toBe('open');
  });

  test('and got stuck before rounds were closed in this way is closed by the migration, with its line in the history', async () => {
    const [from, into] = [await newSource(), await newSource()];
    await mergeRecords(SENIOR, from, into, 'The same report.');
    const { rows } = await owner.query(
      `insert into appraisal_rounds (subject, instrument, instrument_version, opened_by_id, opened_by_name)
       values ($1, 'aacods', '1', 'x', 'X'), ('S999998', 'aacods', '1', 'x', 'X'), ($2, 'aacods', '1', 'x', 'X') returning id`,
      [from, into],
    );
    const migration = await readFile('prisma/migrations/20261125176000_judged_content/migration.sql', 'utf8');
    const statement = /^WITH stuck AS[^;]+;/m.exec(migration)?.[0] ?? '';
    await owner.query(statement);
    const [merged, discarded, stands] = await Promise.all(rows.map(({ id }) => getRound(BEN, id)));
    expect(merged).toMatchObject({ state: 'void', voidReason: `It was merged into ${into}.` });
    expect(discarded).toMatchObject({ state: 'void', voidReason: 'Its draft was discarded.' });
    expect(stands?.state).toBe('open');
    expect(await eventsOf(`appraisal:${merged?.id}`)).toEqual([
      { action: 'voided', reason: `It was merged into ${into}.` },
    ]);
  });

  test('and was settled before can still be read', async () => {
    const [from, into] = [await newSource(), await newSource()];
    const round = await roundFor(from, BOTH);
    for (const person of BOTH) await handIn(person, round, SOURCE_B);
    await mergeRecords(SENIOR, from, into, 'The same report.');
    expect(await loadRound(BEN, String(round))).toMatchObject({ round: { state: 'agreed' }, gone: { survivor: into } });
  });
});

test('the grade of a claim is under review when the source that first states it is merged into another', async () => {
  const [from, into] = [await newSource(), await newSource()];
  const claim = await newClaim(from);
  const round = await roundFor(claim, BOTH);
  for (const person of BOTH) await handIn(person, round, CLAIM_LOW);
  await mergeRecords(SENIOR, from, into, 'The same report.');
  expect(await reasonsOf(claim)).toEqual([`${from}, which first states it, was merged into ${into}.`]);
});

test('an open draft that names what is merged has a version more, and a line in the history', async () => {
  const [from, into] = [await newSource(), await newSource()];
  const content = claimContent(from.toLowerCase(), 'merge-event.1');
  const id = idOf(await beginDraft(EDITOR, { kind: 'claim', recordId: null, content }));
  await mergeRecords(SENIOR, from, into, 'The same report.');
  expect(await getDraft(EDITOR, id)).toMatchObject({
    version: 2,
    content: { citations: [{ source: into.toLowerCase() }] },
  });
  const { rows } = await owner.query(
    "select summary, before, after from events where subject = $1 and action = 'saved'",
    [id],
  );
  expect(rows).toMatchObject([
    {
      summary: `Names ${into} in place of ${from}, which was merged into it.`,
      before: { citations: [{ source: from.toLowerCase() }] },
      after: { citations: [{ source: into.toLowerCase() }] },
    },
  ]);
  expect(await saveDraft(EDITOR, id, 1, content)).toMatchObject({ ok: false, problem: 'conflict' });
});

test('the queues give the same reasons for a review as the page of appraisals, and count the same', async () => {
  const source = await newSource();
  const round = await roundFor(source, BOTH);
  for (const person of BOTH) await handIn(person, round, SOURCE_B);
  await republish(source, (content) => ({ ...content, title: 'Another edition of it' }));
  await owner.query("update source_grades set due_at = now() - interval '1 day' where source_id = $1", [
    source.slice(1),
  ]);
  const due = (await listDue(ANA)).find(({ subject }) => subject === source);
  const { items } = await listQueue(ANA, 'due', QueueFilters.parse({ order: 'newest' }));
  expect(due?.reasons).toEqual([
    'Its bibliographic record changed.',
    'Three years have passed since it was appraised.',
  ]);
  expect(items.find(({ subject }) => subject === source)?.note).toBe(due?.reasons.join(' '));
  expect(due?.reasons).toEqual(await reasonsOf(source));
  expect((await countQueues(ANA)).find(({ queue }) => queue === 'due')?.total).toBe(due?.total);
});
