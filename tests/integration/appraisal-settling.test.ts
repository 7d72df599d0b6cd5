import { describe, expect, test } from 'vitest';
import { prisma } from '@/db/prisma';
import { REAPPRAISAL_YEARS } from '@/domain/appraisal/reappraisal';
import type { Actor } from '@/domain/permission';
import { getRound, listDue, listQueues } from '@/features/appraisals/data';
import { applySettledGrade, markForReview } from '@/features/appraisals/grade-writer';
import { loadAgreement } from '@/features/appraisals/loaders';
import { beginAppraisal, openRound, submitAppraisal } from '@/features/appraisals/mutations';
import { acceptConsensus, decideRound, offerConsensus } from '@/features/appraisals/settling-writer';
import { getClaim } from '@/features/claims/data';
import { listClaims } from '@/features/claims/list-data';
import { ClaimFilters } from '@/features/claims/schema';
import { recordEvents } from '@/features/history/event-writer';
import { getSource } from '@/features/sources/data';
import { actor, EDITOR, SENIOR } from '../support/actors';
import { instrument, wholeDraft } from '../support/appraising';
import { connect } from '../support/database';

const client = await connect();
const owner = await connect('owner');

const ANA = actor('Ana Appraiser', 'editor');
const BEN = actor('Ben Appraiser', 'editor');
const THIRD = actor('Thea Third', 'editor');
const NONE = { interests: 'none', interestsText: '' } as const;

type Levels = Record<string, string>;

/** Both hand in for this subject, each with these levels. */
async function appraised(
  subject: string,
  first: Levels,
  second: Levels,
  people = [ANA, BEN] as const,
): Promise<number> {
  const opened = await openRound(ANA, subject, null);
  if (!opened.ok) throw new Error(opened.problem);
  const { round } = opened;
  const used = instrument((await getRound(ANA, round))?.instrument ?? '');
  const levels = [first, second];
  for (const person of people) expect(await beginAppraisal(person, round, NONE)).toEqual({ ok: true });
  for (const [index, person] of people.entries()) {
    const draft = wholeDraft(used, { mark: person.name, levels: levels[index] ?? {} });
    expect(await submitAppraisal(person, round, draft)).toMatchObject({ ok: true });
  }
  return round;
}

const source = (level: string): Levels => ({ 'source-reliability': level });
const claim = (method: string, word: string): Levels => ({ 'method-certainty': method, reliability: word });
const judging = (levels: Levels) =>
  Object.fromEntries(
    Object.entries(levels).map(([axis, level]) => [axis, { level, reasons: ['Settled in a test.'], deviation: '' }]),
  );

async function eventsOf(subject: string) {
  const { rows } = await client.query('select * from events where subject = $1 order by id', [subject]);
  return rows as {
    actor: string;
    action: string;
    summary: string;
    reason: string | null;
    before: unknown;
    after: unknown;
  }[];
}

describe('where both judge alike', () => {
  test('the source has its grade at once, with both’s reasons, its instrument and its line in the history', async () => {
    const round = await appraised('S50', source('B'), source('B'));
    const graded = await getSource('S50');
    expect(graded).toMatchObject({
      reliability: 'B',
      provisional: false,
      underReview: null,
      grading: { editors: 2, how: 'agreement', instrument: { id: 'aacods', version: '1' } },
    });
    expect(graded?.reasons).toEqual(expect.arrayContaining([`Judged by ${ANA.name}.`, `Judged by ${BEN.name}.`]));
    const event = (await eventsOf('S50')).at(-1);
    expect(event).toMatchObject({ action: 'graded', after: { reliability: 'B', provisional: false } });
    expect(event?.before).toMatchObject({ provisional: true });
    expect((await getRound(THIRD, round))?.state).toBe('agreed');
  });

  test('the claim has its grade at once, and lists and search find it under it', async () => {
    await appraised('C2', claim('low', 'very-low'), claim('low', 'very-low'));
    const graded = await getClaim('C2');
    expect(graded).toMatchObject({
      reliability: 'very-low',
      grades: { method: 'low', provisional: false },
      grading: { how: 'agreement' },
    });
    const list = await listClaims(ClaimFilters.parse({ q: 'c2', reliability: ['very-low'] }), {
      limit: 5,
      facets: false,
    });
    expect(list.claims.map(({ id }) => id)).toContain('C2');
  });

  test('a method that both call impossible to judge leaves that axis without a grade', async () => {
    await appraised('C3', claim('not-judged', 'not-graded'), claim('not-judged', 'not-graded'));
    expect(await getClaim('C3')).toMatchObject({
      reliability: 'not-graded',
      grades: { method: null, provisional: false },
    });
  });
});

describe('where they differ', () => {
  test('one offers and the other accepts: neither can do both, and nobody else can do either', async () => {
    const round = await appraised('S51', source('A'), source('D'));
    const offer = (person: Actor, level: string) => offerConsensus(person, round, judging(source(level)), 'We talked.');
    expect(await offer(THIRD, 'C')).toMatchObject({ ok: false });
    expect(await offer(ANA, 'C')).toEqual({ ok: true });
    const offeredAt = (await getRound(BEN, round))?.offeredAt ?? '';
    expect(await acceptConsensus(ANA, round, offeredAt)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('your own'),
    });
    expect(await acceptConsensus(THIRD, round, offeredAt)).toMatchObject({ ok: false });
    expect((await getSource('S51'))?.grading).toBeNull();
    expect(await acceptConsensus(BEN, round, offeredAt)).toEqual({ ok: true });
    expect(await getSource('S51')).toMatchObject({
      reliability: 'C',
      provisional: false,
      grading: { how: 'consensus' },
    });
    expect(await getRound(THIRD, round)).toMatchObject({
      state: 'settled',
      settledByName: 'Ana Appraiser and Ben Appraiser',
      settledNote: 'We talked.',
      offer: null,
    });
    expect(await acceptConsensus(BEN, round, offeredAt)).toMatchObject({ ok: false });
  });

  test('an offer that changed meanwhile is not accepted unseen', async () => {
    const round = await appraised('S52', source('A'), source('D'));
    await offerConsensus(ANA, round, judging(source('C')), 'First.');
    const seen = (await getRound(BEN, round))?.offeredAt ?? '';
    await new Promise((done) => setTimeout(done, 5));
    await offerConsensus(ANA, round, judging(source('B')), 'Second.');
    expect(await acceptConsensus(BEN, round, seen)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('changed'),
    });
  });

  test('an offer needs a level, a reason and the preferred terms', async () => {
    const round = await appraised('S53', source('A'), source('D'));
    expect(await offerConsensus(ANA, round, {}, 'A note.')).toMatchObject({
      ok: false,
      fields: [{ field: 'level-source-reliability' }],
    });
    const bare = { 'source-reliability': { level: 'C', reasons: [], deviation: '' } };
    expect(await offerConsensus(ANA, round, bare, 'A note.')).toMatchObject({
      fields: [{ field: 'reasons-source-reliability' }],
    });
    const odd = { 'source-reliability': { level: 'Z', reasons: ['Why.'], deviation: '' } };
    expect(await offerConsensus(ANA, round, odd, 'A note.')).toMatchObject({ ok: false });
    expect(await offerConsensus(ANA, round, judging(source('C')), 'On child pornography.')).toMatchObject({
      fields: [{ field: 'note' }],
    });
  });

  test('a senior editor decides who was neither of the two, and works for none of its makers', async () => {
    const round = await appraised('S54', source('A'), source('D'), [SENIOR, BEN]);
    const decide = (person: Actor) => decideRound(person, round, judging(source('B')), 'Read both.', NONE);
    await expect(decide(EDITOR)).rejects.toThrow('senior editor');
    expect(await decide(SENIOR)).toMatchObject({ ok: false, problem: expect.stringContaining('yourself') });
    const { rows } = await owner.query('select coalesce(organisation, publisher) as body from sources where id = 54');
    const insider = { ...actor('Sora Insider', 'senior-editor'), affiliations: [rows[0].body] };
    expect(await decide(insider)).toMatchObject({ ok: false, problem: expect.stringContaining('You work for') });
    const other = actor('Sora Senior', 'senior-editor');
    expect(await decide(other)).toEqual({ ok: true });
    expect(await getSource('S54')).toMatchObject({ reliability: 'B', grading: { how: 'decision' } });
    expect((await getRound(BEN, round))?.settledByName).toBe('Sora Senior');
  });

  test('nothing is settled before both are in', async () => {
    const opened = await openRound(ANA, 'S55', null);
    if (!opened.ok) throw new Error(opened.problem);
    await beginAppraisal(ANA, opened.round, NONE);
    expect(await offerConsensus(ANA, opened.round, judging(source('B')), 'Alone.')).toMatchObject({ ok: false });
    expect(await decideRound(SENIOR, opened.round, judging(source('B')), 'Alone.', NONE)).toMatchObject({ ok: false });
  });
});

describe('what is still a draft', () => {
  test('can be appraised; its outcome is kept, and becomes the grade once it is published', async () => {
    const { rows } = await owner.query(
      `insert into drafts (kind, record_number, content, author_id, author_name)
       values ('source', nextval('sources_id_seq'), '{"shortName": "Test 2026", "title": "A draft", "organisation": "A body", "type": "report"}', 'x', 'X')
       returning record_number`,
    );
    const [number, subject] = [rows[0].record_number as number, `S${rows[0].record_number}`];
    await appraised(subject, source('C'), source('C'));
    expect((await eventsOf(subject)).length).toBe(0);
    const insider = { ...THIRD, affiliations: ['a BODY'] };
    const again = await openRound(THIRD, subject, null);
    expect(again.ok && (await beginAppraisal(insider, again.round, NONE))).toMatchObject({ ok: false });
    await owner.query(
      `insert into sources (id, key, short_name, organisation, type, title, author, verification_level, verification_confidence, verification_how)
       values ($1, $2, 'Test 2026', 'A body', 'report', 'A draft', '[]', 'copy', 'high', 'In a test.')`,
      [number, `s${number}`],
    );
    const apply = () =>
      prisma().$transaction(async (tx) => {
        const events = await applySettledGrade(tx, subject);
        await recordEvents(tx, SENIOR, events);
        return events.length;
      });
    expect(await apply()).toBe(1);
    expect(await getSource(subject)).toMatchObject({
      reliability: 'C',
      provisional: false,
      grading: { how: 'agreement' },
    });
    expect(await apply()).toBe(0);
    expect((await eventsOf(subject)).map(({ action }) => action)).toEqual(['graded']);
  });

  test('has no grade applied where nobody appraised it', async () => {
    expect(await prisma().$transaction((tx) => applySettledGrade(tx, 'S60'))).toEqual([]);
    expect(await prisma().$transaction((tx) => applySettledGrade(tx, 'S999999'))).toEqual([]);
  });
});

describe('a grade is under review', () => {
  const mark = (subject: string, reason: string) =>
    prisma().$transaction((tx) => markForReview(tx, SENIOR, subject, reason));

  test('when something that it rests on changed, since the first change and for every reason, until it is graded anew', async () => {
    await appraised('C4', claim('low', 'low'), claim('low', 'low'));
    await mark('C4', 'Its method note changed.');
    const since = (await getClaim('C4'))?.grades.underReview?.since;
    await mark('C4', 'Its lineage changed.');
    await mark('C4', 'Its lineage changed.');
    expect((await getClaim('C4'))?.grades.underReview).toEqual({
      since,
      reasons: ['Its method note changed.', 'Its lineage changed.'],
    });
    expect((await listDue(ANA)).map(({ subject }) => subject)).toContain('C4');
    const events = await eventsOf('C4');
    expect(events.filter(({ action }) => action === 'under-review').length).toBe(2);
    await appraised('C4', claim('low', 'low'), claim('low', 'low'));
    expect((await getClaim('C4'))?.grades.underReview).toBeNull();
    expect((await listDue(ANA)).map(({ subject }) => subject)).not.toContain('C4');
  });

  test('with that of the source which first states a claim, where it was settled', async () => {
    const { rows } = await owner.query(
      `select x.claim_id, x.source_id from citations x where x.origin_state = 'origin' and x.claim_id > 20
       and (select count(*) from citations y where y.claim_id = x.claim_id and y.origin_state = 'origin') = 1 limit 1`,
    );
    const [id, made] = [`C${rows[0].claim_id}`, `S${rows[0].source_id}`];
    await mark(made, 'A new edition came out.');
    // Its own grade is provisional, and says already that nobody has judged.
    expect((await getSource(made))?.underReview).toBeNull();
    expect((await getClaim(id))?.grades.underReview).toBeNull();
    await appraised(id, claim('low', 'low'), claim('low', 'low'));
    await mark(made, 'It was retracted by its publisher.');
    expect((await getClaim(id))?.grades.underReview?.reasons.join()).toContain('It was retracted by its publisher.');
  });

  test(`by age, ${REAPPRAISAL_YEARS} years after it was settled`, async () => {
    await appraised('S56', source('B'), source('B'));
    expect((await getSource('S56'))?.underReview).toBeNull();
    await owner.query(
      "update source_grades set settled_at = settled_at - interval '4 years', due_at = due_at - interval '4 years' where source_id = 56",
    );
    expect((await getSource('S56'))?.underReview?.reasons).toEqual([expect.stringContaining('Three years')]);
    expect((await listDue(ANA)).map(({ subject }) => subject)).toContain('S56');
  });

  test('when the figure turns out to be made in another way than it was appraised as', async () => {
    const { rows } = await owner.query(
      "select claim_id from method_notes where kind = 'hotline-reports' order by 1 desc limit 1",
    );
    const id = `C${rows[0].claim_id}`;
    const opened = await openRound(ANA, id, null);
    expect(opened.ok).toBe(true);
    await owner.query("update method_notes set kind = 'modelled-estimate' where claim_id = $1", [rows[0].claim_id]);
    await appraised(id, claim('low', 'low'), claim('low', 'low'));
    expect((await getClaim(id))?.grades.underReview?.reasons.join()).toContain('recorded otherwise');
  });
});

test('agreement is counted from what both answered before any consensus', async () => {
  const entry = async () => (await loadAgreement()).find(({ instrument: { id } }) => id === 'aacods');
  const before = (await entry())?.axes[0]?.agreement;
  const round = await appraised('S57', source('A'), source('E'));
  await offerConsensus(ANA, round, judging(source('A')), 'Ben was persuaded.');
  await acceptConsensus(BEN, round, (await getRound(BEN, round))?.offeredAt ?? '');
  const after = await entry();
  const [n, same] = [before?.n ?? 0, Math.round((before?.raw ?? 0) * (before?.n ?? 0))];
  expect(after?.axes[0]?.agreement).toMatchObject({ n: n + 1, raw: same / (n + 1) });
  expect(after?.items.every(({ agreement }) => agreement.raw === 1)).toBe(true);
  const opened = await openRound(ANA, 'S58', null);
  if (!opened.ok) throw new Error(opened.problem);
  await beginAppraisal(ANA, opened.round, NONE);
  await submitAppraisal(ANA, opened.round, wholeDraft(instrument('aacods')));
  expect((await entry())?.axes[0]?.agreement.n).toBe(n + 1);
});

test('each sees a round in the queue that it belongs to for them', async () => {
  const opened = await openRound(ANA, 'S59', null);
  if (!opened.ok) throw new Error(opened.problem);
  const { round } = opened;
  const queueOf = async (person: Actor) => (await listQueues(person)).find(({ id }) => id === round)?.queue;
  expect(await queueOf(ANA)).toBe('free');
  await beginAppraisal(ANA, round, NONE);
  expect([await queueOf(ANA), await queueOf(BEN)]).toEqual(['begun', 'free']);
  await submitAppraisal(ANA, round, wholeDraft(instrument('aacods')));
  await beginAppraisal(BEN, round, NONE);
  expect([await queueOf(ANA), await queueOf(BEN), await queueOf(THIRD)]).toEqual(['waiting', 'begun', 'waiting']);
  await submitAppraisal(BEN, round, wholeDraft(instrument('aacods'), { levels: source('C') }));
  expect([await queueOf(ANA), await queueOf(THIRD)]).toEqual(['differing', 'differing']);
});
