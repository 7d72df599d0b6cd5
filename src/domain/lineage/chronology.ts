import { isBefore } from '../partial-date';
import type { LineageGraph, Step } from './graph';

/**
 * Why there is more than one line of descent.
 *
 * - `older-than-its-origin`: the work came out before the one it is said to draw on
 * - `in-print-before`: the figure was in print before the claim's origin, and nothing ties it to that
 * - `second-origin`: another work states it as its own
 */
export type RivalReason = 'older-than-its-origin' | 'in-print-before' | 'second-origin';

export type Rival = { id: number; reason: RivalReason };

/** The first work in which the claim was stated, as far as is known; null where no origin has been found. */
export function firstOrigin<T extends Step>(graph: LineageGraph<T>, claimId: string): T | null {
  for (const { kind, root } of graph.components) {
    const step = graph.step(root ?? Number.NaN);
    if (kind === 'origin' && step?.claimId === claimId) return step;
  }
  return null;
}

/**
 * Where rival lineages begin, in the order of their dates. Dates are compared as far as they are known: two works of
 * 2002 without a month settle nothing.
 *
 * @param claimId the claim whose origin all is held against
 * @param contradicting claims that contradict it: their origins are rivals. What belongs to yet another claim (the origin
 * of what is misquoted, say) is on the way and rivals nothing.
 */
export function rivals(graph: LineageGraph, claimId: string, contradicting: ReadonlySet<string>): Rival[] {
  const origin = firstOrigin(graph, claimId);
  const found: Rival[] = [];
  for (let place = 0; place < graph.steps.length; place += 1) {
    const step = graph.steps[place];
    const drawnFrom = graph.steps[graph.parents[place] ?? -1];
    if (step === undefined) continue;
    if (drawnFrom !== undefined && isBefore(step.issued, drawnFrom.issued)) {
      found.push({ id: step.id, reason: 'older-than-its-origin' });
    } else if (
      origin !== null &&
      isRoot(step, origin) &&
      (step.claimId === claimId || contradicting.has(step.claimId))
    ) {
      if (isBefore(step.issued, origin.issued)) found.push({ id: step.id, reason: 'in-print-before' });
      else if (step.originState === 'origin') found.push({ id: step.id, reason: 'second-origin' });
    }
  }
  return found;
}

/** Another beginning: one and the same work does not rival itself. */
function isRoot(step: Step, origin: Step): boolean {
  return step.drawnFromId === null && step.id !== origin.id && step.sourceId !== origin.sourceId;
}
