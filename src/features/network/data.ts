import 'server-only';
import { z } from 'zod';
import { DistortionKind } from '../../domain/citation';
import { fidelityOf } from '../../domain/lineage/fidelity';
import { query, queryOne, type Sql, sql } from '../../db/sql';
import { kept } from '../../lib/kept';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, SummaryRow, toSummary } from '../claims/claim-sql';
import { COUNTS_JSON, CountsRow, DISTORTED, DISTORTION_OF_X, IS_ONWARD } from '../sources/fidelity-sql';
import { listLoops } from './loop-data';
import { claimsByCount, type NodeKind, nodeColumns, nodes, withPairs } from './network-sql';
import {
  type DistortedClaim,
  FidelityEntry,
  FILE_LIMITS,
  type FidelityList,
  LIMITS,
  type NetworkDto,
  NetworkEdge,
  type NetworkGraph,
  NetworkNode,
  type RepeatedClaim,
} from './schema';

/** Everything on who draws on whom, each list with its limit. It costs a look at every citation: see `kept`. */
export const getNetwork = kept(readNetwork);

/** The same as it stands at this moment. */
export async function readNetwork(): Promise<NetworkDto> {
  // One after the other: each is work for all cores of a database with many citations.
  const organisations = await getGraph('organisations', LIMITS.edges);
  const sources = await getGraph('sources', LIMITS.edges);
  return {
    organisations,
    sources,
    fidelity: {
      organisations: await listFidelity('organisations', LIMITS.fidelity),
      sources: await listFidelity('sources', LIMITS.fidelity),
    },
    mostRepeated: await listMostRepeated(),
    mostDistorted: await listMostDistorted(),
    loops: { organisations: await listLoops('organisations'), sources: await listLoops('sources') },
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

function graphStatement(kind: NodeKind, limit: number): Sql {
  return sql`${withPairs(kind)},
      listed as (select * from pairs order by citations desc, drawing, drawn_on limit ${limit}),
      ends as (select drawing as node from listed union select drawn_on from listed),
      draws as (select drawing as node, count(*)::int as others, sum(citations)::int as citations
        from pairs where drawing <> drawn_on group by 1),
      drawn as (select drawn_on as node, count(*)::int as others, sum(citations)::int as citations
        from pairs where drawing <> drawn_on group by 1),
      own as materialized (select drawing as node, citations from pairs where drawing = drawn_on),
      named as (select s.id as node, ${nodeColumns(kind)} from ends join sources s on s.id = ends.node),
      listed_nodes as (select named.key, name, organisation, "sourceId",
          coalesce(draws.others, 0) as "drawsOn", coalesce(draws.citations, 0) as "drawing",
          coalesce(drawn.others, 0) as "drawnOnBy", coalesce(drawn.citations, 0) as "drawnOn",
          coalesce(own.citations, 0) as own
        from named left join draws using (node) left join drawn using (node)
        left join own using (node))
    select (select coalesce(json_agg(n order by n."drawnOn" + n."drawing" desc, n.key), '[]') from listed_nodes n) as nodes,
      (select coalesce(json_agg(json_build_object('drawing', a.key, 'drawnOn', b.key, 'citations', citations,
        'distorted', distorted, 'major', major, 'self', drawing = drawn_on)
        order by citations desc, drawing, drawn_on), '[]')
        from listed join named a on a.node = drawing join named b on b.node = drawn_on) as edges,
      (select json_build_object('nodes', (select count(*) from (select node from draws union select node from drawn
          union select node from own) k),
        'edges', count(*), 'citations', coalesce(sum(citations), 0), 'distorted', coalesce(sum(distorted), 0),
        'major', coalesce(sum(major), 0)) from pairs) as total`;
}

/** The strongest edges and their ends, with the totals of all. @param limit edges at most */
export async function getGraph(kind: NodeKind, limit: number): Promise<NetworkGraph> {
  const row = await queryOne(GraphRow, graphStatement(kind, limit));
  if (row === null) throw new Error('a statement of scalars gives one row');
  return row;
}

/** Both networks as a file holds them. */
export const getFileGraphs = kept(() =>
  Promise.all([getGraph('organisations', FILE_LIMITS.edges), getGraph('sources', FILE_LIMITS.edges)]),
);

/** Fidelity of organisations and of sources as a file holds it. */
export const getFileFidelity = kept(() =>
  Promise.all([listFidelity('organisations', FILE_LIMITS.fidelity), listFidelity('sources', FILE_LIMITS.fidelity)]),
);

const FidelityRow = FidelityEntry.extend({ fidelity: CountsRow, total: z.number().int() });

/**
 * Who passes the figures of others on, and how faithfully; those that pass on most first. What draws on a work of the
 * same node is left out; what is untraced may be of others, and stays.
 *
 * @param limit how many at most
 */
export async function listFidelity(kind: NodeKind, limit: number): Promise<FidelityList> {
  const rows = await query(
    FidelityRow,
    sql`with nodes as materialized (${nodes(kind)}),
      by_source as (select x.source_id, o.source_id as drawn_on, count(*) as n,
          count(*) filter (where x.origin_state = 'drawn' and t.major is null) as accurate,
          count(*) filter (where x.origin_state = 'drawn' and not t.major) as minor,
          count(*) filter (where x.origin_state = 'drawn' and t.major) as major,
          count(*) filter (where x.origin_state = 'untraced') as untraced
        from citations x left join citations o on o.id = x.drawn_from_id left join ${DISTORTED} t on t.citation_id = x.id
        where ${IS_ONWARD} group by 1, 2),
      listed as (select a.node, sum(n) as n, json_build_object('accurate', sum(accurate), 'minor', sum(minor),
          'major', sum(major), 'untraced', sum(untraced)) as fidelity, (count(*) over ())::int as total
        from by_source p join nodes a on a.source_id = p.source_id left join nodes b on b.source_id = p.drawn_on
        where b.node is distinct from a.node group by 1 order by 2 desc, 1 limit ${limit})
    select ${nodeColumns(kind)}, fidelity, total from listed join sources s on s.id = listed.node
    order by listed.n desc, s.id`,
  );
  return {
    entries: rows.map(({ total: _total, fidelity, ...entry }) => ({ ...entry, fidelity: fidelityOf(fidelity) })),
    total: rows[0]?.total ?? 0,
  };
}

const RepeatedRow = SummaryRow.extend({
  onward: z.number().int(),
  roots: z.number().int(),
  leads_nowhere: z.number().int(),
});

/**
 * The claims passed on most, and how much stands behind them: what domain/lineage/support.ts says of one claim, said to
 * the database for all of them at once. A loop of citations is walked once.
 */
async function listMostRepeated(): Promise<RepeatedClaim[]> {
  const rows = await query(
    RepeatedRow,
    sql`with recursive top as materialized (${claimsByCount([], LIMITS.claims)}),
      trail (claim_id, start_id, citation_id) as (
        select top.claim_id, x.id, x.id from top join citations x on x.claim_id = top.claim_id
          where x.origin_state = 'origin' or (${IS_ONWARD})
        union
        select trail.claim_id, trail.start_id, o.drawn_from_id from trail join citations o on o.id = trail.citation_id
          where o.drawn_from_id is not null
      ),
      ends as (select trail.claim_id, count(distinct o.source_id) filter (where o.origin_state = 'origin')::int as roots,
          count(distinct trail.start_id) filter (where o.origin_state = 'untraced')::int as untraced
        from trail join citations o on o.id = trail.citation_id group by 1)
    select ${SUMMARY_COLUMNS}, top.citations as onward, ends.roots, ends.untraced as leads_nowhere
    from top join (${SUMMARY_TABLES}) on c.id = top.claim_id join ends on ends.claim_id = top.claim_id
    order by top.citations desc, c.id`,
  );
  return rows.map((row) => ({
    claim: toSummary(row),
    citations: row.onward,
    roots: row.roots,
    untraced: row.leads_nowhere,
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
      (select ${COUNTS_JSON} from citations x left join ${DISTORTION_OF_X}
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
