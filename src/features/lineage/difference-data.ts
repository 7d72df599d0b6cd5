import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { CitationRole, Distortion, type DistortionKind, OriginState } from '../../domain/citation';
import { Period, Population } from '../../domain/claim';
import type { ClaimFacts } from '../../domain/lineage/difference';
import { type LineageStep, lineageOf } from '../../domain/lineage/lineage';
import { query, queryOne, sql } from '../../db/sql';
import { keptAnswer } from '../../lib/kept-answer';
import { FIGURE_JSON } from '../claims/claim-sql';
import { FigureDto } from '../claims/schema';

// Where rule and record differ, over the whole evidence base: the same answers as the pages of the claims give, one
// claim after the other (docs/checks/rule-and-record-differ.md).

/** A citation over which rules and editors differ. */
export type RecordDifference = {
  citationId: number;
  /** What the rules found and nobody recorded, in words. */
  computedOnly: string[];
  /** What was recorded and the numbers do not show. */
  recordedOnly: DistortionKind[];
};

type Base = { claims: Map<string, ClaimFacts>; steps: LineageStep[]; relations: RelationRow[] };

/** What is differing, and whether that is of the evidence base as it stands now. */
export type RecordDifferences = { differences: RecordDifference[]; isCurrent: boolean };

/** In milliseconds: who asks waits no longer. In a large evidence base it takes longer, and goes on behind them. */
const PATIENCE = 1500;

const kept = keptAnswer(stateOfBase, () => readBase().then(differencesOf));

/** @param patience in milliseconds; null: wait until the answer is that of the evidence base as it stands */
export async function listRecordDifferences(patience: number | null = PATIENCE): Promise<RecordDifferences> {
  const { answer, isCurrent } = await kept(patience);
  return { differences: answer ?? [], isCurrent };
}

/** A word that is another one whenever the answer may be another. */
export async function stateOfBase(): Promise<string> {
  const state = await queryOne(
    z.object({ of: z.string() }),
    sql`select (select coalesce(max(id), 0) from events where subject ~ '^[CS]') || ' ' ||
      (select coalesce(max(id), 0) from citations) || ' ' || current_database() as of`,
  );
  return state?.of ?? '';
}

const ClaimRow = z.object({
  id: z.string(),
  figure: FigureDto,
  population: Population,
  place: z.object({ code: z.string(), name: z.string(), ancestors: z.array(z.string()) }),
  period: Period,
}) satisfies z.ZodType<ClaimFacts>;

const StepRow = z.object({
  id: z.number().int(),
  claimId: z.string(),
  sourceId: z.string(),
  issued: z.string().nullable(),
  organisation: z.string().nullable(),
  role: CitationRole,
  originState: OriginState,
  drawnFromId: z.number().int().nullable(),
  figureAsPrinted: z.string().nullable(),
  distortions: z.array(Distortion),
}) satisfies z.ZodType<LineageStep>;

const RelationRow = z.object({ from: z.string(), to: z.string(), isMisquotation: z.boolean() });
type RelationRow = z.infer<typeof RelationRow>;

async function readBase(): Promise<Base> {
  const [claims, steps, relations] = await Promise.all([
    query(
      ClaimRow,
      sql`select 'C' || c.id as id, ${FIGURE_JSON} as figure,
          json_build_object('group', c.population_group, 'description', c.population_description,
            'ageMin', c.population_age_min, 'ageMax', c.population_age_max) as population,
          json_build_object('code', geo.code, 'name', geo.name, 'ancestors', geo.ancestors) as place,
          json_build_object('start', c.period_start, 'end', c.period_end, 'measure', c.period_measure,
            'label', c.period_label) as period
        from claims c join geographies geo on geo.code = c.geography_code`,
    ),
    query(
      StepRow,
      sql`select x.id, 'C' || x.claim_id as "claimId", 'S' || s.id as "sourceId", s.issued, s.organisation, x.role,
          x.origin_state as "originState", x.drawn_from_id as "drawnFromId", x.figure_as_printed as "figureAsPrinted",
          coalesce(d.distortions, '[]') as distortions
        from citations x join sources s on s.id = x.source_id
        left join (select citation_id, json_agg(json_build_object('kind', kind, 'note', note) order by kind) as distortions
          from distortions group by 1) d on d.citation_id = x.id
        order by x.id`,
    ),
    // Those that a lineage is read with: contradictions with a number, and misquotations (lineage/data.ts).
    query(
      RelationRow,
      sql`select 'C' || r.from_id as "from", 'C' || r.to_id as "to", r.kind = 'misquotation-of' as "isMisquotation"
        from claim_relations r where r.kind = 'misquotation-of'
        union all select 'C' || a, 'C' || b, false from claim_relations r
          cross join lateral (values (r.from_id, r.to_id), (r.to_id, r.from_id)) both_ways (a, b)
          join claims c on c.id = a where r.kind = 'contradicts' and c.figure_kind <> 'direction'`,
    ),
  ]);
  return { claims: new Map(claims.map((claim) => [claim.id, claim])), steps, relations };
}

async function differencesOf({ claims, steps, relations }: Base): Promise<RecordDifference[]> {
  const groups = groupsOf(steps);
  const groupsOfClaim = new Map<string, Set<number>>();
  for (const step of steps) {
    const group = groups.of.get(step.id) ?? 0;
    groupsOfClaim.set(step.claimId, (groupsOfClaim.get(step.claimId) ?? new Set()).add(group));
  }
  const nearTo = new Map<string, RelationRow[]>();
  for (const relation of relations) nearTo.set(relation.to, [...(nearTo.get(relation.to) ?? []), relation]);
  const found: RecordDifference[] = [];
  let turn = performance.now();
  for (const claimId of new Set(steps.filter(({ drawnFromId }) => drawnFromId !== null).map((step) => step.claimId))) {
    const near = nearTo.get(claimId) ?? [];
    const wanted = new Set(
      [claimId, ...near.map(({ from }) => from)].flatMap((id) => [...(groupsOfClaim.get(id) ?? [])]),
    );
    const own = [...wanted].flatMap((group) => groups.members.get(group) ?? []);
    const contradicting = new Set(near.flatMap(({ from, isMisquotation }) => (isMisquotation ? [] : [from])));
    found.push(...ofClaim(claimId, own, claims, contradicting));
    // The server answers others in between.
    if (performance.now() - turn > 20) {
      await nextTurn();
      turn = performance.now();
    }
  }
  return found.sort((a, b) => a.citationId - b.citationId);
}

function ofClaim(
  claimId: string,
  steps: readonly LineageStep[],
  claims: Base['claims'],
  contradicting: ReadonlySet<string>,
): RecordDifference[] {
  const facts = [...new Set([claimId, ...steps.map((step) => step.claimId)])].flatMap((id) => claims.get(id) ?? []);
  const { graph, edges } = lineageOf(claimId, steps, facts, contradicting);
  return edges.flatMap((edge) => {
    if (edge?.disagreement == null || graph.step(edge.to)?.claimId !== claimId) return [];
    const { computedOnly, recordedOnly } = edge.disagreement;
    return [
      { citationId: edge.to, computedOnly: computedOnly.map(({ label }) => label), recordedOnly: [...recordedOnly] },
    ];
  });
}

/** Citations that hang together by drawing on one another, and the group of each. */
function groupsOf(steps: readonly LineageStep[]): { of: Map<number, number>; members: Map<number, LineageStep[]> } {
  const parent = new Map(steps.map(({ id, drawnFromId }) => [id, drawnFromId]));
  const of = new Map<number, number>();
  const members = new Map<number, LineageStep[]>();
  let last = 0;
  for (const { id } of steps) {
    const path: number[] = [];
    const seen = new Set<number>();
    let at: number | null = id;
    while (at !== null && !of.has(at) && !seen.has(at)) {
      path.push(at);
      seen.add(at);
      at = parent.get(at) ?? null;
    }
    // Up to a root, to a citation whose group is known, or round a ring back into this path.
    let group = at === null ? undefined : of.get(at);
    if (group === undefined) {
      last += 1;
      group = last;
    }
    for (const member of path) of.set(member, group);
  }
  for (const step of steps) {
    const group = of.get(step.id) ?? 0;
    const list = members.get(group);
    if (list === undefined) members.set(group, [step]);
    else list.push(step);
  }
  return { of, members };
}
