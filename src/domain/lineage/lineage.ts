import { type Distortion, isCritic, MINOR_DISTORTIONS } from '../citation';
import { type Disagreement, disagreement } from './agreement';
import { type Rival, rivals } from './chronology';
import {
  attributionDifference,
  type ClaimFacts,
  type Comparison,
  compared,
  type Difference,
  nameFinder,
  type Statement,
} from './difference';
import { lineageGraph, type LineageGraph, type Step } from './graph';
import { independentSupport, type Support } from './support';

// The lineage of a claim put together: the graph, and for each citation what changed on the way to it.

/** A citation as the lineage reads it. */
export type LineageStep = Step & {
  organisation: string | null;
  figureAsPrinted: string | null;
  distortions: readonly Distortion[];
};

/** What changed between a citation and the one it drew from: by rule, as recorded, and where the two differ. */
export type Edge = {
  from: number;
  to: number;
  computed: readonly Difference[];
  recorded: readonly Distortion[];
  disagreement: Disagreement | null;
  severity: Severity;
};

/**
 * As the worst that was recorded; of what only a rule found (`unrecorded`) it is not known how bad it is. `unknown`:
 * nothing is recorded, and the wording that could be compared is not known.
 */
export type Severity = 'none' | 'minor' | 'major' | 'unrecorded' | 'unknown';

export type Lineage<T extends LineageStep = LineageStep> = {
  graph: LineageGraph<T>;
  /** At the place of the citation that each leads to; null for a root. */
  edges: readonly (Edge | null)[];
  rivals: readonly Rival[];
  support: Support;
};

/**
 * @param claimId the claim in question
 * @param steps its citations and those of other claims that belong to its lineage, each with what it drew from
 * @param claims every claim that a step belongs to
 * @param contradicting ids of the claims that contradict it
 * @throws Error when a claim or a citation that is drawn on is not given
 */
export function lineageOf<T extends LineageStep>(
  claimId: string,
  steps: readonly T[],
  claims: readonly ClaimFacts[],
  contradicting: ReadonlySet<string> = new Set(),
): Lineage<T> {
  const graph = lineageGraph(steps);
  const organisations = new Set<string>();
  for (const { organisation } of steps) if (organisation !== null) organisations.add(organisation);
  const stated = statements(claims, nameFinder([...organisations]));
  const saidAt = graph.steps.map(stated);
  const edges: (Edge | null)[] = new Array(graph.steps.length).fill(null);
  for (let place = 0; place < graph.steps.length; place += 1) {
    const parent = graph.parents[place] ?? -1;
    const step = graph.steps[place];
    const to = saidAt[place];
    const drawnFrom = graph.steps[parent];
    const from = saidAt[parent];
    if (step === undefined || to === undefined || drawnFrom === undefined || from === undefined) continue;
    const { differences, areNumbersKnown } = comparedOnce(from, to);
    // Few wordings name anybody: only for those it is asked who stands at the root.
    const credited = to.named.length === 0 ? [] : attributionDifference(to.named, creditOf(graph, drawnFrom, step));
    const found = credited.length === 0 ? differences : [...differences, ...credited];
    edges[place] = edgeOf(drawnFrom, step, found, areNumbersKnown);
  }
  return { graph, edges, rivals: rivals(graph, claimId, contradicting), support: independentSupport(graph, claimId) };
}

/** Whom a figure may rightly be credited to: what it was drawn from, its root, and the citing work itself. */
function creditOf(graph: LineageGraph<LineageStep>, drawnFrom: LineageStep, step: LineageStep): string[] {
  const root = graph.components[graph.componentOf[graph.placeOf(step.id)] ?? -1]?.root ?? null;
  const organisations = [drawnFrom, root === null ? undefined : graph.step(root), step].map(
    (work) => work?.organisation ?? null,
  );
  return organisations.filter((name) => name !== null);
}

type Stated = {
  /** Its number among the different things that are stated. */
  index: number;
  statement: Statement;
  named: readonly string[];
  /** What it was compared with so far, by the index of the other. */
  comparisons: Comparison[];
};

/** What each step states, and whom it names. Steps that state the same get the same: a claim is printed in few ways. */
function statements(
  claims: readonly ClaimFacts[],
  namedIn: (printed: string) => readonly string[],
): (step: LineageStep) => Stated {
  let count = 0;
  const wordings = () => new Map<string | null, Stated>();
  const known = new Map(claims.map((claim) => [claim.id, { claim, first: wordings(), onward: wordings() }]));
  return ({ claimId, figureAsPrinted, originState }) => {
    const found = known.get(claimId);
    if (found === undefined) throw new Error(`claim ${claimId} is not given`);
    const { claim, first, onward } = found;
    const isOrigin = originState === 'origin';
    const ofWording = isOrigin ? first : onward;
    let stated = ofWording.get(figureAsPrinted);
    if (stated === undefined) {
      // An origin is printed as its claim says, where the citation itself does not tell.
      const printed = figureAsPrinted ?? (isOrigin ? claim.figure.asPrinted : null);
      const named = printed === null ? [] : namedIn(printed);
      stated = { index: count, statement: { claim, printed, isOrigin }, named, comparisons: [] };
      count += 1;
      ofWording.set(figureAsPrinted, stated);
    }
    return stated;
  };
}

/** Compares what two steps state, each pair once. */
function comparedOnce(from: Stated, to: Stated): Comparison {
  let comparison = from.comparisons[to.index];
  if (comparison === undefined) {
    comparison = compared(from.statement, to.statement);
    from.comparisons[to.index] = comparison;
  }
  return comparison;
}

function edgeOf(from: LineageStep, step: LineageStep, found: readonly Difference[], numbersKnown: boolean): Edge {
  // A critic that tells what others print distorts nothing by it.
  const computed = isCritic(step) ? [] : found;
  return {
    from: from.id,
    to: step.id,
    computed,
    recorded: step.distortions,
    disagreement: isCritic(step) ? null : disagreement(computed, step.distortions, numbersKnown),
    severity: severityOf(step.distortions, computed, step.figureAsPrinted !== null || step.claimId !== from.claimId),
  };
}

function severityOf(recorded: readonly Distortion[], computed: readonly Difference[], isComparable: boolean): Severity {
  if (recorded.some(({ kind }) => !MINOR_DISTORTIONS.has(kind))) return 'major';
  if (recorded.length > 0) return 'minor';
  if (computed.length > 0) return 'unrecorded';
  return isComparable ? 'none' : 'unknown';
}
