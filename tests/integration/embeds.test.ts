import { afterAll, describe, expect, test } from 'vitest';
import { GET as getOembed } from '@/app/api/v1/oembed/route';
import { GET as getCard } from '@/app/embed/claims/[name]/route';
import { prisma } from '@/db/prisma';
import { getEmbed } from '@/features/embeds/data';
import { changeStanding, mergeRecords } from '@/features/records/mutations';
import { claimCardHtml } from '@/formats/embed/claim-card';
import { publicUrl } from '@/lib/env';
import { actor, SENIOR } from '../support/actors';
import { handIn, roundFor } from '../support/appraising';
import { connect } from '../support/database';
import { newClaim, newSource, republish } from '../support/making-records';

// Cards of claims that are edited, superseded, graded, retracted and merged through the real writes, with days in between.

const owner = await connect('owner');

afterAll(() => prisma().$disconnect());

/** Everything so far happened a day earlier: the clock of the history is the database's, and nobody else can set it. */
async function aDayPasses(): Promise<void> {
  await owner.query('alter table events disable trigger all');
  await owner.query("update events set at = at - interval '1 day'");
  await owner.query('alter table events enable trigger all');
  await owner.query(
    "update appraisal_rounds set settled_at = settled_at - interval '1 day', due_at = due_at - interval '1 day'",
  );
}

const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The card of a claim, which is there: live, or as it was so many days ago. */
async function cardOf(id: string, daysAgo: number | null = null) {
  const result = await getEmbed(daysAgo === null ? id : `${id}@${dayBefore(daysAgo)}`, new Date());
  if (result.found !== 'card') throw new Error(`${id}: ${JSON.stringify(result)}`);
  return result;
}

const versionOf = async (table: 'claims' | 'sources', id: string): Promise<number> =>
  (await owner.query(`select version from ${table} where id = $1`, [Number(id.slice(1))])).rows[0].version;

describe('a card that is frozen', () => {
  test('today reads like the live one, for every claim of the bundled evidence', async () => {
    const { rows } = await owner.query<{ id: string }>("select 'C' || id as id from claims order by claims.id");
    expect(rows.length).toBeGreaterThan(100);
    for (const { id } of rows) {
      const [live, frozen] = [await cardOf(id), await cardOf(id, 0)];
      expect(frozen.card).toEqual(live.card);
      expect(frozen.since).toEqual({ state: 'same' });
      expect(claimCardHtml(frozen, '').replace(/<footer>.*|<head>[\s\S]*<\/head>/g, '')).toBe(
        claimCardHtml(live, '').replace(/<footer>.*|<head>[\s\S]*<\/head>/g, ''),
      );
    }
  }, 60_000);

  test('shows the figure and the sentence of its day, and says what was changed since', async () => {
    const claim = await newClaim(await newSource());
    await aDayPasses();
    await republish(claim, (content) => ({
      ...content,
      statement: 'A test counts thirteen children in a made-up place.',
      figure: { ...(content.figure as object), value: 13, asPrinted: 'thirteen' },
    }));
    const [before, after, live] = [await cardOf(claim, 1), await cardOf(claim, 0), await cardOf(claim)];
    expect(before.card).toMatchObject({ figure: { value: 12 }, statement: expect.stringContaining('twelve') });
    expect(before.since).toEqual({ state: 'changed', parts: ['figure', 'statement'] });
    expect(before.moment).toEqual({ kind: 'frozen', day: dayBefore(1), isOver: true });
    expect(after.card).toEqual(live.card);
    expect(after.card.figure.value).toBe(13);
    expect(after).toMatchObject({ since: { state: 'same' }, moment: { isOver: false } });
  });

  test('says that the record changed also where nothing on the card did', async () => {
    const claim = await newClaim(await newSource());
    await aDayPasses();
    await republish(claim, (content) => ({ ...content, definition: 'Children whom a test made up.' }));
    expect((await cardOf(claim, 1)).since).toEqual({ state: 'changed', parts: [] });
  });

  test('tells of a retraction since, and is retracted itself from that day on', async () => {
    const claim = await newClaim(await newSource());
    await aDayPasses();
    await changeStanding(SENIOR, claim, await versionOf('claims', claim), 'retracted', 'Its publisher took it back.');
    const before = await cardOf(claim, 1);
    expect(before).toMatchObject({ card: { status: 'current' }, since: { state: 'changed', parts: ['status'] } });
    expect((await cardOf(claim, 0)).card).toMatchObject({
      status: 'retracted',
      standingReason: 'Its publisher took it back.',
    });
  });

  test('is superseded by what superseded it on that day, not by what does so now', async () => {
    const source = await newSource();
    const [older, newer] = [await newClaim(source), await newClaim(source)];
    await aDayPasses();
    const relation = { kind: 'supersedes', to: older.toLowerCase(), note: null, seriesBreak: false };
    await republish(newer, (content) => ({ ...content, relations: [relation] }));
    await aDayPasses();
    await republish(newer, (content) => ({ ...content, relations: [] }));
    expect((await cardOf(older, 2)).card).toMatchObject({ status: 'current', explainedBy: [] });
    const between = await cardOf(older, 1);
    expect(between.card).toMatchObject({ status: 'superseded', explainedBy: [{ id: newer }] });
    expect(between.since).toEqual({ state: 'changed', parts: ['status'] });
    expect((await cardOf(older, 0)).card).toMatchObject({ status: 'current' });
    expect(claimCardHtml(between, 'https://x.example')).toMatch(
      new RegExp(`Superseded by <a href="https://x.example/claims/${newer}`),
    );
  });

  test('is superseded also where the one that superseded it was merged away since', async () => {
    const source = await newSource();
    const [older, newer, other] = [await newClaim(source), await newClaim(source), await newClaim(source)];
    const relation = { kind: 'supersedes', to: older.toLowerCase(), note: null, seriesBreak: false };
    await republish(newer, (content) => ({ ...content, relations: [relation] }));
    await aDayPasses();
    expect(await mergeRecords(SENIOR, newer, other, 'The same.')).toEqual({ ok: true });
    expect((await cardOf(older, 1)).card.explainedBy.map(({ id }) => id)).toEqual([newer]);
    expect((await cardOf(older)).card.explainedBy.map(({ id }) => id)).toEqual([other]);
  });

  test('is superseded also by what superseded a claim that had become part of it', async () => {
    const source = await newSource();
    const [gone, older, newer] = [await newClaim(source), await newClaim(source), await newClaim(source)];
    const relation = { kind: 'supersedes', to: gone.toLowerCase(), note: null, seriesBreak: false };
    await republish(newer, (content) => ({ ...content, relations: [relation] }));
    expect(await mergeRecords(SENIOR, gone, older, 'The same.')).toEqual({ ok: true });
    const live = await cardOf(older);
    expect(live.card.explainedBy.map(({ id }) => id)).toEqual([newer]);
    expect((await cardOf(older, 0)).card).toEqual(live.card);
  });

  test('has the grade of its day, and says when it is another one now', async () => {
    const people = [actor('Ana Appraiser', 'editor'), actor('Ben Appraiser', 'editor')] as const;
    const [, before] = [await aDayPasses(), await cardOf('C2')];
    const round = await roundFor('C2', people);
    for (const person of people) await handIn(person, round, { reliability: 'high', 'method-certainty': 'high' });
    const [then, today, live] = [await cardOf('C2', 1), await cardOf('C2', 0), await cardOf('C2')];
    expect(then.card.reliability).toEqual(before.card.reliability);
    expect(then.card.reliability?.provisional).toBe(true);
    expect(then.since).toEqual({ state: 'changed', parts: ['reliability'] });
    expect(live.card.reliability).toEqual({ level: 'high', provisional: false, underReview: false });
    expect(today.card).toEqual(live.card);
    await aDayPasses();
    await republish('C2', (content) => ({
      ...content,
      methodNote: { kind: 'expert-opinion', description: null, frame: null, sample: null, limits: [] },
    }));
    expect((await cardOf('C2')).card.reliability?.underReview).toBe(true);
    expect((await cardOf('C2', 0)).card).toEqual((await cardOf('C2')).card);
    expect((await cardOf('C2', 1)).card.reliability).toEqual(live.card.reliability);
  });

  test('cites the work as it was called, and stood, on that day', async () => {
    const source = await newSource();
    const claim = await newClaim(source);
    await aDayPasses();
    await republish(source, (content) => ({ ...content, title: 'The same report under another title' }));
    await changeStanding(SENIOR, source, await versionOf('sources', source), 'retracted', 'Taken back.');
    const before = await cardOf(claim, 1);
    expect(before.card.citation).toMatchObject({
      as: 'first-stated',
      locator: 'p. 1',
      standing: 'stands',
      source: { id: source, title: 'A report that a test made up' },
    });
    expect(before.since).toEqual({ state: 'changed', parts: ['citation'] });
    expect((await cardOf(claim, 0)).card.citation).toMatchObject({
      standing: 'retracted',
      source: { title: 'The same report under another title' },
    });
  });

  test('cites a work that was merged into another since', async () => {
    const [gone, kept] = [await newSource(), await newSource({ title: 'The record that is kept' })];
    const claim = await newClaim(gone);
    await aDayPasses();
    expect(await mergeRecords(SENIOR, gone, kept, 'The same work.')).toEqual({ ok: true });
    expect((await cardOf(claim, 1)).card.citation?.source).toMatchObject({
      id: gone,
      title: 'A report that a test made up',
    });
    expect((await cardOf(claim, 1)).since).toEqual({ state: 'changed', parts: ['citation'] });
  });
});

describe('a claim that was merged into another', () => {
  test('leads there, live and frozen on a later day; frozen on an earlier one it is what it was, and says so', async () => {
    const source = await newSource();
    const [gone, kept] = [await newClaim(source), await newClaim(source)];
    await aDayPasses();
    expect(await mergeRecords(SENIOR, gone, kept, 'The same.')).toEqual({ ok: true });
    const now = new Date();
    expect(await getEmbed(gone, now)).toEqual({ found: 'moved', into: kept, day: null });
    expect(await getEmbed(`${gone}@${dayBefore(0)}`, now)).toEqual({ found: 'moved', into: kept, day: dayBefore(0) });
    const before = await cardOf(gone, 1);
    expect(before).toMatchObject({ card: { id: gone }, since: { state: 'merged', into: kept } });
    // Its grade went with it, and nobody kept it: a provisional one makes no event.
    expect(before.card.reliability).toBeNull();
    expect(claimCardHtml(before, '')).toContain('Reliability not established');
  });
});

describe('over HTTP', () => {
  const ask = (name: string) =>
    getCard(new Request(`${publicUrl()}/embed/claims/${name}`), { params: Promise.resolve({ name }) });

  test('a card of a day that is over may be kept for minutes, and says for whom it was merged', async () => {
    const source = await newSource();
    const [gone, kept] = [await newClaim(source), await newClaim(source)];
    await aDayPasses();
    expect(await mergeRecords(SENIOR, gone, kept, 'The same.')).toEqual({ ok: true });
    const before = await ask(`${gone}@${dayBefore(1)}`);
    expect([before.status, before.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=0, s-maxage=300, stale-while-revalidate=60',
    ]);
    expect(await before.text()).toContain(`Merged since into ${kept}.`);
    const live = await ask(gone);
    expect([live.status, live.headers.get('location')]).toEqual([308, `/embed/claims/${kept}`]);
    const today = await ask(`${gone}@${dayBefore(0)}`);
    expect([today.status, today.headers.get('location')]).toEqual([308, `/embed/claims/${kept}@${dayBefore(0)}`]);
    const address = `${publicUrl()}/api/v1/oembed?url=${publicUrl()}/claims/${gone}`;
    const described = await getOembed(new Request(address), { params: Promise.resolve({}) });
    expect(await described.json()).toMatchObject({ html: expect.stringContaining(`/embed/claims/${kept}"`) });
  });
});

describe('there is no card, and the reason is given', () => {
  test('for a day before the claim was there: when it was added', async () => {
    const claim = await newClaim(await newSource());
    expect(await getEmbed(`${claim}@${dayBefore(1)}`, new Date())).toEqual({
      found: 'nothing',
      why: 'later',
      since: dayBefore(0),
    });
  });

  test.each([
    ['C999999', 'no-claim'],
    ['C999999@2020-01-01', 'no-claim'],
    ['S1', 'no-claim'],
    ['', 'no-claim'],
    ['C1@', 'no-day'],
    ['C1@2026-02-30', 'no-day'],
    ['C1@2026', 'no-day'],
    ['C1@yesterday', 'no-day'],
    ['C1@2026-11-26@2026-11-26', 'no-day'],
    ['C1@9999-12-31', 'future'],
  ])('%s: %s', async (name, why) => {
    expect(await getEmbed(name, new Date())).toEqual({ found: 'nothing', why });
  });
});
