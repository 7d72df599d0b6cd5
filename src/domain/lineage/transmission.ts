import { type CitationRole, type DistortionKind, MINOR_DISTORTIONS, type OriginState } from '../citation';
import type { TransmissionFidelity } from '../grade';
import { isOnward } from './fidelity';

type Link = { originState: OriginState; role: CitationRole; distortions: readonly { kind: DistortionKind }[] };

export type Transmission = {
  /** Null where no onward citation is recorded: nothing was passed on, so nothing can be said of how. */
  fidelity: TransmissionFidelity | null;
  /** Citations that passed the figure on, traced or not. */
  passedOn: number;
};

/**
 * How faithfully a claim was passed on: the worst that happened to it on the way. A claim none of whose citations
 * leads back to an origin is untraced, whatever its copies look like.
 */
export function transmissionOf(citations: readonly Link[]): Transmission {
  const onward = citations.filter(isOnward);
  const traced = citations.some((c) => c.originState === 'origin') || onward.some((c) => c.originState === 'drawn');
  if (!traced) return { fidelity: 'untraced', passedOn: onward.length };
  if (onward.length === 0) return { fidelity: null, passedOn: 0 };
  const kinds = onward.flatMap((c) => c.distortions.map((d) => d.kind));
  const major = kinds.some((kind) => !MINOR_DISTORTIONS.has(kind));
  const fidelity = major ? 'major-distortion' : kinds.length > 0 ? 'minor-distortion' : 'accurate';
  return { fidelity, passedOn: onward.length };
}
