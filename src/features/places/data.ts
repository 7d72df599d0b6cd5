import 'server-only';
import { z } from 'zod';
import { Reliability } from '../../domain/grade';
import { byCount } from '../../domain/place-counts';
import { queryOne, sql } from '../../db/sql';
import type { PlaceMap } from './schema';

const Place = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['world', 'region', 'subregion', 'country']),
  own: z.number().int(),
  within: z.number().int(),
  bestReliability: Reliability,
  latestYear: z.number().int().nullable(),
});
const Row = z.object({ claims: z.number().int(), countryTotal: z.number().int(), places: z.array(Place) });

/** How many claims each place has: its own, and those of all places inside it. */
export async function getPlaceMap(): Promise<PlaceMap> {
  const levels = [...Reliability.options];
  const row = await queryOne(
    Row,
    sql`with own as materialized (
      select c.geography_code as code, count(*) as count, max(i.year_end) as latest,
        min(array_position(${levels}::text[], i.reliability)) as level
      from claims c join claim_index i on i.claim_id = c.id group by 1
    ), places as (
      select a.code, a.name, a.kind, coalesce(sum(own.count) filter (where own.code = a.code), 0)::int as own,
        sum(own.count)::int as within, (${levels}::text[])[min(own.level)] as "bestReliability",
        max(own.latest) as "latestYear"
      from own join geographies g on g.code = own.code
      cross join unnest(g.ancestors) u (code) join geographies a on a.code = u.code
      group by a.code, a.name, a.kind
    )
    select (select coalesce(sum(count), 0)::int from own) as claims,
      (select count(*)::int from geographies where kind = 'country') as "countryTotal",
      (select coalesce(json_agg(p), '[]') from places p where p.own > 0) as places`,
  );
  if (row === null) throw new Error('a statement without a FROM gives one row');
  const { claims, countryTotal, places } = row;
  return {
    claims,
    countryTotal,
    countries: byCount(places.filter(({ kind }) => kind === 'country')),
    areas: byCount(places.filter(({ kind }) => kind === 'region' || kind === 'subregion')),
    worldwide: places.find(({ kind }) => kind === 'world')?.own ?? 0,
  };
}
