import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ClaimFilters, ClaimFilters as Filters, ClaimSort, type ClaimSummary } from '@/features/claims/schema';
import { listClaims } from '@/features/claims/list-data';
import { BadCursor } from '@/lib/cursor';

// The claim list over the bundled evidence base: what is there is found, in order, once, and counted right.

const filters = (change: Partial<ClaimFilters> = {}): ClaimFilters => ({ ...Filters.parse({}), ...change });

/** Every claim of a list, in pages of `limit`. */
async function listAll(wanted: ClaimFilters, limit = 100): Promise<ClaimSummary[]> {
  const claims: ClaimSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await listClaims(wanted, { limit, cursor });
    claims.push(...page.claims);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return claims;
}

const idsOf = (claims: readonly { id: string }[]) => claims.map((claim) => claim.id);
const search = async (q: string) => idsOf(await listAll(filters({ q })));

let all: ClaimSummary[] = [];
beforeAll(async () => {
  all = await listAll(filters());
});

describe('search', () => {
  test.each(['1.8 million', '1,800,000', '1.8m', '1 800 000', 'ILO 1.8 million children'])(
    'finds the ILO figure of 1.8 million by "%s"',
    async (q) => expect(await search(q)).toContain('C1'),
  );

  test.each(['7%', '7 %', '7 per cent', '7 percent'])('finds the misquoted seven per cent by "%s"', async (q) =>
    expect(await search(q)).toContain('C6'),
  );

  test('finds every claim by its own number, and a percentage by its sign', async () => {
    for (const { id, figure } of all) {
      const value = figure.value ?? figure.low ?? figure.high;
      if (value === null) continue;
      const text = `${Math.abs(value)}${figure.kind.startsWith('percent') ? '%' : ''}`;
      expect([text, await search(text)]).toEqual([text, expect.arrayContaining([id])]);
    }
  });

  test('finds every claim by its public id', async () => {
    for (const { id } of all) expect((await search(id))[0]).toBe(id);
  });

  test('finds every claim by the words of its statement', async () => {
    for (const { id, statement } of all) {
      const words =
        statement
          .match(/\p{L}{5,}/gu)
          ?.slice(0, 4)
          .join(' ') ?? '';
      expect([words, await search(words)]).toEqual([words, expect.arrayContaining([id])]);
    }
  });

  test.each(['UNICEF 1995', 'Hagemann 2002', 'UNODC 2012'])('finds what a work states by its name: %s', async (q) => {
    expect((await search(q)).length).toBeGreaterThan(0);
  });

  test.each([
    ['Vietnam', 'Viet Nam'],
    ['forced labor', 'forced labour'],
    ['legalization', 'legalisation'],
  ])('finds by "%s" what stands there as "%s"', async (typed, written) => {
    const wanted = await search(written);
    expect(wanted.length).toBeGreaterThan(0);
    expect(await search(typed)).toEqual(expect.arrayContaining(wanted));
  });

  test('forgives a mistyped word, and says which words it used', async () => {
    const { claims, correctedWords } = await listClaims(filters({ q: 'traficking' }), { limit: 5 });
    expect(claims.length).toBeGreaterThan(0);
    expect(correctedWords).toEqual([{ typed: 'traficking', used: expect.arrayContaining(['trafficking']) }]);
  });

  test('marks what matched, words by their stem and numbers by their value', async () => {
    const { claims } = await listClaims(filters({ q: '1.8m children' }), { limit: 20 });
    const found = claims.find((claim) => claim.id === 'C1');
    const marked = found?.highlights.map(([start, end]) => found.statement.slice(start, end));
    expect(marked).toContain('1.8 million');
    expect(marked?.some((word) => /^child/i.test(word))).toBe(true);
  });

  test.each(['wrold cup', '2.3 milion', '1,8 million', 'seven per cent', 'CSAM', 'child porn', '300,000 U.S.'])(
    'finds something for "%s"',
    async (q) => expect((await search(q)).length).toBeGreaterThan(0),
  );

  test('puts the claim of a number before those that only mention it', async () => {
    expect((await search('7%')).slice(0, 4)).toContain('C6');
    expect((await search('1.8 million'))[0]).toBe('C1');
  });

  test('for what nobody claims finds nothing', async () => {
    expect(await search('zzzzqqqq xyzzyplugh')).toEqual([]);
  });
});

describe('pages', () => {
  test.each(ClaimSort.options)('in the order "%s" hold every claim once, whatever their length', async (sort) => {
    const wanted = filters({ sort, ...(sort === 'relevance' ? { q: 'children' } : {}) });
    const whole = idsOf(await listAll(wanted));
    expect(new Set(whole).size).toBe(whole.length);
    if (sort !== 'relevance') expect(whole.length).toBe(all.length);
    for (const limit of [1, 7, 50]) expect(idsOf(await listAll(wanted, limit))).toEqual(whole);
  });

  test('follow the order that was asked for', async () => {
    const newest = (await listAll(filters({ sort: 'newest' }))).map((claim) =>
      Number((claim.period.end ?? claim.period.start ?? '0').slice(0, 4)),
    );
    expect(newest).toEqual([...newest].sort((a, b) => b - a));
    const byId = (await listAll(filters({ sort: 'id' }))).map((claim) => Number(claim.id.slice(1)));
    expect(byId).toEqual([...byId].sort((a, b) => a - b));
  });

  test('are refused a cursor of another order', async () => {
    const { next } = await listClaims(filters({ sort: 'newest' }), { limit: 1 });
    const other = listClaims(filters({ sort: 'id' }), { limit: 1, cursor: next ?? '' });
    await expect(other).rejects.toBeInstanceOf(BadCursor);
  });
});

describe('filters', () => {
  const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
  const anyFilters = fc
    .record(
      {
        q: fc.constantFrom('children', 'reports 2013', 'traficking', '20%'),
        topic: some(Filters.shape.topic.unwrap().element.options),
        geography: some(['001', '142', 'KH', 'US', '150']),
        population: some(Filters.shape.population.unwrap().element.options),
        age: some(Filters.shape.age.unwrap().element.options),
        kind: some(Filters.shape.kind.unwrap().element.options),
        method: some(Filters.shape.method.unwrap().element.options),
        reliability: some(Filters.shape.reliability.unwrap().element.options),
        transmission: some(Filters.shape.transmission.unwrap().element.options),
        status: some(Filters.shape.status.unwrap().element.options),
        yearFrom: fc.integer({ min: 1995, max: 2025 }),
        valueMin: fc.constantFrom(1, 50, 1e6),
      },
      { requiredKeys: [] },
    )
    .map((change) => filters(change as Partial<ClaimFilters>));

  test('count what the list then shows', async () => {
    const facet = fc.constantFrom(
      'topic',
      'geography',
      'kind',
      'method',
      'reliability',
      'status',
      'population',
      'age',
      'transmission',
    );
    await fc.assert(
      fc.asyncProperty(anyFilters, facet, fc.nat(), async (wanted, name, pick) => {
        const { facets } = await listClaims(wanted, { limit: 1, facets: true });
        expect(facets?.total).toBe((await listAll(wanted)).length);
        const counts = facets?.[name] ?? [];
        const chosen = counts[pick % Math.max(counts.length, 1)];
        if (chosen === undefined) return;
        const narrowed = await listAll({ ...wanted, [name]: [chosen.value] } as ClaimFilters);
        expect([name, chosen.value, chosen.count]).toEqual([name, chosen.value, narrowed.length]);
      }),
      { numRuns: 60 },
    );
  });

  test('by an area hold the places inside it', async () => {
    const asia = new Set(idsOf(await listAll(filters({ geography: ['142'] }))));
    for (const id of idsOf(await listAll(filters({ geography: ['VN'] })))) expect(asia).toContain(id);
    expect(asia.size).toBeGreaterThan(0);
  });

  test('by value take a figure whose span overlaps what was asked', async () => {
    for (const claim of await listAll(filters({ valueMin: 1_000_000, valueMax: 2_000_000 }))) {
      const { value, low, high } = claim.figure;
      const numbers = [value, low, high].filter((number) => number !== null);
      expect(Math.max(...numbers)).toBeGreaterThanOrEqual(1_000_000);
      expect(Math.min(...numbers)).toBeLessThanOrEqual(2_000_000);
    }
  });
});
