import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Denied } from '../../src/domain/permission';
import { reportWrongMatch, settleReport } from '../../src/features/text-checks/actions';
import { forgetOldReports } from '../../src/features/text-checks/forgetting-writer';
import { addMatchReport, settleMatchReport } from '../../src/features/text-checks/mutations';
import { countOpenReports, listMatchReports, REPORTS_A_PAGE } from '../../src/features/text-checks/report-data';
import { MatchReportForm, type NewMatchReport } from '../../src/features/text-checks/schema';
import { ACTORS, EDITOR, SENIOR } from '../support/actors';
import { jar, OWN, saying, send } from '../support/browser';
import { connect } from '../support/database';

// What readers say of wrong matches: anybody may, editors see and settle it, and what was written is forgotten in time.

vi.mock('next/headers', async () => (await import('../support/browser')).nextHeaders);
vi.mock('next/navigation', async () => (await import('../support/browser')).nextNavigation);

process.env.BETTER_AUTH_SECRET = 'a secret for this test and for nothing else';
const owner = await connect('owner');

beforeEach(async () => {
  jar.clear();
  saying(OWN);
  await owner.query('truncate rate_limits, match_reports');
});

const REPORT: NewMatchReport = {
  sentence: 'Some 1.8 million children sang in choirs in 2000.',
  figure: '1.8 million',
  verdict: 'distorted',
  matched: 'C1',
  expected: 'C3',
  reason: 'It is about choirs.',
};
const FIELDS = { ...REPORT, matched: 'C1', expected: ' c3 ', reason: 'It is about choirs.' };
const OPEN = { state: 'open', page: 1 } as const;
const SETTLED = { state: 'settled', page: 1 } as const;

async function add(changes: Partial<NewMatchReport> = {}, sender = null as typeof EDITOR | null): Promise<number> {
  const added = await addMatchReport(sender, { ...REPORT, ...changes });
  if (!added.ok) throw new Error(added.problem);
  return added.id;
}

const reportRows = async () => (await owner.query('select * from match_reports order by id')).rows;
const eventsOf = async (subject: string) =>
  (
    await owner.query('select action, actor, actor_id, summary, reason, after from events where subject = $1', [
      subject,
    ])
  ).rows;

describe('a report', () => {
  test('of a stranger is kept for editors, newest first, with both claims', async () => {
    const first = await add();
    const second = await add({ matched: null, verdict: 'unlisted' }, EDITOR);
    const { reports, counts } = await listMatchReports(SENIOR, OPEN);
    expect(counts).toEqual({ open: 2, settled: 0 });
    expect(await countOpenReports(EDITOR)).toBe(2);
    expect(reports).toMatchObject([
      { id: second, matched: null, verdict: 'unlisted', senderName: EDITOR.name, settled: null },
      { id: first, sentence: REPORT.sentence, matched: { id: 'C1' }, expected: { id: 'C3' }, senderName: null },
    ]);
    expect(reports[1]?.matched?.statement).toContain('million');
  });

  test('makes an event that has not a word of its sender', async () => {
    const events = await eventsOf(`match:${await add()}`);
    expect(events).toMatchObject([
      { action: 'match reported', actor_id: null, after: { verdict: 'distorted', matched: 'C1', expected: 'C3' } },
    ]);
    const said = JSON.stringify(events);
    for (const word of [REPORT.sentence, REPORT.figure, 'choirs']) expect(said).not.toContain(word);
  });

  test('that is sent twice waits once; with other words it is another', async () => {
    const id = await add();
    expect(await addMatchReport(null, REPORT)).toEqual({ ok: true, id, isNew: false });
    expect(await addMatchReport(null, { ...REPORT, reason: null })).toMatchObject({ ok: true, isNew: true });
    await settleMatchReport(EDITOR, id, 'Seen.');
    expect(await addMatchReport(null, REPORT)).toMatchObject({ ok: true, isNew: true });
  });

  test('of a claim that is not there is not taken, and nothing is written', async () => {
    const refused = (field: string) => ({ ok: false, problem: 'no-such-claim', field });
    expect(await addMatchReport(null, { ...REPORT, matched: 'C999999999' })).toEqual(refused('matched'));
    expect(await addMatchReport(null, { ...REPORT, expected: 'C999999999' })).toEqual(refused('expected'));
    expect(await reportRows()).toEqual([]);
  });

  test('that breaks the rules of the table is refused by the database itself', async () => {
    const bad = [
      `('${'x'.repeat(601)}', 'f', null, null)`,
      `('s', '${'x'.repeat(201)}', null, null)`,
      `(null, 'f', null, null)`,
      `('s', 'f', now(), null)`,
      `('s', 'f', null, 'A note without an editor.')`,
    ];
    for (const values of bad) {
      const insert = `insert into match_reports (verdict, sentence, figure, settled_at, note)
        select 'unlisted', v.* from (values ${values}) v (a, b, c, d)`.replace('v.*', 'a, b, c::timestamptz, d');
      await expect(owner.query(insert)).rejects.toThrow(/violates check constraint/);
    }
  });
});

describe('the list', () => {
  test('comes in pages that hold each report once', async () => {
    for (let n = 0; n < REPORTS_A_PAGE + 3; n += 1) await add({ reason: `Reason ${n}.` });
    const pages = await Promise.all([1, 2, 3].map((page) => listMatchReports(EDITOR, { ...OPEN, page })));
    expect(pages.map(({ reports }) => reports.length)).toEqual([REPORTS_A_PAGE, 3, 0]);
    const ids = pages.flatMap(({ reports }) => reports.map(({ id }) => id));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  });

  test('is denied to strangers and to accounts that are no editors', async () => {
    for (const actor of [null, ACTORS.advocate, ACTORS.admin]) {
      await expect(listMatchReports(actor, OPEN)).rejects.toThrow(Denied);
      await expect(countOpenReports(actor)).rejects.toThrow(Denied);
    }
  });
});

describe('settling', () => {
  test('ends a report once, with who found what, and is in the history', async () => {
    const id = await add();
    expect(await settleMatchReport(EDITOR, id, 'The rule was mended.')).toEqual({ ok: true });
    expect(await settleMatchReport(SENIOR, id, 'Again.')).toEqual({ ok: false, problem: 'settled', by: EDITOR.name });
    expect(await settleMatchReport(SENIOR, 999_999_999, 'x')).toEqual({ ok: false, problem: 'gone' });
    const { reports, counts } = await listMatchReports(EDITOR, SETTLED);
    expect(counts).toEqual({ open: 0, settled: 1 });
    expect(reports).toMatchObject([{ id, settled: { by: EDITOR.name, note: 'The rule was mended.' } }]);
    const events = await eventsOf(`match:${id}`);
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({ action: 'match settled', actor_id: EDITOR.id, reason: 'The rule was mended.' });
  });

  test('of two at once goes to one', async () => {
    const id = await add();
    const both = await Promise.all([EDITOR, SENIOR].map((actor) => settleMatchReport(actor, id, 'Done.')));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await eventsOf(`match:${id}`)).toHaveLength(2);
  });

  test('is denied to strangers and to accounts that are no editors, and changes nothing then', async () => {
    const id = await add();
    for (const actor of [null, ACTORS.advocate, ACTORS.admin])
      await expect(settleMatchReport(actor, id, 'Mine.')).rejects.toThrow(Denied);
    expect(await reportRows()).toMatchObject([{ settled_at: null, note: null }]);
  });
});

describe('forgetting', () => {
  test('takes sentence, reason and sender of what was settled 90 days ago, and leaves what was found', async () => {
    const [old, fresh, open] = [await add({}, EDITOR), await add({ reason: 'Fresh.' }), await add({ reason: 'Open.' })];
    for (const id of [old, fresh]) await settleMatchReport(SENIOR, id, 'Mended.');
    await owner.query(`update match_reports set settled_at = now() - interval '90 days 1 minute' where id = $1`, [old]);
    await owner.query(`update match_reports set settled_at = now() - interval '89 days' where id = $1`, [fresh]);
    await owner.query(`update match_reports set at = now() - interval '400 days'`);
    expect(await forgetOldReports()).toBe(1);
    expect(await forgetOldReports()).toBe(0);
    expect(await reportRows()).toMatchObject([
      {
        id: old,
        sentence: null,
        reason: null,
        sender_id: null,
        sender_name: null,
        figure: '1.8 million',
        note: 'Mended.',
      },
      { id: fresh, sentence: REPORT.sentence, reason: 'Fresh.' },
      { id: open, sentence: REPORT.sentence, reason: 'Open.' },
    ]);
    expect(await eventsOf('matches')).toMatchObject([{ action: 'forgotten', actor_id: null }]);
    expect((await listMatchReports(EDITOR, SETTLED)).reports[1]).toMatchObject({ id: old, sentence: null });
  });
});

describe('the form', () => {
  test('is taken from anybody, with what its page put into it and what was typed', async () => {
    expect(await send(reportWrongMatch, FIELDS)).toEqual({ to: null, state: { sent: true, form: null } });
    expect(await reportRows()).toMatchObject([
      { sentence: REPORT.sentence, verdict: 'distorted', matched_claim: 1, expected_claim: 3, sender_id: null },
    ]);
    const unlisted = { ...FIELDS, verdict: 'not-a-figure', matched: '', expected: '', reason: ' ' };
    expect((await send(reportWrongMatch, unlisted)).state).toEqual({ sent: true, form: null });
    expect((await reportRows())[1]).toMatchObject({ matched_claim: null, expected_claim: null, reason: null });
  });

  test('keeps of a long sentence what stands around the figure, and no character that cannot be kept', async () => {
    const sentence = `${'Before. '.repeat(200)}In\r\nall \u00001.8 million\ud800 \u{1f600} children. ${'After. '.repeat(200)}`;
    expect((await send(reportWrongMatch, { ...FIELDS, sentence })).state).toMatchObject({ sent: true });
    const [row] = await reportRows();
    expect(row.sentence).toMatch(/^….*In all 1\.8 million\ufffd \u{1f600} children\. .*…$/u);
    expect(row.sentence.length).toBeLessThanOrEqual(600);
  });

  const faults: [what: string, changes: Record<string, string>, said: unknown][] = [
    ['what is no id', { expected: 'the other' }, { errors: { expected: 'must be the id of a claim, such as C12' } }],
    ['an id that no claim has', { expected: 'C999999' }, { errors: { expected: 'There is no claim with this id.' } }],
    ['a reason that is too long', { reason: 'x'.repeat(501) }, { errors: { reason: expect.stringContaining('500') } }],
    ['a verdict that there is not', { verdict: 'splendid' }, { problem: expect.stringContaining('not sent whole') }],
    ['a matched claim that is none', { matched: 'S1' }, { problem: expect.stringContaining('not sent whole') }],
    [
      'a matched claim that is not there',
      { matched: 'C999999' },
      { problem: expect.stringContaining('not sent whole') },
    ],
    ['no figure', { figure: ' ' }, { problem: expect.stringContaining('not sent whole') }],
    ['a field that it does not have', { settled_at: 'now' }, { problem: expect.stringContaining('not sent whole') }],
  ];
  test.each(faults)('with %s is not taken, says so, and keeps what was typed', async (_what, changes, said) => {
    const { state } = await send(reportWrongMatch, { ...FIELDS, ...changes });
    expect(state).toMatchObject({ sent: false, form: said });
    expect(await reportRows()).toEqual([]);
  });

  test('of another site is not taken', async () => {
    saying({ ...OWN, origin: 'https://example.org', 'sec-fetch-site': 'cross-site' });
    await expect(send(reportWrongMatch, FIELDS)).rejects.toThrow('not sent by a page of this site');
    expect(await reportRows()).toEqual([]);
  });

  test('is not taken from an address that has sent 20 within the hour', async () => {
    for (let n = 0; n < 20; n += 1)
      expect((await send(reportWrongMatch, { ...FIELDS, reason: `${n}` })).state).toMatchObject({ sent: true });
    const { state } = await send(reportWrongMatch, FIELDS);
    expect(state).toMatchObject({ sent: false, form: { problem: expect.stringContaining('reported too often') } });
    expect(await reportRows()).toHaveLength(20);
  });

  test('that settles leads a stranger to the sign-in, and writes nothing', async () => {
    const id = await add();
    expect((await send(settleReport, { report: String(id), note: 'Mine.' })).to).toBe('/sign-in');
    expect(await reportRows()).toMatchObject([{ settled_at: null }]);
  });
});

test('what the form gives always fits the table, whatever is sent', () => {
  for (const sentence of ['1.8 million', `${'\u{1f600}'.repeat(2000)}1.8 million${'\u{1f600}'.repeat(2000)}`]) {
    const parsed = MatchReportForm.parse({ ...FIELDS, sentence });
    expect(parsed.sentence.length).toBeLessThanOrEqual(600);
    expect(parsed.sentence).toContain('1.8 million');
    // It throws for half a character.
    expect(() => encodeURIComponent(parsed.sentence)).not.toThrow();
  }
});
