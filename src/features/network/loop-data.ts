import 'server-only';
import { z } from 'zod';
import { loopsOf } from '../../domain/network';
import { query, sql } from '../../db/sql';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, SummaryRow, toSummary } from '../claims/claim-sql';
import type { ClaimSummary } from '../claims/schema';
import { claimsBetween, type NodeKind, nodeColumns, pairs } from './network-sql';
import { LIMITS, type Loop, NetworkNode } from './schema';

const LinkRow = z.object({ drawing: z.string(), drawnOn: z.string() });

/** Loops are looked for among so many links, those with most citations first. */
const LINKS_MAX = 50_000;

/** Lines of one loop that are told in full. */
const EDGES_MAX = 50;

/** Who draws on each other in a ring, and with which figures. The largest loops first. */
export async function listLoops(kind: NodeKind): Promise<Loop[]> {
  // Who draws on nobody, or is drawn on by nobody, is in no loop: the database leaves those out.
  const links = await query(
    LinkRow,
    sql`with pairs as materialized (${pairs(kind)})
    select drawing, drawn_on as "drawnOn" from pairs where drawing <> drawn_on
      and drawing in (select drawn_on from pairs) and drawn_on in (select drawing from pairs)
    order by citations desc, 1, 2 limit ${LINKS_MAX}`,
  );
  const loops = loopsOf(links)
    .sort((a, b) => b.length - a.length)
    .slice(0, LIMITS.loops);
  return Promise.all(loops.map((members) => describe(kind, members, links)));
}

const EdgeRow = LinkRow.extend({ citations: z.number().int(), claimIds: z.array(z.number().int()) });

async function describe(kind: NodeKind, members: string[], links: readonly z.infer<typeof LinkRow>[]): Promise<Loop> {
  const inside = new Set(members);
  const between = links
    .filter(({ drawing, drawnOn }) => inside.has(drawing) && inside.has(drawnOn))
    .slice(0, EDGES_MAX);
  const [edges, named] = await Promise.all([
    query(EdgeRow, claimsBetween(kind, between, LIMITS.claimsPerLoopEdge)),
    namesOf(kind, members),
  ]);
  const claims = await claimsOf(edges.flatMap((edge) => edge.claimIds));
  return {
    members: named,
    edges: edges.map(({ claimIds, ...edge }) => ({
      ...edge,
      claims: claimIds.flatMap((id) => claims.get(id) ?? []),
    })),
  };
}

const NameRow = NetworkNode.pick({ key: true, name: true, organisation: true, sourceId: true });

function namesOf(kind: NodeKind, keys: readonly string[]) {
  const s = nodeColumns(kind, 's');
  return query(
    NameRow,
    sql`select distinct on (1) ${s.key} as key, ${s.name} as name, ${s.organisation} as organisation,
      ${s.source} as "sourceId" from sources s where ${s.key} = any(${[...keys]}::text[]) order by 1`,
  );
}

async function claimsOf(ids: readonly number[]): Promise<Map<number, ClaimSummary>> {
  const rows = await query(
    SummaryRow,
    sql`select ${SUMMARY_COLUMNS} from ${SUMMARY_TABLES} where c.id = any(${[...new Set(ids)]}::int[])`,
  );
  return new Map(rows.map((row) => [row.number, toSummary(row)]));
}
