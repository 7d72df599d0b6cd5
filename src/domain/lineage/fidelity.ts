import { type CitationRole, type DistortionKind, isCritic, MINOR_DISTORTIONS, type OriginState } from '../citation';
import type { TransmissionFidelity } from '../grade';

// How often a source or an organisation passes figures on as it found them. The rule that a grade of one claim follows
// stands in transmission.ts; here many citations are counted, each for itself.

type Link = { originState: OriginState; role: CitationRole; distortions: readonly { kind: DistortionKind }[] };

/** Of fewer traced citations than this a share says next to nothing: none is ranked, and none gets an interval shown. */
export const RANKED_MIN = 5;

/** Whether a citation passes a figure on: it is no origin of it, and no critic. */
export function isOnward(citation: Pick<Link, 'originState' | 'role'>): boolean {
  return citation.originState !== 'origin' && !isCritic(citation);
}

/**
 * What became of the figure in one onward citation. Where nobody knows what it drew on there is nothing to compare it
 * with: it is untraced, whatever distortions are recorded, and never accurate.
 */
export function outcomeOf({
  originState,
  distortions,
}: Pick<Link, 'originState' | 'distortions'>): TransmissionFidelity {
  if (originState === 'untraced') return 'untraced';
  if (distortions.length === 0) return 'accurate';
  return distortions.some(({ kind }) => !MINOR_DISTORTIONS.has(kind)) ? 'major-distortion' : 'minor-distortion';
}

/** Onward citations by what became of the figure. Each stands in exactly one of the four. */
export type FidelityCounts = { accurate: number; minor: number; major: number; untraced: number };

/** Counts the onward citations among these; origins and critics are passed over. */
export function countOutcomes(citations: readonly Link[]): FidelityCounts {
  const outcomes = citations.filter(isOnward).map(outcomeOf);
  const count = (wanted: TransmissionFidelity) => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    accurate: count('accurate'),
    minor: count('minor-distortion'),
    major: count('major-distortion'),
    untraced: count('untraced'),
  };
}

export type Fidelity = FidelityCounts & {
  /** Onward citations, traced or not. */
  n: number;
  /** Those of them whose own source is known. */
  traced: number;
  /** Accurate ones among the traced, 0–1; null where none is traced. */
  share: number | null;
  /** 95 % interval of the share (Wilson), 0–1; null where none is traced. */
  interval: { low: number; high: number } | null;
  /** Enough traced citations (RANKED_MIN) to set it beside others. */
  ranked: boolean;
};

/** Share, interval and whether there is enough to rank by. */
export function fidelityOf(counts: FidelityCounts): Fidelity {
  const { accurate, minor, major, untraced } = counts;
  const traced = accurate + minor + major;
  return {
    accurate,
    minor,
    major,
    untraced,
    n: traced + untraced,
    traced,
    share: traced === 0 ? null : accurate / traced,
    interval: traced === 0 ? null : wilsonInterval(accurate, traced),
    ranked: traced >= RANKED_MIN,
  };
}

/** The 97.5th percentile of the standard normal distribution: 95 % lie within ± this. */
const Z = 1.959963984540054;

/**
 * Score interval for a proportion at 95 % (Wilson 1927, JASA 22:209–212): stays within 0–1 and holds for small n,
 * where the usual ± would not.
 *
 * @param successes 0–n
 * @param n at least 1
 */
export function wilsonInterval(successes: number, n: number): { low: number; high: number } {
  const share = successes / n;
  const spread = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  const middle = share + Z ** 2 / (2 * n);
  const scale = 1 + Z ** 2 / n;
  // At both ends the formula gives exactly 0 and 1; floating point misses them by a hair.
  return {
    low: successes === 0 ? 0 : (middle - spread) / scale,
    high: successes === n ? 1 : (middle + spread) / scale,
  };
}

/**
 * Those with enough traced citations, the most faithful first; equal shares have equal ranks (1, 2, 2, 4). What comes
 * first among equals is decided by the number of traced citations and then by name, so that input order never matters.
 */
export function rankedByFidelity<T extends { name: string; fidelity: Fidelity }>(
  entries: readonly T[],
): { rank: number; entry: T }[] {
  const sorted = entries
    .filter(({ fidelity }) => fidelity.ranked)
    .sort(
      (a, b) =>
        (b.fidelity.share ?? 0) - (a.fidelity.share ?? 0) ||
        b.fidelity.traced - a.fidelity.traced ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    );
  const shares = sorted.map(({ fidelity }) => fidelity.share);
  return sorted.map((entry) => ({ rank: shares.indexOf(entry.fidelity.share) + 1, entry }));
}
