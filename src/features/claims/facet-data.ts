import 'server-only';
import { z } from 'zod';
import {
  AGE_BAND,
  CLAIM_STATUS,
  FIGURE_KIND,
  METHOD_KIND,
  POPULATION_GROUP,
  RELIABILITY,
  TRANSMISSION,
} from '../../domain/words';
import { join, queryOne, type Sql, sql } from '../../db/sql';
import { type ClaimFacets, type ClaimFilters, FACETS, type FacetCount, type FacetName } from './schema';
import { valueConditions } from './search-sql';

// Facet counts are AND and popcount over bitmaps, one bit a claim: their cost is that of the bitmaps, whatever the
// filters and however many claims match (docs/decisions/0012-facet-counts.md).

const Count = z.object({ facet: z.string(), value: z.string(), count: z.number().int() });
const Place = z.object({ code: z.string(), name: z.string(), parent: z.string().nullable(), depth: z.number().int() });
const Row = z.object({
  counts: z.array(Count),
  total: z.number().int(),
  places: z.array(Place),
  topics: z.array(z.object({ code: z.string(), name: z.string() })),
});

const YEARS = { first: 1900, last: 2100 };

/**
 * How many claims each value of each facet has under the filters. A facet's own choices do not narrow it, so that its
 * other values can still be added. Every count is exact.
 */
export async function getClaimFacets(filters: ClaimFilters, text: Sql | null): Promise<ClaimFacets> {
  const row = await queryOne(Row, facetStatement(filters, text));
  if (row === null) throw new Error('a statement of scalars gives one row');
  const of = (facet: FacetName) => row.counts.filter((count) => count.facet === facet);
  const worded = (facet: FacetName, words: Readonly<Record<string, { label: string }>>): FacetCount[] =>
    Object.entries(words).flatMap(([value, { label }]) => {
      const count = of(facet).find((entry) => entry.value === value)?.count ?? 0;
      return count > 0 || (filters[facet] as readonly string[]).includes(value) ? [{ value, label, count }] : [];
    });
  const counted = (facet: FacetName, value: string) => of(facet).find((entry) => entry.value === value)?.count ?? 0;
  return {
    total: row.total,
    topic: row.topics.map(({ code, name }) => ({ value: code, label: name, count: counted('topic', code) })),
    geography: row.places.map(({ code, name, parent, depth }) => ({
      value: code,
      label: name,
      count: counted('geography', code),
      parent,
      depth,
    })),
    population: worded('population', POPULATION_GROUP),
    age: worded('age', AGE_BAND),
    kind: worded('kind', FIGURE_KIND),
    method: worded('method', METHOD_KIND),
    reliability: worded('reliability', RELIABILITY),
    transmission: worded('transmission', TRANSMISSION),
    status: worded('status', CLAIM_STATUS),
  };
}

/** The parts a claim must be in: one bitmap a chunk for each filter in use. */
function partsOf(filters: ClaimFilters, text: Sql | null): { name: string; rows: Sql }[] {
  const values = (facet: string, wanted: readonly string[]) => ({
    name: facet,
    rows: sql`select ${facet}::text as facet, chunk, bit_or(bits) as bits from facet_bitmaps
      where facet = ${facet} and value = any(${[...wanted]}::text[]) group by chunk`,
  });
  const parts = [values('all', ['all'])];
  for (const facet of FACETS) if (filters[facet].length > 0) parts.push(values(facet, filters[facet]));
  if (filters.yearFrom !== undefined || filters.yearTo !== undefined) {
    const from = Math.max(filters.yearFrom ?? YEARS.first, YEARS.first);
    const to = Math.min(filters.yearTo ?? YEARS.last, YEARS.last);
    parts.push(
      values(
        'year',
        Array.from({ length: to - from + 1 }, (_, index) => String(from + index)),
      ),
    );
  }
  const found = [...(text === null ? [] : [sql`i.document @@ ${text}`]), ...valueConditions(filters)];
  if (found.length > 0) {
    parts.push({
      name: 'found',
      // In words of 64 bits first: a bitmap of a kilobyte for each claim found would be most of the work.
      rows: sql`select 'found' as facet, chunk, bits from (
        with words as materialized (select claim_id / 64 as word, bit_or(set_bit(0::bit(64), claim_id % 64, 1)) as bits
          from claim_index i where ${join(found, ' and ')} group by 1)
        select c.chunk, string_agg(coalesce(w.bits, 0::bit(64))::text, '' order by n.n)::bit(8192) as bits
        from (select distinct word / 128 as chunk from words) c cross join generate_series(0, 127) n (n)
        left join words w on w.word = c.chunk * 128 + n.n group by 1) f`,
    });
  }
  return parts;
}

function facetStatement(filters: ClaimFilters, text: Sql | null): Sql {
  const parts = partsOf(filters, text);
  const chosen = FACETS.filter((facet) => filters[facet].length > 0);
  // mask '' has every part; mask F has every part but F, for counting F's own values.
  return sql`with parts as materialized (${join(
    parts.map((part) => part.rows),
    ' union all ',
  )}),
    masks as materialized (
      select '' as facet, chunk, bit_and(bits) as bits from parts group by chunk having count(*) = ${parts.length}
      union all
      select f.facet, p.chunk, bit_and(p.bits) from unnest(${chosen}::text[]) f (facet)
      join parts p on p.facet <> f.facet group by 1, 2 having count(*) = ${parts.length - 1}
    ),
    counts as materialized (
      -- "offset 0": counted first and then sorted, or the bitmaps themselves would be sorted, on disk. "+ 0": all
      -- bitmaps are wanted, and looking each chunk of them up in the index takes six times as long as reading them.
      select facet, value, sum(bits)::int as count from (
      select b.facet, b.value, bit_count(b.bits & m.bits) as bits
      from facet_bitmaps b
      join masks m on m.chunk = b.chunk + 0 and m.facet = case when b.facet = any(${chosen}::text[]) then b.facet else '' end
      where b.facet = any(${[...FACETS]}::text[])
      offset 0) counted
      group by 1, 2
    )
    select (select coalesce(json_agg(c), '[]') from counts c where c.count > 0) as counts,
      (select coalesce(sum(bit_count(bits)), 0)::int from masks where facet = '') as total,
      (select coalesce(json_agg(json_build_object('code', g.code, 'name', g.name, 'parent', g.parent_id,
          'depth', cardinality(g.ancestors) - 1) order by g.path), '[]')
        from (select geo.*, array(select a.name from unnest(geo.ancestors) with ordinality u (code, n)
            join geographies a on a.code = u.code order by u.n) as path
          from geographies geo
          where geo.code = any(${filters.geography}::text[])
            or exists (select from counts where facet = 'geography' and value = geo.code and count > 0)) g) as places,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name) order by position), '[]') from topics) as topics`;
}
