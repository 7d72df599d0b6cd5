import { type DistortionKind, isCritic } from '../citation';
import { isBefore, type PartialDate, yearOf } from '../partial-date';
import type { LineageGraph, Step } from './graph';
import { isOnward } from './fidelity';
import { independentSupport } from './support';

// Measures of how a claim lives on by being cited. Terms after S. A. Greenberg, "How citation distortions create
// unfounded authority: analysis of a citation network", BMJ 2009;339:b2680. There they are told of a network of papers
// on one belief; here they are counts over the recorded citations of one claim, each given with its n.

/** A citation with what was found and recorded of it. */
export type Told = Step & { distortions: readonly { kind: DistortionKind }[] };

export type NetworkMeasures = {
  /**
   * Citation bias: of the works that passed the claim on when criticism of it was already in print, how many tell of
   * that criticism. Null where no dated criticism is recorded.
   */
  bias: { criticisedSince: PartialDate; passedOn: number; tellOfIt: number } | null;
  /** Amplification: citations without data of their own, and the works with data that they all go back to. */
  amplification: { withData: number; withoutData: number };
  /** Invention: an estimate or hypothesis that was hardened into fact on the way, of all that pass it on. */
  invention: { hardened: number; of: number };
};

/** The distortion that turns what was hedged into what reads as measured. */
const HARDENS: DistortionKind = 'caveat-dropped';

/**
 * @param claimId the claim whose citations are measured
 * @param criticism ids of sources that also state a claim which contradicts this one: they tell of the criticism
 */
export function networkMeasures(
  graph: LineageGraph<Told>,
  claimId: string,
  criticism: ReadonlySet<string> = new Set(),
): NetworkMeasures {
  const own = graph.steps.filter((step) => step.claimId === claimId);
  const passing = own.filter(isOnward);
  const critics = criticsOf(graph, claimId);
  const telling = new Set([...criticism, ...critics.map((critic) => critic.sourceId)]);
  const since = earliest(critics.map((critic) => critic.issued));
  const later = since === null ? [] : passing.filter((step) => isBefore(since, step.issued));
  return {
    bias:
      since === null
        ? null
        : {
            criticisedSince: since,
            passedOn: later.length,
            tellOfIt: later.filter((step) => telling.has(step.sourceId)).length,
          },
    amplification: {
      withData: independentSupport(graph, claimId).roots,
      withoutData: passing.length,
    },
    invention: {
      hardened: passing.filter((step) => step.distortions.some(({ kind }) => kind === HARDENS)).length,
      of: passing.length,
    },
  };
}

/**
 * The citations that dispute or correct the claim. The work that everything goes back to is none of them: what it says
 * of its own figure was there before anybody could pass the claim on, or misquote it.
 */
export function criticsOf<T extends Step>(graph: LineageGraph<T>, claimId: string): T[] {
  const roots = new Set(graph.components.map(({ root }) => graph.step(root ?? Number.NaN)?.sourceId));
  return graph.steps.filter((step) => step.claimId === claimId && isCritic(step) && !roots.has(step.sourceId));
}

/** The earliest date that is known; of two that may be the same, the one with the earlier first day. */
function earliest(dates: readonly (PartialDate | null)[]): PartialDate | null {
  const known = dates.filter((date) => date !== null);
  return known.length === 0
    ? null
    : known.reduce((first, date) => (isBefore(date, first) || date < first ? date : first));
}

export type Zombie = {
  /** Superseded or disputed since then. */
  since: PartialDate;
  because: 'superseded' | 'disputed';
  /** Citations that passed the claim on later than that, and all whose date settles it. */
  after: number;
  of: number;
  /** Years from then to each citation after it, by the calendar: smallest, median, largest; null where there is none. */
  age: { least: number; median: number; most: number } | null;
};

/**
 * Whether the claim walks on: citations made after it was superseded or disputed. What is undated counts on neither
 * side. Null where it is neither, or nobody knows since when.
 *
 * @param ended since when, and why
 */
export function zombieIndex(
  graph: LineageGraph,
  claimId: string,
  ended: readonly { since: PartialDate | null; because: Zombie['because'] }[],
): Zombie | null {
  const since = earliest(ended.map((end) => end.since));
  const because = ended.find((end) => end.since === since)?.because;
  if (since === null || because === undefined) return null;
  const passing = graph.steps.filter((step) => step.claimId === claimId && isOnward(step));
  const after = passing.filter((step) => isBefore(since, step.issued));
  const settled = after.length + passing.filter((step) => isBefore(step.issued, since)).length;
  const ages = after.map((step) => (yearOf(step.issued) ?? 0) - (yearOf(since) ?? 0)).sort((a, b) => a - b);
  return { since, because, after: after.length, of: settled, age: agesOf(ages) };
}

function agesOf(sorted: readonly number[]): Zombie['age'] {
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return null;
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? most;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
  return { least, median, most };
}
