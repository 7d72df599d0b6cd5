import 'server-only';
import { join, type Sql, sql } from '../../db/sql';
import { DISTORTED, IS_ONWARD } from '../sources/fidelity-sql';

// Who draws on whom, counted by the database: what leaves it grows with the organisations, not with the citations.

/** What the nodes of a network are. */
export type NodeKind = 'organisations' | 'sources';

/** The source of the citation that draws, and of the one drawn on. */
type SourceAlias = 's' | 'p';

const ALIAS: Readonly<Record<SourceAlias, Sql>> = { s: sql`s`, p: sql`p` };

/**
 * Key, name, organisation and source of a node. A work whose organisation is not established is a node of its own:
 * merged into one they would be the largest organisation of all, and nobody.
 */
export function nodeColumns(
  kind: NodeKind,
  alias: SourceAlias,
): { key: Sql; name: Sql; organisation: Sql; source: Sql } {
  const s = ALIAS[alias];
  const [ownKey, organisation] = [sql`'source:S' || ${s}.id`, sql`${s}.organisation`];
  if (kind === 'sources') return { key: ownKey, name: sql`${s}.short_name`, organisation, source: sql`'S' || ${s}.id` };
  return {
    key: sql`coalesce('organisation:' || ${s}.organisation, ${ownKey})`,
    name: sql`coalesce(${s}.organisation, ${s}.short_name)`,
    organisation,
    source: sql`case when ${s}.organisation is null then 'S' || ${s}.id end`,
  };
}

/** Every traced onward citation `x` with its source `s`, what it drew on (source `p`), and what is distorted (`t`). */
const TRACED: Sql = sql`citations x join sources s on s.id = x.source_id
  join citations o on o.id = x.drawn_from_id join sources p on p.id = o.source_id
  left join ${DISTORTED} t on t.citation_id = x.id`;

/** One row for each two that draw on one another, with the number of citations. */
export function pairs(kind: NodeKind): Sql {
  const [s, p] = [nodeColumns(kind, 's'), nodeColumns(kind, 'p')];
  return sql`select ${s.key} as drawing, ${p.key} as drawn_on, count(*)::int as citations,
      count(t.citation_id)::int as distorted, (count(*) filter (where t.major))::int as major
    from ${TRACED} where ${IS_ONWARD} and x.origin_state = 'drawn' group by 1, 2`;
}

/** A node as JSON with its numbers, from its key in `e.key` and the pairs in `pairs`. */
export function nodesOf(kind: NodeKind): Sql {
  const s = nodeColumns(kind, 's');
  return sql`select e.key, n.name, n.organisation, n.source as "sourceId",
      coalesce(d.others, 0)::int as "drawsOn", coalesce(d.citations, 0)::int as "drawing",
      coalesce(b.others, 0)::int as "drawnOnBy", coalesce(b.citations, 0)::int as "drawnOn",
      coalesce(own.citations, 0)::int as own
    from ends e
    join (select distinct on (1) ${s.key} as key, ${s.name} as name, ${s.organisation} as organisation,
      ${s.source} as source from sources s order by 1) n on n.key = e.key
    left join (select drawing as key, count(*) as others, sum(citations) as citations
      from pairs where drawing <> drawn_on group by 1) d on d.key = e.key
    left join (select drawn_on as key, count(*) as others, sum(citations) as citations
      from pairs where drawing <> drawn_on group by 1) b on b.key = e.key
    left join pairs own on own.drawing = e.key and own.drawn_on = e.key`;
}

/** Which claims travel between these two, most cited first, `limit` of each pair. */
export function claimsBetween(
  kind: NodeKind,
  wanted: readonly { drawing: string; drawnOn: string }[],
  limit: number,
): Sql {
  const [s, p] = [nodeColumns(kind, 's'), nodeColumns(kind, 'p')];
  return sql`select drawing, drawn_on as "drawnOn", sum(citations)::int as citations,
      (array_agg(claim_id order by citations desc, claim_id))[1:${limit}::int] as "claimIds"
    from (select ${s.key} as drawing, ${p.key} as drawn_on, x.claim_id, count(*) as citations
      from ${TRACED} where ${IS_ONWARD} and x.origin_state = 'drawn'
        and (${s.key}, ${p.key}) in (select * from unnest(${wanted.map((edge) => edge.drawing)}::text[],
          ${wanted.map((edge) => edge.drawnOn)}::text[]))
      group by 1, 2, 3) of_claims
    group by 1, 2 order by 3 desc, 1, 2`;
}

/** One row a claim: the number of its onward citations under these conditions on `x` and `t`; the first `limit`. */
export function claimsByCount(conditions: readonly Sql[], limit: number): Sql {
  return sql`select x.claim_id, count(*)::int as citations
    from citations x left join ${DISTORTED} t on t.citation_id = x.id
    where ${join([IS_ONWARD, ...conditions], ' and ')}
    group by 1 order by 2 desc, 1 limit ${limit}`;
}
