import { type Distortion, MINOR_DISTORTIONS } from '../citation';
import type { Figure } from '../figure';
import { type Disagreement, disagreement } from './agreement';
import { type Rival, rivals } from './chronology';
import {
  type ClaimFacts,
  type Difference,
  differences,
  numbered,
  type PrintedReader,
  printedReader,
  type Statement,
} from './difference';
import { lineageGraph, type LineageGraph, type Step } from './graph';
import { areNumbersKnown } from './number-difference';
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

/** As the worst that was recorded; of what only a rule found it is not known how bad it is. */
export type Severity = 'none' | 'minor' | 'major' | 'unrecorded';

export type Lineage<T extends LineageStep = LineageStep> = {
  graph: LineageGraph<T>;
  /** By the citation they lead to. */
  edges: ReadonlyMap<number, Edge>;
  rivals: readonly Rival[];
  support: Support;
};

/**
 * @param claimId the claim in question
 * @param steps its citations and those of other claims that belong to its lineage, each with what it drew from
 * @param claims every claim that a step belongs to
 * @throws Error when a claim or a citation that is drawn on is not given
 */
export function lineageOf<T extends LineageStep>(
  claimId: string,
  steps: readonly T[],
  claims: readonly ClaimFacts[],
): Lineage<T> {
  const graph = lineageGraph(steps);
  const facts = new Map(claims.map((claim) => [claim.id, claim]));
  const statementOf = (step: T): Statement => {
    const claim = facts.get(step.claimId);
    if (claim === undefined) throw new Error(`claim ${step.claimId} is not given`);
    return { claim, printed: printedOf(step, claim.figure), isOrigin: step.originState === 'origin' };
  };
  const read = printedReader();
  const known = [...new Set(steps.flatMap((step) => step.organisation ?? []))];
  const edges = new Map<number, Edge>();
  for (const { members, root } of graph.components) {
    const rootStep = graph.steps.get(root ?? Number.NaN);
    for (const id of members) {
      const step = graph.steps.get(id);
      const drawnFrom = graph.steps.get(step?.drawnFromId ?? Number.NaN);
      if (step === undefined || drawnFrom === undefined) continue;
      const sources = [
        ...new Set(
          [drawnFrom.organisation, rootStep?.organisation, step.organisation].filter(
            (name) => typeof name === 'string',
          ),
        ),
      ];
      edges.set(id, edgeOf(statementOf(drawnFrom), statementOf(step), drawnFrom, step, read, { sources, known }));
    }
  }
  return { graph, edges, rivals: rivals(graph, claimId), support: independentSupport(graph, claimId) };
}

/** An origin is printed as its claim says, where the citation itself does not tell. */
function printedOf({ originState, figureAsPrinted }: LineageStep, { asPrinted }: Figure): string | null {
  return figureAsPrinted ?? (originState === 'origin' ? asPrinted : null);
}

function edgeOf(
  from: Statement,
  to: Statement,
  drawnFrom: LineageStep,
  step: LineageStep,
  read: PrintedReader,
  credit: { sources: readonly string[]; known: readonly string[] },
): Edge {
  // A critic that tells what others print distorts nothing by it.
  const isCritic = step.role === 'disputes' || step.role === 'corrects';
  const computed = isCritic ? [] : differences(from, to, read, credit);
  const recorded = step.distortions.map(({ kind }) => kind);
  const numbersKnown = areNumbersKnown(numbered(from, read), numbered(to, read));
  return {
    from: drawnFrom.id,
    to: step.id,
    computed,
    recorded: step.distortions,
    disagreement: isCritic ? null : disagreement(computed, recorded, numbersKnown),
    severity: severityOf(step.distortions, computed),
  };
}

function severityOf(recorded: readonly Distortion[], computed: readonly Difference[]): Severity {
  if (recorded.some(({ kind }) => !MINOR_DISTORTIONS.has(kind))) return 'major';
  if (recorded.length > 0) return 'minor';
  return computed.length > 0 ? 'unrecorded' : 'none';
}
