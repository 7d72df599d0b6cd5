import 'server-only';
import { z } from 'zod';
import { findArithmetic } from '../../domain/arithmetic/find';
import { RelationKind } from '../../domain/claim';
import { queryOne, sql } from '../../db/sql';
import { FIGURE_JSON } from '../claims/claim-sql';
import { listClaimsById } from '../claims/list-data';
import { ClaimId, ClaimSummary, FigureDto } from '../claims/schema';
import type { Arithmetic } from './schema';

const NeighbourhoodRow = z.object({
  claims: z.array(
    z.object({
      id: z.string(),
      statement: z.string(),
      figure: FigureDto,
      population: ClaimSummary.shape.population,
      place: z.object({ code: z.string(), within: z.array(z.string()) }),
      period: ClaimSummary.shape.period,
      series: z.string().nullable(),
      origin: z.string().nullable(),
    }),
  ),
  relations: z.array(z.object({ kind: RelationKind, from: z.string(), to: z.string(), note: z.string().nullable() })),
});

/** Longer series and larger populations than anybody checks by hand; a bound on the work for one page. */
const NEIGHBOURS_MAX = 300;

/** Parts, wholes, the other parts of the wholes, the series, and the claims on the same population and place. */
async function getNeighbourhood(number: number): Promise<z.infer<typeof NeighbourhoodRow>> {
  const row = await queryOne(
    NeighbourhoodRow,
    sql`with me as (select id, series, population_description, geography_code from claims where id = ${number}),
      wholes as (select r.to_id as id from claim_relations r join me on r.from_id = me.id where r.kind = 'part-of'),
      near as (
        select id from me union select id from wholes
        union select r.from_id from claim_relations r where r.kind = 'part-of'
          and (r.to_id in (select id from me) or r.to_id in (select id from wholes))
        union (select c.id from claims c join me on c.series = me.series order by c.id limit ${NEIGHBOURS_MAX})
        union (select c.id from claims c join me on md5(c.population_description) = md5(me.population_description)
            and c.geography_code = me.geography_code order by c.id limit ${NEIGHBOURS_MAX}))
    select
      (select coalesce(json_agg(json_build_object('id', 'C' || c.id, 'statement', c.statement, 'figure', ${FIGURE_JSON},
          'population', json_build_object('group', c.population_group, 'description', c.population_description,
            'ageMin', c.population_age_min, 'ageMax', c.population_age_max),
          'place', json_build_object('code', c.geography_code, 'within', geo.ancestors),
          'period', json_build_object('start', c.period_start, 'end', c.period_end, 'measure', c.period_measure,
            'label', c.period_label), 'series', c.series,
          'origin', (select 'S' || x.source_id from citations x join sources s on s.id = x.source_id
            where x.claim_id = c.id and x.origin_state = 'origin' order by s.issued nulls last, x.position limit 1))
          order by c.id), '[]')
        from near join claims c using (id) join geographies geo on geo.code = c.geography_code) as claims,
      (select coalesce(json_agg(json_build_object('kind', r.kind, 'from', 'C' || r.from_id, 'to', 'C' || r.to_id,
          'note', r.note)), '[]')
        from claim_relations r where r.kind = 'part-of' and r.from_id in (select id from near)) as relations`,
  );
  if (row === null) throw new Error('a statement without a FROM gives one row');
  return row;
}

/**
 * Every calculation a claim takes part in, checked, and the other claims of them. Empty for a claim that allows none,
 * and for an id that no claim has. Two statements: which claims are shown is known only after the calculating.
 */
export async function getArithmetic(id: string): Promise<Arithmetic> {
  if (!ClaimId.safeParse(id).success) return { findings: [], claims: [] };
  const findings = findArithmetic(await getNeighbourhood(Number(id.slice(1))), id);
  const others = new Set(findings.flatMap((finding) => finding.claims));
  others.delete(id);
  return { findings, claims: await listClaimsById([...others]) };
}
