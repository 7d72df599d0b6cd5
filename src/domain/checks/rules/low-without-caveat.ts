import { RELIABILITY } from '../../words';
import type { Rule } from '../rule';

/** A figure that may be far off stands there as if it could be relied on. */
export const lowWithoutCaveat: Rule = {
  id: 'PL006',
  slug: 'low-reliability-without-caveat',
  title: 'Low reliability without caveat',
  severity: 'warning',
  ofUse: ({ claim, isCaveatPrinted }) => {
    if (claim.reliability !== 'low' && claim.reliability !== 'very-low') return [];
    const { label, meaning } = RELIABILITY[claim.reliability];
    if (isCaveatPrinted) return claim.reliability === 'low' ? [] : [unfit(claim.id)];
    return [
      {
        message: `The reliability of ${claim.id} is ${label.toLowerCase()}: ${meaning}`,
        remedy: 'Print its caveat with it, or leave the figure out.',
        severity: claim.reliability === 'very-low' ? 'error' : 'warning',
      },
    ];
  },
  ofClaim: ({ reliability, methodNote }) =>
    reliability !== 'low' && reliability !== 'very-low'
      ? []
      : (methodNote?.limits.length ?? 0) > 0
        ? []
        : [
            {
              message: 'Its reliability is low, and its method note names no limit.',
              remedy: 'Record the limits that the grade rests on.',
              severity: 'note',
            },
          ],
};

/** Its caveat stands beneath it, and whoever puts it there should still know. */
function unfit(id: string) {
  const { label, meaning } = RELIABILITY['very-low'];
  return {
    message: `The reliability of ${id} is ${label.toLowerCase()}. ${meaning}`,
    remedy: 'Say in the sentence itself how unsure it is, use a better figure, or leave it out.',
    severity: 'warning' as const,
  };
}
