import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/domain/permission';
import { Denied } from '@/domain/permission';
import { listPairs } from '@/features/appraisals/agreement-data';
import { getAppraisalSubject, getRound, listDue, listQueues } from '@/features/appraisals/data';
import {
  beginAppraisal,
  leaveAppraisal,
  openRound,
  saveAppraisal,
  submitAppraisal,
} from '@/features/appraisals/mutations';
import { acceptConsensus, decideRound, offerConsensus } from '@/features/appraisals/settling-writer';
import { getClaim } from '@/features/claims/data';
import { getSource } from '@/features/sources/data';
import { actor, SENIOR } from '../support/actors';
import { instrument, wholeDraft } from '../support/appraising';
import { connect } from '../support/database';

const client = await connect();
const owner = await connect('owner');

const ANA = actor('Ana Appraiser', 'editor');
const BEN = actor('Ben Appraiser', 'editor');
const THIRD = actor('Thea Third', 'editor');
const ADVOCATE = actor('Adam Advocate', 'advocate');
const NONE = { interests: 'none', interestsText: '' } as const;
const AACODS = instrument('aacods');

/** A round for a source that nobody has appraised in this file, with the two at work in it. */
let last = 0;
async function begun(people: readonly Actor[] = [ANA, BEN], prefix = 'S'): Promise<{ round: number; subject: string }> {
  for (;;) {
    last += 1;
    const subject = `${prefix}${last}`;
    const opened = await openRound(ANA, subject, null);
    if (!opened.ok) continue;
    for (const person of people) expect(await beginAppraisal(person, opened.round, NONE)).toEqual({ ok: true });
    return { round: opened.round, subject };
  }
}

/** What a person can read of a round anywhere: every read function, and the history. */
async function everythingSeenBy(person: Actor, round: number, subject: string): Promise<string> {
  const { rows: events } = await client.query('select * from events where subject = any($1)', [
    [`appraisal:${round}`, subject],
  ]);
  const read = [
    await getRound(person, round),
    await listQueues(person),
    await listDue(person),
    await getAppraisalSubject(person, subject),
    await listPairs(),
    await getSource(subject),
    events,
  ];
  return JSON.stringify(read);
}

async function eventsOf(subject: string) {
  const { rows } = await client.query(
    'select actor, action, before, after from events where subject = $1 order by id',
    [subject],
  );
  return rows as { actor: string; action: string; before: unknown; after: unknown }[];
}

describe('two editors who appraise one source', () => {
  const mark = 'MARKOFANA';
  let round = 0;
  let subject = '';
  beforeAll(async () => {
    ({ round, subject } = await begun());
    const draft = wholeDraft(AACODS, { mark, levels: { 'source-reliability': 'A' } });
    expect(await saveAppraisal(ANA, round, draft)).toEqual({ ok: true });
  });

  test('are blind to each other while one is still at it', async () => {
    for (const person of [BEN, THIRD, SENIOR])
      expect(await everythingSeenBy(person, round, subject)).not.toContain(mark);
    expect(await everythingSeenBy(ANA, round, subject)).toContain(mark);
  });

  test('are blind to each other when only one has handed in', async () => {
    const draft = wholeDraft(AACODS, { mark, levels: { 'source-reliability': 'A' } });
    expect(await submitAppraisal(ANA, round, draft)).toEqual({ ok: true, state: 'open' });
    for (const person of [BEN, THIRD, SENIOR]) {
      const seen = await everythingSeenBy(person, round, subject);
      expect(seen).not.toContain(mark);
      expect((await getRound(person, round))?.appraisals.filter(({ own }) => !own)).toEqual([]);
    }
    expect((await eventsOf(`appraisal:${round}`)).every(({ before, after }) => before === null && after === null)).toBe(
      true,
    );
  });

  test('are blind in the database too: the web server’s role has no right to read what was answered', async () => {
    for (const column of ['draft', 'judged', 'proposed', 'interests_text', 'appraiser_name', '*']) {
      await expect(client.query(`select ${column} from appraisals`)).rejects.toThrow(/permission denied/);
    }
    await expect(client.query('delete from appraisals returning draft')).rejects.toThrow(/permission denied/);
    const { rows } = await client.query('select * from appraisals_seen_by($1) where round_id = $2', [BEN.id, round]);
    expect(rows.map((row) => row.own)).toEqual([true]);
    expect((await client.query('select * from appraisals_seen_by(null) where round_id = $1', [round])).rows).toEqual(
      [],
    );
  });

  test('are blind to every other role of the database as well: none but the web server’s may ask as somebody', async () => {
    const name = `stranger_${process.pid}_${Date.now()}`;
    const stranger = await connect('owner');
    await stranger.query(`create role ${name}; grant usage on schema public to ${name}; set role ${name}`);
    try {
      for (const call of [`appraisals_seen_by('${ANA.id}')`, 'appraisal_pairs()']) {
        await expect(stranger.query(`select * from ${call}`)).rejects.toThrow(/permission denied for function/);
        expect((await client.query(`select count(*) from ${call}`)).rows).toHaveLength(1);
      }
    } finally {
      await stranger.query(`reset role; revoke usage on schema public from ${name}; drop role ${name}`);
    }
  });

  test('cannot change what was handed in, nor can the owner of the tables', async () => {
    const draft = wholeDraft(AACODS);
    const locked = { ok: false, problem: expect.stringContaining('cannot be changed') };
    expect(await saveAppraisal(ANA, round, draft)).toMatchObject(locked);
    expect(await submitAppraisal(ANA, round, draft)).toMatchObject(locked);
    expect(await leaveAppraisal(ANA, round)).toMatchObject(locked);
    for (const statement of ["update appraisals set draft = '{}'", 'delete from appraisals']) {
      await expect(owner.query(`${statement} where submitted_at is not null`)).rejects.toThrow(/was submitted/);
    }
  });

  test('see both once both are in, and what they answered stands in the history from then on', async () => {
    const draft = wholeDraft(AACODS, {
      mark: 'MARKOFBEN',
      answers: { '2.2': 'no' },
      levels: { 'source-reliability': 'D' },
    });
    expect(await submitAppraisal(BEN, round, draft)).toEqual({ ok: true, state: 'differing' });
    for (const person of [ANA, BEN, THIRD]) {
      const seen = await everythingSeenBy(person, round, subject);
      expect(seen).toContain(mark);
      expect(seen).toContain('MARKOFBEN');
    }
    const compared = (await eventsOf(`appraisal:${round}`)).find(({ action }) => action === 'compared');
    expect(JSON.stringify(compared?.after)).toContain(mark);
  });

  test('leave the public grade alone while they differ', async () => {
    expect((await getSource(subject))?.grading).toBeNull();
    expect((await eventsOf(subject)).some(({ action }) => action === 'graded')).toBe(false);
  });
});

describe('a stranger and somebody without the permission', () => {
  test.each([
    ['a stranger', null],
    ['an advocate', ADVOCATE],
  ])('%s sees and does nothing of appraisals', async (_who, person) => {
    const { round } = await begun([]);
    const draft = wholeDraft(AACODS);
    const calls = [
      () => getRound(person, round),
      () => listQueues(person),
      () => listDue(person),
      () => getAppraisalSubject(person, 'S1'),
      () => openRound(person, 'S1', null),
      () => beginAppraisal(person, round, NONE),
      () => saveAppraisal(person, round, draft),
      () => submitAppraisal(person, round, draft),
      () => leaveAppraisal(person, round),
      () => offerConsensus(person, round, draft.judgements, 'A note.'),
      () => acceptConsensus(person, round, '2026-01-01'),
      () => decideRound(person, round, draft.judgements, 'A note.', NONE),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow(Denied);
  });
});

describe('a round', () => {
  test('takes two different editors and never a third', async () => {
    const { round } = await begun();
    expect(await beginAppraisal(ANA, round, NONE)).toMatchObject({ ok: false });
    expect(await beginAppraisal(THIRD, round, NONE)).toMatchObject({ ok: false });
    const values = [round, ANA.id];
    const again = owner.query(
      "insert into appraisals (round_id, place, appraiser_id, appraiser_name, interests, draft) values ($1, 2, $2, 'Ana', 'none', '{}')",
      values,
    );
    await expect(again).rejects.toMatchObject({ code: '23505' });
    const third = owner.query(
      "insert into appraisals (round_id, place, appraiser_id, appraiser_name, interests, draft) values ($1, 3, 'x', 'X', 'none', '{}')",
      [round],
    );
    await expect(third).rejects.toMatchObject({ constraint: 'appraisals_two_places' });
  });

  test('of two who begin in its last place at once takes one', async () => {
    const { round } = await begun([ANA]);
    const both = await Promise.all([BEN, THIRD].map((person) => beginAppraisal(person, round, NONE)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('is one for one thing, also when two open it at once', async () => {
    const { subject } = await begun([]);
    const opened = await Promise.all([ANA, BEN, THIRD].map((person) => openRound(person, subject, null)));
    expect(new Set(opened.map((outcome) => outcome.ok && outcome.round)).size).toBe(1);
  });

  test('gives a place back that somebody left, and nothing is kept of it', async () => {
    const { round } = await begun();
    expect(await leaveAppraisal(BEN, round)).toEqual({ ok: true });
    expect(await beginAppraisal(THIRD, round, NONE)).toEqual({ ok: true });
    expect((await getRound(BEN, round))?.appraisals).toEqual([]);
  });

  test('is not opened for what is not there, nor after an instrument that is for something else', async () => {
    for (const id of ['S999999', 'C0', 'x', "S1' or true"])
      expect(await openRound(ANA, id, null)).toMatchObject({ ok: false });
    expect(await openRound(ANA, 'S250', 'gather')).toMatchObject({ ok: false });
  });

  test('of a survey can be after either of two instruments, and of other figures after theirs', async () => {
    const claimOf = async (kind: string) =>
      `C${(await owner.query('select claim_id from method_notes where kind = $1 order by 1 limit 1', [kind])).rows[0].claim_id}`;
    const expected = [
      ['probability-survey', null, 'jbi-prevalence'],
      ['non-probability-study', 'hoy', 'hoy'],
      ['modelled-estimate', null, 'gather'],
      ['hotline-reports', null, 'counts'],
      ['administrative-records', null, 'counts'],
      ['not-stated', null, 'stated'],
    ] as const;
    for (const [kind, chosen, used] of expected) {
      const opened = await openRound(ANA, await claimOf(kind), chosen);
      if (!opened.ok) throw new Error(opened.problem);
      expect([kind, (await getRound(ANA, opened.round))?.instrument]).toEqual([kind, used]);
    }
  });
});

describe('an appraisal', () => {
  test('that is not whole is not handed in, says what is missing, and keeps what is there', async () => {
    const { round } = await begun([ANA]);
    const draft = wholeDraft(AACODS, { answers: { '1.1': 'no' } });
    const { '6.1': _gone, ...answers } = draft.answers;
    answers['1.1'] = { answer: 'no', note: '' };
    const outcome = await submitAppraisal(ANA, round, { ...draft, answers });
    expect(outcome).toMatchObject({ ok: false });
    expect(!outcome.ok && outcome.fields?.map(({ field }) => field)).toEqual(['answer-6.1', 'note-1.1'].reverse());
    const mine = (await getRound(ANA, round))?.appraisals[0];
    expect([mine?.submittedAt, mine?.draft.answers['1.2']?.answer]).toEqual([null, 'yes']);
  });

  test('whose judgement differs from the proposal needs a reason', async () => {
    const { round } = await begun([ANA]);
    const draft = wholeDraft(AACODS, { answers: { '2.2': 'no' }, levels: { 'source-reliability': 'A' } });
    const judgement = draft.judgements['source-reliability'];
    if (judgement === undefined) throw new Error('the draft judges');
    judgement.deviation = '';
    expect(await submitAppraisal(ANA, round, draft)).toMatchObject({
      ok: false,
      fields: [{ field: 'deviation-source-reliability' }],
    });
    judgement.deviation = 'Its data were seen elsewhere.';
    expect(await submitAppraisal(ANA, round, draft)).toMatchObject({ ok: true });
  });

  test('keeps nothing that its instrument does not ask for', async () => {
    const { round } = await begun([ANA]);
    const draft = wholeDraft(AACODS);
    draft.answers['99'] = { answer: 'yes', note: 'Smuggled in.' };
    draft.answers['1.1'] = { answer: 'not-applicable', note: '' };
    draft.judgements.reliability = { level: 'high', reasons: [], deviation: '' };
    await saveAppraisal(ANA, round, draft);
    const kept = (await getRound(ANA, round))?.appraisals[0]?.draft;
    expect(Object.keys(kept?.answers ?? {}).sort()).toEqual(AACODS.items.map(({ number }) => number).sort());
    expect([kept?.answers['1.1']?.answer, Object.keys(kept?.judgements ?? {})]).toEqual([null, ['source-reliability']]);
  });

  test.each([
    ['ILO', 'the short name of the organisation'],
    ['  ilo ', 'however it is written'],
    ['Walk Free', 'one of several publishers'],
  ])('is refused to an editor who works for %s: %s', async (affiliation) => {
    const { rows } = await owner.query("select id from sources where publisher = 'ILO, Walk Free and IOM' limit 1");
    const subject = `S${rows[0].id}`;
    const opened = await openRound(ANA, subject, null);
    if (!opened.ok) throw new Error(opened.problem);
    const insider: Actor = { ...actor(`Ines ${affiliation}`, 'editor'), affiliations: [affiliation] };
    const refusal = { ok: false, problem: expect.stringContaining('Somebody else has to appraise it') };
    expect(await beginAppraisal(insider, opened.round, NONE)).toMatchObject(refusal);
  });

  test('of a claim is refused to an editor who works for the source that first states it', async () => {
    const subject = await getAppraisalSubject(ANA, 'C1');
    const body = subject?.bodies[0] ?? '';
    expect(body).not.toBe('');
    const opened = await openRound(ANA, 'C1', null);
    if (!opened.ok) throw new Error(opened.problem);
    const insider: Actor = { ...actor('Ines Insider', 'editor'), affiliations: [body.toUpperCase()] };
    expect(await beginAppraisal(insider, opened.round, NONE)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(body.toUpperCase()),
    });
    const other: Actor = { ...insider, affiliations: ['Somebody else'] };
    expect(await beginAppraisal(other, opened.round, NONE)).toEqual({ ok: true });
  });

  test('keeps the interests that were declared, for the other to see afterwards', async () => {
    const { round } = await begun([ANA]);
    const declared = { interests: 'described', interestsText: 'Wrote a review of it.' } as const;
    expect(await beginAppraisal(BEN, round, declared)).toEqual({ ok: true });
    for (const person of [ANA, BEN]) await submitAppraisal(person, round, wholeDraft(AACODS));
    const seen = (await getRound(ANA, round))?.appraisals.find(({ own }) => !own);
    expect([seen?.interests, seen?.interestsText]).toEqual(['described', 'Wrote a review of it.']);
  });
});

test('what a claim shows of its grade is unchanged until two editors have judged', async () => {
  expect((await getClaim('C1'))?.grades).toMatchObject({ provisional: true, underReview: null });
});
