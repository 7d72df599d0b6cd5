import 'server-only';
import { z } from 'zod';
import { TopicCode } from '../../domain/claim';
import { areaLines, gapMatrix, type GapTopic, POPULATION_LINES } from '../../domain/gaps';
import { Reliability } from '../../domain/grade';
import { FOUNDING_SOURCE, NAMED_GAPS } from '../../domain/named-gaps';
import { join, queryOne, type Sql, sql } from '../../db/sql';
import { ClaimFilters } from '../claims/schema';
import { conditions } from '../claims/search-sql';
import { type GapMap, gapHref } from './schema';

const WORLD = '001';

const Cell = z.object({
  kind: z.enum(['area', 'population']),
  topic: TopicCode.nullable(),
  line: z.string(),
  count: z.number().int(),
  bestReliability: Reliability,
  latestYear: z.number().int().nullable(),
});
const Row = z.object({
  asOfYear: z.number().int(),
  claims: z.number().int(),
  worldwide: z.number().int(),
  cells: z.array(Cell),
  areas: z.array(z.object({ code: z.string(), name: z.string(), parent: z.string().nullable() })),
  topics: z.array(z.object({ code: TopicCode, name: z.string() })),
  named: z.array(z.number().int()),
  founding: z.object({ id: z.string(), shortName: z.string() }).nullable(),
});

/** Claims of the same topics and places, or topics and people, counted together first: far fewer rows to spread out. */
const GROUPED: Sql = sql`grouped as materialized (
    select i.topics, i.geographies, i.population_group, i.age_bands, grouping(i.geographies) = 0 as by_area,
      count(*) as count, min(array_position(${[...Reliability.options]}::text[], i.reliability)) as level,
      max(i.year_end) as latest
    from claim_index i
    group by grouping sets ((i.topics, i.geographies), (i.topics, i.population_group, i.age_bands))
  )`;

/** Each group counts under each of its topics, and once under null: all topics together. */
const CELLS: Sql = sql`cells as (
    select s.kind, s.topic, s.line, sum(s.count)::int as count,
      (${[...Reliability.options]}::text[])[min(s.level)] as "bestReliability", max(s.latest) as "latestYear"
    from (
      select 'area' as kind, t.topic, g.code as line, grouped.count, grouped.level, grouped.latest
      from grouped cross join unnest(array_append(grouped.topics, null::text)) t (topic)
      cross join unnest(grouped.geographies) u (code)
      join geographies g on g.code = u.code and g.kind in ('region', 'subregion')
      where grouped.by_area
      union all
      select 'population', t.topic, u.code, grouped.count, grouped.level, grouped.latest
      from grouped cross join unnest(array_append(grouped.topics, null::text)) t (topic)
      cross join unnest(array_append(grouped.age_bands, grouped.population_group)) u (code)
      where not grouped.by_area
    ) s
    group by 1, 2, 3
  )`;

/** The counts of the named gaps, in their order and that of their parts: by the very conditions of the claim list. */
function namedCounts(): Sql {
  const counts = NAMED_GAPS.flatMap(({ parts }) => parts).map(
    ({ filter }) =>
      sql`(select count(*)::int from claim_index i where ${join(conditions(ClaimFilters.parse(filter), null), ' and ')})`,
  );
  return sql`json_build_array(${join(counts, ', ')})`;
}

/** Where evidence is missing, in one statement. "Now" is the clock of the database. */
export async function getGapMap(): Promise<GapMap> {
  const row = await queryOne(
    Row,
    sql`with ${GROUPED}, ${CELLS}
    select extract(year from now())::int as "asOfYear", (select count(*)::int from claim_index) as claims,
      (select count(*)::int from claims where geography_code = ${WORLD}) as worldwide,
      (select coalesce(json_agg(c), '[]') from cells c) as cells,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name, 'parent', parent_id)), '[]')
        from geographies where kind in ('region', 'subregion')) as areas,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name) order by position), '[]') from topics) as topics,
      ${namedCounts()} as named,
      (select json_build_object('id', 'S' || id, 'shortName', short_name) from sources where key = ${FOUNDING_SOURCE})
        as founding`,
  );
  if (row === null) throw new Error('a statement without a FROM gives one row');
  const { asOfYear, claims, worldwide, founding } = row;
  const topics: GapTopic[] = [...row.topics, { code: null, name: 'All topics' }];
  const rows = (kind: 'area' | 'population') => row.cells.filter((cell) => cell.kind === kind);
  return {
    asOfYear,
    claims,
    worldwide,
    founding,
    regions: gapMatrix(topics, areaLines(row.areas, WORLD), rows('area'), asOfYear),
    populations: gapMatrix(topics, POPULATION_LINES, rows('population'), asOfYear),
    named: withCounts(row.named),
  };
}

function withCounts(counts: readonly number[]): GapMap['named'] {
  let next = 0;
  return NAMED_GAPS.map(({ key, name, note, parts, search }) => ({
    key,
    name,
    note,
    parts: parts.map(({ label, filter }) => ({ label, count: counts[next++] ?? 0, url: gapHref(filter) })),
    search: search === null ? null : `/claims?${new URLSearchParams({ q: search })}`,
  }));
}
