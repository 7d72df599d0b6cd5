import fc from 'fast-check';
import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { connect } from '../support/database';
import { claimRow, ensureWorld, insert } from '../support/rows';

// Facet counts are read from bitmaps that triggers keep. A bit that is wrong is a count that is wrong, and nobody
// would notice: so the bitmaps are held against plain counting after every change.

const client = await connect();

/** Claims on both sides of the borders between chunks of 8192. */
const CLAIMS = [1, 2, 8191, 8192, 8193, 16_383, 16_384, 50_000].map((id) => 100_000_000 - (100_000_000 % 8192) + id);

beforeAll(async () => {
  await ensureWorld(client);
  for (const id of CLAIMS) await insert(client, 'claims', claimRow({ id }));
});

const words = (...of: string[]) => fc.subarray(of);
const year = fc.option(fc.integer({ min: 1895, max: 2105 }), { nil: null });

/** What a claim is found by, with the column's type beside its values. */
const COLUMNS = {
  topics: { type: 'text[]', values: words('online', 'trafficking', 'prostitution') },
  geographies: { type: 'text[]', values: words('001', '035', 'VN', 'PH') },
  population_group: { type: 'text', values: fc.constantFrom('children', 'girls') },
  age_bands: { type: 'text[]', values: words('under-10', '10-14', '15-17') },
  figure_kind: { type: 'text', values: fc.constantFrom('count', 'percentage') },
  method_kind: { type: 'text', values: fc.constantFrom('census', 'not-stated') },
  reliability: { type: 'text', values: fc.constantFrom('low', 'high') },
  transmission: { type: 'text', values: fc.constantFrom('none', 'faithful') },
  status: { type: 'text', values: fc.constantFrom('current', 'superseded') },
  year_start: { type: 'int', values: year },
  year_end: { type: 'int', values: year },
};
const NAMES = Object.keys(COLUMNS);
const RECORD = `jsonb_to_record($2::jsonb) as r(${Object.entries(COLUMNS).map(([name, { type }]) => `${name} ${type}`)})`;
const Row = fc.record(
  Object.fromEntries(Object.entries(COLUMNS).map(([name, { values }]) => [name, values as fc.Arbitrary<unknown>])),
);

/** One statement over several rows, as the application writes them. */
const STATEMENTS = {
  write: `insert into claim_index (claim_id, document, citations, ${NAMES}) select id, '', 1, r.*
    from unnest($1::int[]) id, ${RECORD}
    on conflict (claim_id) do update set (${NAMES}) = row(${NAMES.map((name) => `excluded.${name}`)})`,
  update: `update claim_index set (${NAMES}) = (select r.* from ${RECORD}) where claim_id = any($1)`,
  delete: 'delete from claim_index where claim_id = any($1) and $2::jsonb is not null',
};
const Change = fc.record({
  kind: fc.constantFrom('write' as const, 'update' as const, 'delete' as const),
  claims: fc.subarray(CLAIMS, { minLength: 1 }),
  row: Row,
});
type Change = typeof Change extends fc.Arbitrary<infer T> ? T : never;

async function apply(on: pg.Client, { kind, claims, row }: Change): Promise<void> {
  await on.query(STATEMENTS[kind], [claims, JSON.stringify(row)]);
}

/** facet, value and how many claims have it, by plain counting. */
const COUNTED = `
  select facet, value, count(*)::int as claims from (
    select 'all' as facet, 'all' as value from claim_index
    union all select 'topic', unnest(topics) from claim_index
    union all select 'geography', unnest(geographies) from claim_index
    union all select 'population', population_group from claim_index
    union all select 'age', unnest(age_bands) from claim_index
    union all select 'kind', figure_kind from claim_index
    union all select 'method', method_kind from claim_index
    union all select 'reliability', reliability from claim_index
    union all select 'transmission', transmission from claim_index
    union all select 'status', status from claim_index
    union all select 'year', y::text from claim_index join generate_series(1900, 2100) y on y between year_start and year_end
  ) f group by 1, 2 order by 1, 2`;
const FROM_BITMAPS = `
  select facet, value, sum(bit_count(bits))::int as claims from facet_bitmaps
  group by 1, 2 having sum(bit_count(bits)) > 0 order by 1, 2`;
const MEMBERS = `
  select chunk * 8192 + n as claim from facet_bitmaps, generate_series(0, 8191) n
  where facet = 'all' and get_bit(bits, n) = 1 order by 1`;

async function expectExact(): Promise<void> {
  const counted = await client.query(COUNTED);
  expect((await client.query(FROM_BITMAPS)).rows).toEqual(counted.rows);
}

test('facet counts stay exact whatever is inserted, changed and deleted', { timeout: 60_000 }, async () => {
  await expectExact();
  await fc.assert(
    fc.asyncProperty(fc.array(Change, { minLength: 1, maxLength: 8 }), async (changes) => {
      for (const change of changes) {
        await apply(client, change);
        await expectExact();
      }
    }),
    { numRuns: 25 },
  );
  const { rows } = await client.query('select claim_id as claim from claim_index order by 1');
  expect((await client.query(MEMBERS)).rows).toEqual(rows);
});

test('a change that is rolled back leaves no bit behind', async () => {
  const before = (await client.query(FROM_BITMAPS)).rows;
  await client.query('begin');
  await client.query('delete from claim_index');
  await client.query('rollback');
  expect((await client.query(FROM_BITMAPS)).rows).toEqual(before);
});

test('writers of different claims at the same time neither fail nor lose a bit', { timeout: 60_000 }, async () => {
  const writers = await Promise.all(Array.from({ length: 4 }, () => connect()));
  const samples = fc.sample(Row, 120);
  await Promise.all(
    writers.map(async (writer, w) => {
      const claims = CLAIMS.filter((_, index) => index % writers.length === w);
      for (const [i, row] of samples.entries()) {
        if (i % writers.length !== w) continue;
        await apply(writer, { kind: (['write', 'update', 'delete'] as const)[i % 3] ?? 'write', claims, row });
      }
    }),
  );
  await expectExact();
});
