import 'server-only';
import { z } from 'zod';
import { loopsOf } from '../../domain/network';
import { query, sql } from '../../db/sql';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, SummaryRow, toSummary } from '../claims/claim-sql';
import type { ClaimSummary } from '../claims/schema';
import { claimsBetween, type NodeKind, nodeColumns, withPairs } from './network-sql';
import { LIMITS, type Loop, NetworkNode } from './schema';

const LinkRow = z.object({ drawing: z.number().int(), drawnOn: z.number().int() });

/** Loops are looked for among so many links, those with most citations first. */
const LINKS_MAX = 50_000;

/** Lines of one loop that are told in full. */
const EDGES_MAX = 50;

/** Who draws on each other in a ring, and with which figures. The largest loops first. */
export async function listLoops(kind: NodeKind): Promise<Loop[]> {
  // Who draws on nobody, or is drawn on by nobody, is in no loop: the database leaves those out.
  const links = await query(
    LinkRow,
    sql`${withPairs(kind)},
      links as (select * from pairs where drawing <> drawn_on)
    select links.drawing, links.drawn_on as "drawnOn" from links
      join (select distinct drawn_on as node from links) drawn on drawn.node = links.drawing
      join (select distinct drawing as node from links) draws on draws.node = links.drawn_on
    order by citations desc, 1, 2 limit ${LINKS_MAX}`,
  );
  const loops = loopsOf(links.map(({ drawing, drawnOn }) => ({ drawing: String(drawing), drawnOn: String(drawnOn) })))
    .sort((a, b) => b.length - a.length)
    .slice(0, LIMITS.loops);
  return Promise.all(loops.map((members) => describe(kind, members.map(Number), links)));
}

const EdgeRow = LinkRow.extend({ citations: z.number().int(), claimIds: z.array(z.number().int()) });

async function describe(
  kind: NodeKind,
  members: readonly number[],
  links: readonly z.infer<typeof LinkRow>[],
): Promise<Loop> {
  const inside = new Set(members);
  const between = links
    .filter(({ drawing, drawnOn }) => inside.has(drawing) && inside.has(drawnOn))
    .slice(0, EDGES_MAX);
  const [edges, named] = await Promise.all([
    query(EdgeRow, claimsBetween(kind, between, LIMITS.claimsPerLoopEdge)),
    namesOf(kind, members),
  ]);
  const claims = await claimsOf(edges.flatMap((edge) => edge.claimIds));
  const keys = new Map(named.map(({ node, key }) => [node, key]));
  return {
    members: named.map(({ node: _node, ...member }) => member),
    edges: edges.map(({ drawing, drawnOn, citations, claimIds }) => ({
      drawing: keys.get(drawing) ?? '',
      drawnOn: keys.get(drawnOn) ?? '',
      citations,
      claims: claimIds.flatMap((id) => claims.get(id) ?? []),
    })),
  };
}

const NameRow = NetworkNode.pick({ key: true, name: true, organisation: true, sourceId: true }).extend({
  node: z.number().int(),
});

function namesOf(kind: NodeKind, members: readonly number[]) {
  return query(
    NameRow,
    sql`select s.id as node, ${nodeColumns(kind)} from sources s where s.id = any(${[...members]}::int[]) order by 3, 1`,
  );
}

async function claimsOf(ids: readonly number[]): Promise<Map<number, ClaimSummary>> {
  const rows = await query(
    SummaryRow,
    sql`select ${SUMMARY_COLUMNS} from ${SUMMARY_TABLES} where c.id = any(${[...new Set(ids)]}::int[])`,
  );
  return new Map(rows.map((row) => [row.number, toSummary(row)]));
}
