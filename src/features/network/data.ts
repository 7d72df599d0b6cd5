import 'server-only';
import { z } from 'zod';
import { DistortionKind } from '../../domain/citation';
import { fidelityOf } from '../../domain/lineage/fidelity';
import { query, queryOne, sql } from '../../db/sql';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, SummaryRow, toSummary } from '../claims/claim-sql';
import { COUNTS_JSON, CountsRow, DISTORTED, IS_ONWARD } from '../sources/fidelity-sql';
import { listLoops } from './loop-data';
import { claimsByCount, type NodeKind, nodeColumns, nodesOf, pairs } from './network-sql';
import {
  type DistortedClaim,
  FidelityEntry,
  type FidelityList,
  LIMITS,
  type NetworkDto,
  NetworkEdge,
  type NetworkGraph,
  NetworkNode,
  type RepeatedClaim,
} from './schema';

/** Everything on who draws on whom, each list with its limit. */
export async function getNetwork(): Promise<NetworkDto> {
  const [organisations, sources, ofOrganisations, ofSources, mostRepeated, mostDistorted, inOrganisations, inSources] =
    await Promise.all([
      getGraph('organisations', LIMITS.edges),
      getGraph('sources', LIMITS.edges),
      listFidelity('organisations', LIMITS.fidelity),
      listFidelity('sources', LIMITS.fidelity),
      listMostRepeated(),
      listMostDistorted(),
      listLoops('organisations'),
      listLoops('sources'),
    ]);
  return {
    organisations,
    sources,
    fidelity: { organisations: ofOrganisations, sources: ofSources },
    mostRepeated,
    mostDistorted,
    loops: { organisations: inOrganisations, sources: inSources },
  };
}

const GraphRow = z.object({
  nodes: z.array(NetworkNode),
  edges: z.array(NetworkEdge),
  total: z.object({
    nodes: z.number().int(),
    edges: z.number().int(),
    citations: z.number().int(),
    distorted: z.number().int(),
    major: z.number().int(),
  }),
});

/** The strongest edges and their ends, with the totals of all. @param limit edges at most */
export async function getGraph(kind: NodeKind, limit: number): Promise<NetworkGraph> {
  const row = await queryOne(
    GraphRow,
    sql`with pairs as materialized (${pairs(kind)}),
      listed as (select * from pairs order by citations desc, drawing, drawn_on limit ${limit}),
      ends as (select drawing as key from listed union select drawn_on from listed),
      nodes as (${nodesOf(kind)})
    select (select coalesce(json_agg(n order by n."drawnOn" + n."drawing" desc, n.key), '[]') from nodes n) as nodes,
      (select coalesce(json_agg(json_build_object('drawing', drawing, 'drawnOn', drawn_on, 'citations', citations,
        'distorted', distorted, 'major', major, 'self', drawing = drawn_on)
        order by citations desc, drawing, drawn_on), '[]') from listed) as edges,
      (select json_build_object('nodes', (select count(*) from (select drawing from pairs union select drawn_on from pairs) k),
        'edges', count(*), 'citations', coalesce(sum(citations), 0), 'distorted', coalesce(sum(distorted), 0),
        'major', coalesce(sum(major), 0)) from pairs) as total`,
  );
  if (row === null) throw new Error('a statement of scalars gives one row');
  return row;
}

const FidelityRow = FidelityEntry.extend({ fidelity: CountsRow, total: z.number().int() });

/** Who passes figures on, and how faithfully; those that pass on most first. @param limit how many at most */
export async function listFidelity(kind: NodeKind, limit: number): Promise<FidelityList> {
  const s = nodeColumns(kind, 's');
  const rows = await query(
    FidelityRow,
    sql`select ${s.key} as key, ${s.name} as name, ${s.organisation} as organisation, ${s.source} as "sourceId",
      ${COUNTS_JSON} as fidelity, (count(*) over ())::int as total
    from citations x join sources s on s.id = x.source_id left join ${DISTORTED} t on t.citation_id = x.id
    where ${IS_ONWARD} group by 1, 2, 3, 4 order by count(*) desc, 1 limit ${limit}`,
  );
  return {
    entries: rows.map(({ total: _total, fidelity, ...entry }) => ({ ...entry, fidelity: fidelityOf(fidelity) })),
    total: rows[0]?.total ?? 0,
  };
}

const RepeatedRow = SummaryRow.extend({
  onward: z.number().int(),
  roots: z.number().int(),
  untraced_ends: z.number().int(),
});

/** The claims passed on most, with the origins their citations lead back to. A loop of citations is walked once. */
async function listMostRepeated(): Promise<RepeatedClaim[]> {
  const rows = await query(
    RepeatedRow,
    sql`with recursive top as materialized (${claimsByCount([], LIMITS.claims)}),
      trail (claim_id, citation_id) as (
        select top.claim_id, x.id from top join citations x on x.claim_id = top.claim_id where ${IS_ONWARD}
        union
        select trail.claim_id, o.drawn_from_id from trail join citations o on o.id = trail.citation_id
          where o.drawn_from_id is not null
      ),
      ends as (select trail.claim_id, count(*) filter (where o.origin_state = 'origin')::int as roots,
          count(*) filter (where o.origin_state = 'untraced')::int as untraced
        from trail join citations o on o.id = trail.citation_id group by 1)
    select ${SUMMARY_COLUMNS}, top.citations as onward, ends.roots, ends.untraced as untraced_ends
    from top join (${SUMMARY_TABLES}) on c.id = top.claim_id join ends on ends.claim_id = top.claim_id
    order by top.citations desc, c.id`,
  );
  return rows.map((row) => ({
    claim: toSummary(row),
    citations: row.onward,
    roots: row.roots,
    untraced: row.untraced_ends,
  }));
}

const DistortedRow = SummaryRow.extend({
  counts: CountsRow,
  distortions: z.array(z.object({ kind: DistortionKind, count: z.number().int() })),
});

/** The claims whose meaning changed most often on the way, and what changed. */
async function listMostDistorted(): Promise<DistortedClaim[]> {
  const conditions = [sql`x.origin_state = 'drawn'`, sql`t.major`];
  const rows = await query(
    DistortedRow,
    sql`with top as materialized (${claimsByCount(conditions, LIMITS.claims)})
    select ${SUMMARY_COLUMNS},
      (select ${COUNTS_JSON} from citations x left join ${DISTORTED} t on t.citation_id = x.id
        where x.claim_id = c.id and ${IS_ONWARD}) as counts,
      (select json_agg(json_build_object('kind', k.kind, 'count', k.count) order by k.count desc, k.kind::text)
        from (select d.kind, count(*) as count from citations x join distortions d on d.citation_id = x.id
          where x.claim_id = c.id and x.origin_state = 'drawn' and ${IS_ONWARD} group by 1) k) as distortions
    from top join (${SUMMARY_TABLES}) on c.id = top.claim_id order by top.citations desc, c.id`,
  );
  return rows.map((row) => ({
    claim: toSummary(row),
    fidelity: fidelityOf(row.counts),
    distortions: row.distortions,
  }));
}
