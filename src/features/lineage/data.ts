import 'server-only';
import { z } from 'zod';
import { Period, Population, RelationKind } from '../../domain/claim';
import { Reliability } from '../../domain/grade';
import { countOutcomes, fidelityOf } from '../../domain/lineage/fidelity';
import { criticsOf, networkMeasures, zombieIndex } from '../../domain/lineage/measures';
import { lineageOf } from '../../domain/lineage/lineage';
import { MethodKind } from '../../domain/method';
import { periodText } from '../../domain/period-text';
import { isSeriesBreak } from '../../domain/series-break';
import { slugOf } from '../../domain/text/slug';
import { queryOne, sql } from '../../db/sql';
import { FIGURE_JSON } from '../claims/claim-sql';
import { ClaimId, FigureDto } from '../claims/schema';
import { type LineageClaim, type LineageDto, LineageNode, type Successor } from './schema';

const ClaimRow = z.object({
  number: z.number().int(),
  statement: z.string(),
  figure: FigureDto,
  population: Population,
  place: z.object({ code: z.string(), name: z.string(), ancestors: z.array(z.string()) }),
  period: Period,
  methodKind: MethodKind.nullable(),
  reliability: Reliability,
  provisional: z.boolean(),
  doesNotMeasure: z.array(z.string()),
});
type ClaimRow = z.infer<typeof ClaimRow>;

const StepRow = LineageNode.omit({ component: true, depth: true }).extend({
  drawnFromId: z.number().int().nullable(),
});
type StepRow = z.infer<typeof StepRow>;

const SuccessorRow = z.object({
  claimId: z.string(),
  after: z.string(),
  kind: RelationKind,
  note: z.string().nullable(),
  seriesBreak: z.boolean(),
  origin: z.object({ id: z.string(), shortName: z.string(), issued: z.string().nullable() }).nullable(),
});

const Row = z.object({
  claims: z.array(ClaimRow),
  steps: z.array(StepRow),
  successors: z.array(SuccessorRow),
  contradicting: z.array(z.string()),
  relations: z.array(z.object({ kind: RelationKind, from: ClaimId, to: ClaimId })),
});
/** What the database knows of a lineage. */
export type LineageRow = z.infer<typeof Row>;

/**
 * Long: one statement, read as a whole. What belongs to the lineage of a claim: its own citations; those of claims that
 * contradict or misquote it with a number; whatever draws on any of these, and whatever they draw on. "union" forgets
 * what it has seen already, so that a ring ends.
 */
async function readLineage(number: number): Promise<LineageRow | null> {
  return queryOne(
    Row,
    sql`with recursive
      contradicting as (select r.from_id + r.to_id - ${number}::int as id from claim_relations r
        join claims c on c.id = r.from_id + r.to_id - ${number}::int
        where (r.from_id = ${number} or r.to_id = ${number}) and r.kind = 'contradicts' and c.figure_kind <> 'direction'),
      near as (select ${number}::int as id union select id from contradicting
        union select from_id from claim_relations where to_id = ${number} and kind = 'misquotation-of'),
      outwards as (select id, drawn_from_id from citations where claim_id in (select id from near)
        union select d.id, d.drawn_from_id from citations d join outwards o on d.drawn_from_id = o.id),
      all_steps as (select id, drawn_from_id from outwards
        union select p.id, p.drawn_from_id from citations p join all_steps s on p.id = s.drawn_from_id),
      line as (select r.from_id, r.to_id, r.kind, r.note, r.series_break from claim_relations r
          where r.to_id = ${number} and r.kind in ('supersedes', 'continues')
        union select r.from_id, r.to_id, r.kind, r.note, r.series_break from claim_relations r join line l on r.to_id = l.from_id
          where r.kind in ('supersedes', 'continues')),
      wanted as (select ${number}::int as id union select from_id from line
        union select x.claim_id from citations x join all_steps s on s.id = x.id)
    select
      (select coalesce(json_agg(json_build_object('number', c.id, 'statement', c.statement, 'figure', ${FIGURE_JSON},
          'population', json_build_object('group', c.population_group, 'description', c.population_description,
            'ageMin', c.population_age_min, 'ageMax', c.population_age_max),
          'place', json_build_object('code', geo.code, 'name', geo.name, 'ancestors', geo.ancestors),
          'period', json_build_object('start', c.period_start, 'end', c.period_end, 'measure', c.period_measure,
            'label', c.period_label),
          'methodKind', m.kind, 'reliability', coalesce(g.reliability, 'not-graded'),
          'provisional', coalesce(g.provisional, true),
          'doesNotMeasure', c.does_not_measure) order by c.id), '[]')
        from claims c join geographies geo on geo.code = c.geography_code
        left join method_notes m on m.claim_id = c.id left join claim_grades g on g.claim_id = c.id
        where c.id in (select id from wanted)) as claims,
      (select coalesce(json_agg(json_build_object('id', x.id, 'claimId', 'C' || x.claim_id,
          'source', json_build_object('id', 'S' || s.id, 'shortName', s.short_name, 'title', s.title,
            'organisation', s.organisation, 'issued', s.issued, 'url', s.url),
          'locator', x.locator, 'figureAsPrinted', x.figure_as_printed, 'role', x.role,
          'originState', x.origin_state, 'drawnFromId', x.drawn_from_id, 'searchLog', x.search_log,
          'distortions', (select coalesce(json_agg(json_build_object('kind', d.kind, 'note', d.note) order by d.kind), '[]')
            from distortions d where d.citation_id = x.id)) order by x.id), '[]')
        from citations x join sources s on s.id = x.source_id where x.id in (select id from all_steps)) as steps,
      (select coalesce(json_agg(json_build_object('claimId', 'C' || l.from_id, 'after', 'C' || l.to_id, 'kind', l.kind,
          'note', l.note, 'seriesBreak', l.series_break, 'origin', (select json_build_object('id', 'S' || s.id, 'shortName', s.short_name,
              'issued', s.issued) from citations x join sources s on s.id = x.source_id
            where x.claim_id = l.from_id and x.origin_state = 'origin' order by s.issued nulls last, x.position limit 1))
          order by c.period_end nulls last, l.from_id), '[]')
        from line l join claims c on c.id = l.from_id where l.from_id <> ${number}) as successors,
      (select coalesce(json_agg('C' || id), '[]') from contradicting) as contradicting,
      (select coalesce(json_agg(json_build_object('kind', r.kind, 'from', 'C' || r.from_id, 'to', 'C' || r.to_id)
          order by r.from_id, r.to_id, r.kind), '[]') from claim_relations r
        where r.from_id in (select id from wanted) and r.to_id in (select id from wanted)) as relations
    where exists (select from claims where id = ${number})`,
  );
}

/** The lineage of a claim with its measures; null when no claim has this id. */
export async function getLineage(id: string): Promise<LineageDto | null> {
  if (!ClaimId.safeParse(id).success) return null;
  const row = await readLineage(Number(id.slice(1)));
  return row === null ? null : toLineage(id, row);
}

/** The DTO worked out from what the database has; pure. */
export function toLineage(id: string, row: LineageRow): LineageDto {
  const steps = row.steps.map(lineageStep);
  const facts = row.claims.map(({ number, ...claim }) => ({ id: `C${number}`, ...claim }));
  const lineage = lineageOf(id, steps, facts, new Set(row.contradicting));
  const claims = new Map(row.claims.map((claim) => [`C${claim.number}`, toClaim(claim)]));
  const claim = claims.get(id);
  if (claim === undefined) throw new Error(`${id} is among its own claims`);
  const { graph, edges, rivals, support } = lineage;
  const nodes = graph.components.flatMap(({ members }, component) =>
    members.flatMap((member): LineageNode[] => {
      const step = graph.step(member);
      return step === undefined ? [] : [toNode(step, component, graph.depthOf[graph.placeOf(member)] ?? 0)];
    }),
  );
  const inNodes = new Set(nodes.map((node) => node.claimId));
  return {
    claim,
    nodes,
    edges: nodes.flatMap((node) => {
      const edge = edges[graph.placeOf(node.id)];
      return edge ? [mutable(edge)] : [];
    }),
    components: graph.components.map((component) => mutable(component)),
    rivals: mutable(rivals),
    claims: [...claims.values()].filter((other) => other.id !== id && inNodes.has(other.id)),
    relations: row.relations,
    successors: successorsOf(row, claims),
    measures: { support, ...measuresOf(id, row, lineage) },
  };
}

/** Written out, not spread: objects that are spread have no common shape, and a large lineage takes twice as long. */
export function lineageStep(row: StepRow) {
  return {
    id: row.id,
    claimId: row.claimId,
    sourceId: row.source.id,
    issued: row.source.issued,
    organisation: row.source.organisation,
    role: row.role,
    originState: row.originState,
    drawnFromId: row.drawnFromId,
    figureAsPrinted: row.figureAsPrinted,
    distortions: row.distortions,
    source: row.source,
    locator: row.locator,
    searchLog: row.searchLog,
  };
}

/** DTOs are plain data; the domain gives what nobody may change. */
function mutable<T>(value: T): Mutable<T> {
  return value as Mutable<T>;
}
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

function toClaim(row: ClaimRow): LineageClaim {
  const { number, statement, figure, period, methodKind, reliability, provisional, doesNotMeasure } = row;
  return {
    id: `C${number}`,
    slug: slugOf(statement),
    statement,
    figure,
    period: periodText(period),
    methodKind,
    reliability,
    provisional,
    doesNotMeasure,
  };
}

function toNode(step: StepRow, component: number, depth: number): LineageNode {
  const { id, claimId, source, locator, figureAsPrinted, role, originState, searchLog, distortions } = step;
  return { id, claimId, source, locator, figureAsPrinted, role, originState, searchLog, distortions, component, depth };
}

/** A claim that follows two others is named once, after the one it supersedes before the one it continues. */
function successorsOf(row: LineageRow, claims: ReadonlyMap<string, LineageClaim>): Successor[] {
  const seen = new Set<string>();
  const sorted = [...row.successors].sort((a, b) => Number(b.kind === 'supersedes') - Number(a.kind === 'supersedes'));
  const kept = new Set(sorted.filter(({ claimId }) => !seen.has(claimId) && seen.add(claimId)));
  return row.successors.flatMap((successor) => {
    const [claim, before] = [claims.get(successor.claimId), claims.get(successor.after)];
    if (!kept.has(successor) || claim === undefined || before === undefined) return [];
    const { after, kind, note, origin, seriesBreak } = successor;
    const isBreak = isSeriesBreak({
      kind,
      recorded: seriesBreak,
      methodBefore: before.methodKind,
      methodAfter: claim.methodKind,
    });
    return [{ claim, after, kind, note, isBreak, origin }];
  });
}

function measuresOf(id: string, row: LineageRow, { graph }: ReturnType<typeof lineageOf>) {
  const contradicting = new Set(row.contradicting);
  const criticism = row.steps.filter((step) => contradicting.has(step.claimId)).map((step) => step.source.id);
  const ended = [
    ...row.successors
      .filter(({ after, kind }) => after === id && kind === 'supersedes')
      .map(({ origin }) => ({ since: origin?.issued ?? null, because: 'superseded' as const })),
    ...criticsOf(graph, id).map(({ issued }) => ({ since: issued, because: 'disputed' as const })),
  ];
  const fidelity = fidelityOf(countOutcomes(graph.steps.filter((step) => step.claimId === id)));
  return { fidelity, ...networkMeasures(graph, id, new Set(criticism)), zombie: zombieIndex(graph, id, ended) };
}
