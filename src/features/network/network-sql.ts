import 'server-only';
import { join, type Sql, sql } from '../../db/sql';
import { DISTORTED, IS_ONWARD } from '../sources/fidelity-sql';

// Who draws on whom, counted by the database: what leaves it grows with the organisations, not with the citations.
// Inside, a node is a number: grouping millions of citations by names would take many times as long.

/** What the nodes of a network are. */
export type NodeKind = 'organisations' | 'sources';

/**
 * One row a source: its `node`. Of an organisation that is the smallest id among its works. A work whose organisation
 * is not established is a node of its own: merged into one they would be the largest organisation of all, and nobody.
 */
export function nodes(kind: NodeKind): Sql {
  if (kind === 'sources') return sql`select id as source_id, id as node from sources`;
  return sql`select id as source_id, min(id) over (partition by organisation, case when organisation is null then id end)
    as node from sources`;
}

/** Key, name, organisation and source of the node that `s` (sources) stands for. */
export function nodeColumns(kind: NodeKind): Sql {
  const own = sql`'source:S' || s.id`;
  if (kind === 'sources') {
    return sql`${own} as key, s.short_name as name, s.organisation, 'S' || s.id as "sourceId"`;
  }
  return sql`coalesce('organisation:' || s.organisation, ${own}) as key, coalesce(s.organisation, s.short_name) as name,
    s.organisation, case when s.organisation is null then 'S' || s.id end as "sourceId"`;
}

/**
 * The opening of a statement on pairs: `nodes`, and `pairs` with one row for each two that draw on one another and its
 * numbers of citations. Sources are paired first, and nodes from those: far fewer rows than citations.
 */
export function withPairs(kind: NodeKind): Sql {
  return sql`with nodes as materialized (${nodes(kind)}),
    source_pairs as (select x.source_id as drawing, o.source_id as drawn_on, count(*) as citations,
        count(t.citation_id) as distorted, count(*) filter (where t.major) as major
      from citations x join citations o on o.id = x.drawn_from_id left join ${DISTORTED} t on t.citation_id = x.id
      where ${IS_ONWARD} and x.origin_state = 'drawn' group by 1, 2),
    pairs as materialized (select a.node as drawing, b.node as drawn_on, sum(citations)::int as citations,
        sum(distorted)::int as distorted, sum(major)::int as major
      from source_pairs p join nodes a on a.source_id = p.drawing join nodes b on b.source_id = p.drawn_on
      group by 1, 2)`;
}

/** Which claims travel between these two nodes, most cited first, `limit` of each pair. */
export function claimsBetween(
  kind: NodeKind,
  wanted: readonly { drawing: number; drawnOn: number }[],
  limit: number,
): Sql {
  const ends = [...new Set(wanted.flatMap((edge) => [edge.drawing, edge.drawnOn]))];
  return sql`with nodes as materialized (select * from (${nodes(kind)}) n where node = any(${ends}::int[]))
    select drawing, drawn_on as "drawnOn", sum(citations)::int as citations,
      (array_agg(claim_id order by citations desc, claim_id))[1:${limit}::int] as "claimIds"
    from (select a.node as drawing, b.node as drawn_on, x.claim_id, count(*) as citations
      from unnest(${wanted.map((edge) => edge.drawing)}::int[], ${wanted.map((edge) => edge.drawnOn)}::int[]) w (drawing, drawn_on)
      join nodes a on a.node = w.drawing join citations x on x.source_id = a.source_id
      join citations o on o.id = x.drawn_from_id join nodes b on b.source_id = o.source_id and b.node = w.drawn_on
      where ${IS_ONWARD} and x.origin_state = 'drawn' group by 1, 2, 3) of_claims
    group by 1, 2 order by 3 desc, 1, 2`;
}

/** One row a claim: the number of its onward citations under these conditions on `x` and `t`; the first `limit`. */
export function claimsByCount(conditions: readonly Sql[], limit: number): Sql {
  return sql`select x.claim_id, count(*)::int as citations
    from citations x left join ${DISTORTED} t on t.citation_id = x.id
    where ${join([IS_ONWARD, ...conditions], ' and ')}
    group by 1 order by 2 desc, 1 limit ${limit}`;
}
