import { RELIABILITY } from '../../words';
import type { Rule } from '../rule';

/** A figure that may be far off stands there as if it could be relied on. */
export const lowWithoutCaveat: Rule = {
  id: 'PL006',
  slug: 'low-reliability-without-caveat',
  title: 'Low reliability without caveat',
  severity: 'warning',
  ofUse: ({ claim, isCaveatPrinted }) => {
    if (isCaveatPrinted || (claim.reliability !== 'low' && claim.reliability !== 'very-low')) return [];
    const { label, meaning } = RELIABILITY[claim.reliability];
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
