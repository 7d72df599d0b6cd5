import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ageBandsOf } from '@/domain/age-band';
import { cellFilter, type GapFilter } from '@/domain/gaps';
import { NAMED_GAPS } from '@/domain/named-gaps';
import { ClaimFilters } from '@/features/claims/schema';
import { listClaims } from '@/features/claims/list-data';
import { getGapMap } from '@/features/gaps/data';
import { type GapMap, gapHref } from '@/features/gaps/schema';
import { getPlaceMap } from '@/features/places/data';
import { connect } from '../support/database';

// The maps over the bundled evidence base: what a cell counts is what its link shows.

const owner = await connect('owner');

async function listed(filter: GapFilter): Promise<{ total: number; levels: string[]; years: number[] }> {
  const filters = ClaimFilters.parse(filter);
  const { facets, claims } = await listClaims(filters, { limit: 100, facets: true });
  return {
    total: facets?.total ?? -1,
    levels: facets?.reliability.filter(({ count }) => count > 0).map(({ value }) => value) ?? [],
    years: claims.flatMap(({ period }) =>
      [period.start, period.end].flatMap((at) => at?.slice(0, 4) ?? []).map(Number),
    ),
  };
}

let map: GapMap;
beforeAll(async () => {
  map = await getGapMap();
});

describe('a cell of the map of gaps', () => {
  test('counts what its link lists, with the best level and the latest year among these', {
    timeout: 60_000,
  }, async () => {
    const cells = [map.regions, map.populations].flatMap((matrix) =>
      matrix.lines.flatMap((line, row) =>
        matrix.topics.map((topic, column) => ({ filter: cellFilter(line, topic), cell: matrix.cells[row]?.[column] })),
      ),
    );
    expect(cells.length).toBeGreaterThan(300);
    const filled = cells.filter(({ cell }) => (cell?.count ?? 0) > 0);
    const some = [...filled, ...fc.sample(fc.constantFrom(...cells), 40)];
    for (const { filter, cell } of some) {
      const { total, levels, years } = await listed(filter);
      expect([filter, cell?.count]).toEqual([filter, total]);
      expect([filter, cell?.bestReliability]).toEqual([filter, levels[0] ?? null]);
      if (total <= 100) expect([filter, cell?.latestYear]).toEqual([filter, years.length ? Math.max(...years) : null]);
    }
  });

  test('is there for every topic and area, and nothing of a group without claims', () => {
    const line = (code: string) => map.populations.cells[map.populations.lines.findIndex((one) => one.code === code)];
    for (const code of ['transgender-children', 'survivors']) {
      expect(line(code)?.every(({ gap }) => gap === 'nothing')).toBe(true);
    }
    expect(map.regions.lines.filter(({ reference }) => !reference).length).toBe(22);
    expect(map.regions.topics.length).toBe(10);
  });
});

describe('the named gaps', () => {
  test('count what their links list', async () => {
    expect(map.named.map(({ key }) => key)).toEqual(NAMED_GAPS.map(({ key }) => key));
    for (const [i, { parts }] of NAMED_GAPS.entries()) {
      for (const [j, { filter }] of parts.entries()) {
        expect(map.named[i]?.parts[j]).toMatchObject({ count: (await listed(filter)).total, url: gapHref(filter) });
      }
    }
  });

  test('lead to the document that named them, and to areas and populations that the tables have', () => {
    expect(map.founding?.id).toBe('S1');
    const lines = new Set([...map.regions.lines, ...map.populations.lines].map(({ code }) => code));
    for (const { marks } of NAMED_GAPS) for (const code of marks.lines) expect(lines).toContain(code);
  });
});

describe('the map of places', () => {
  test('has every claim once: of a country, of a larger area or of the world', async () => {
    const { claims, countries, areas, worldwide } = await getPlaceMap();
    const own = [...countries, ...areas].reduce((sum, place) => sum + place.own, worldwide);
    expect(own).toBe(claims);
    expect(claims).toBe((await listed({})).total);
  });

  test('counts what each link lists', async () => {
    const { countries, areas } = await getPlaceMap();
    for (const { code, within, bestReliability } of [...countries, ...areas]) {
      const { total, levels } = await listed({ geography: [code] });
      expect([code, within, bestReliability]).toEqual([code, total, levels[0]]);
    }
    for (const { own, within } of countries) expect(own).toBe(within);
  });
});

describe('the migration that brought age bands', () => {
  const migration = readFileSync('prisma/migrations/20261125020000_age_bands/migration.sql', 'utf8');
  const update = migration.slice(migration.indexOf('UPDATE "claim_index"'));

  test('gave claims that were there already the bands that the rule gives, and their bitmaps', async () => {
    const ends = [null, 0, 1, 5, 9, 10, 14, 15, 16, 17, 18, 40];
    const ages = ends.flatMap((min) =>
      ends.filter((max) => min === null || max === null || min <= max).map((max) => ({ min, max })),
    );
    await owner.query('begin');
    try {
      const { rows: ids } = await owner.query('select claim_id from claim_index order by 1 limit $1', [ages.length]);
      expect(ids.length).toBe(ages.length);
      await owner.query(`update claim_index set age_bands = '{}'`);
      await owner.query(
        `update claims c set population_age_min = a.min, population_age_max = a.max
          from unnest($1::int[], $2::int[], $3::int[]) a (id, min, max) where c.id = a.id`,
        [ids.map(({ claim_id }) => claim_id), ages.map(({ min }) => min), ages.map(({ max }) => max)],
      );
      await owner.query(update);
      const { rows } = await owner.query(
        `select c.population_age_min as min, c.population_age_max as max, i.age_bands as bands
          from claims c join claim_index i on i.claim_id = c.id`,
      );
      for (const { min, max, bands } of rows) {
        expect([min, max, bands]).toEqual([min, max, ageBandsOf({ ageMin: min, ageMax: max })]);
      }
      const { rows: counted } = await owner.query(
        `select b.value, sum(bit_count(b.bits))::int as bits,
            (select count(*)::int from claim_index where b.value = any(age_bands)) as claims
          from facet_bitmaps b where b.facet = 'age' group by 1`,
      );
      expect(counted.length).toBe(3);
      for (const { bits, claims } of counted) expect(bits).toBe(claims);
    } finally {
      await owner.query('rollback');
    }
  });
});
