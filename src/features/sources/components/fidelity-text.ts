import { RANKED_MIN } from '../../../domain/lineage/fidelity';
import type { FidelityDto } from '../schema';

/** What became of the figures, in words and counts: `4 without a recorded distortion, 2 with a minor one, 1 untraced`. */
export function outcomesText({ accurate, minor, major, untraced }: FidelityDto): string {
  const distorted = (count: number, weight: string) =>
    `${count} with a ${weight} ${accurate === 0 ? 'distortion' : 'one'}`;
  const parts = [
    // Not "accurate": a wording that nobody here has seen has no distortion recorded either.
    accurate === 0 ? [] : [`${accurate} without a recorded distortion`],
    minor === 0 ? [] : [distorted(minor, 'minor')],
    major === 0 ? [] : [distorted(major, 'major')],
    untraced === 0 ? [] : [`${untraced} untraced`],
  ].flat();
  return parts.length === 0 ? 'none' : parts.join(', ');
}

const percent = (share: number) => Math.round(share * 100);

/** `54 %`; a share of fewer than five is not given. */
export function shareText({ share, ranked }: FidelityDto): string | null {
  return share === null || !ranked ? null : `${percent(share)} %`;
}

/** `44–64 %`; where the share is not given, neither is this. */
export function intervalOfShareText({ interval, ranked }: FidelityDto): string | null {
  return interval === null || !ranked ? null : `${percent(interval.low)}–${percent(interval.high)} %`;
}

/** Why there is no share. */
export const TOO_FEW = `Fewer than ${RANKED_MIN} traced citations: too few for a share.`;
