import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { query, sql } from '@/db/sql';
import { getArithmetic } from '@/features/arithmetic/data';
import { Arithmetic } from '@/features/arithmetic/schema';
import { getHomonyms } from '@/features/homonyms/data';
import { Homonyms } from '@/features/homonyms/schema';

// What the numbers of the bundled evidence base say about each other. Whoever adds a claim that makes a new
// calculation sees it here, looks whether it is true, and writes it down.

const EXPECTED = [
  // Parts and whole.
  'agrees 5.7 + 1.8 + 0.6 + 0.3 = 8.4 million, as stated',
  'agrees 3.8 + 1 = 4.8 million, as stated',
  'agrees 23 + 7 = 30 %, as stated',
  'agrees 19 + 15 = 34 %, as stated',
  'agrees 22 + 16 = 38 %, as stated',
  'agrees 79 + 75 + 73 + 68 + 45 + 29 + 6 = 375 million; stated: at least 370 million',
  'cannot-tell 1 + 0.3 = 1.3 of at least 2 million',
  'cannot-tell 15–20 + 8–10 = 23–30 %; stated: 27 %',
  'cannot-tell 65 + 31 = 96 of 100 %',
  // Shares of totals.
  'agrees 21 % × 4.5 million = 0.945 million, as stated',
  'agrees 21 % × 4.8 million = 1 million, as stated',
  'agrees 22 % × 20.9 million = 4.6 million; stated: 4.5 million',
  'agrees 26 % × 20.9 million = 5.4 million; stated: 5.5 million',
  'agrees 40–50 % × 12.3 million = 4.9–6.2 million; stated: 5–6 million',
  'agrees 43 % × 2.4 million = 1.03 million; stated: 1.05 million',
  // Changes: C6 and C97 are percentage points that became per cent; C205 does not fit the counts it is about.
  'agrees 20 → 27 %: +7 points, +35 %; C62 states +7 points',
  'differs 20 → 27 %: +7 points, +35 %; C6 states +7 %',
  'agrees 27 → 33 %: +6 points, +22 %; C98 states +5 points',
  'differs 27 → 33 %: +6 points, +22 %; C97 states +5 %',
  'agrees 10 → 34 %: 3.4 times; C107 states 3 times',
  'agrees 13,182 → 68,092: +417 %; C151 states +417 %',
  'agrees 16,987,361 → 32,059,029: +88.7 %; C206 states +88.7 %',
  'differs 16,987,361 → 32,059,029: +89 %; C205 states +87 %',
  // Running totals.
  'agrees 4,560 + 9,668 + … + 505,280 (16 numbers) = 2,239,800, as stated',
  'agrees 4,560 + 9,668 + … + 1,106,071 (17 numbers) = 2,239,800–3,345,871; stated: at least 2,300,000',
  'agrees 4,560 + 9,668 + … + 326,310 (14 numbers) = 992,560–1,318,870; stated: 1,000,000',
];

const found = new Map<string, Arithmetic>();
beforeAll(async () => {
  const ids = await query(z.object({ id: z.string() }), sql`select 'C' || id as id from claims order by id`);
  for (const { id } of ids) found.set(id, Arithmetic.parse(await getArithmetic(id)));
}, 60_000);

const findingsOf = (id: string) =>
  (found.get(id)?.findings ?? []).map(({ outcome, equation }) => `${outcome} ${equation}`);

describe('the arithmetic of the bundled evidence', () => {
  test('is what somebody has looked at, and nothing else', () => {
    const all = new Set([...found.keys()].flatMap(findingsOf));
    expect([...all].sort()).toEqual([...EXPECTED].sort());
  });

  test('is the same on the page of every claim that has a part in it', () => {
    for (const { findings } of found.values()) {
      for (const { claims, outcome, equation } of findings) {
        for (const id of claims) expect(findingsOf(id)).toContain(`${outcome} ${equation}`);
      }
    }
  });

  test('comes with every other claim it speaks of, once', () => {
    for (const [id, { findings, claims }] of found) {
      const others = new Set(findings.flatMap((finding) => finding.claims).filter((other) => other !== id));
      expect(claims.map((claim) => claim.id).sort()).toEqual([...others].sort());
    }
  });

  test.each(['C999999', 'x', 'C0'])('is empty for the id %s that no claim has', async (id) => {
    expect(await getArithmetic(id)).toEqual({ findings: [], claims: [] });
  });
});

describe('claims of the same number', () => {
  const of = async (id: string) => Homonyms.parse(await getHomonyms(id));

  test('recorded ones come first, with their note and what tells them apart', async () => {
    const [first] = (await of('C6')).homonyms;
    expect(first).toMatchObject({ recorded: true, claim: { id: 'C100' } });
    expect(first?.note).toContain('not a growth');
    // C100 says it of C6, not C6 of C100.
    expect(first?.noteFrom).toBe('that');
    expect(first?.differences.map(({ aspect }) => aspect)).toContain('Kind of number');
  });

  test('those nobody recorded are found by their number', async () => {
    const ids = (await of('C422')).homonyms.map(({ claim, recorded }) => [claim.id, recorded]);
    expect(ids).toContainEqual(['C20', true]);
    expect(ids).toContainEqual(['C423', false]);
  });

  test('are none for 1.2 million, and the number that was looked for is told', async () => {
    expect(await of('C3')).toEqual({ numbers: [1_200_000], percent: false, homonyms: [], leftOut: 0 });
  });

  test('are never the claim itself, and are there in both directions', async () => {
    for (const id of ['C61', 'C68', 'C91']) {
      const others = (await of(id)).homonyms.map(({ claim }) => claim.id);
      expect(others).not.toContain(id);
      expect(others).toEqual(expect.arrayContaining(['C61', 'C68', 'C91'].filter((other) => other !== id)));
    }
  });

  test('a small count is not looked for', async () => {
    expect((await of('C4')).numbers).toEqual([1_390_000]);
    expect((await of('C228')).numbers).toEqual([]);
  });

  test.each(['C999999', 'x'])('are not asked of the id %s that no claim has', async (id) => {
    expect(await getHomonyms(id)).toBeNull();
  });
});
