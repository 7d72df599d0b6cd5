import { periodText } from '../../period-text';
import type { Rule } from '../rule';
import { namesYear } from '../wording';

/** Without its year a figure never grows old. */
export const periodMissing: Rule = {
  id: 'PL012',
  slug: 'period-missing',
  title: 'Period missing',
  severity: 'warning',
  ofClaim: ({ period, figure }) =>
    period.start !== null || period.end !== null || figure.kind === 'direction'
      ? []
      : [
          {
            message: 'What time the figure speaks of is not established.',
            remedy: 'Look it up in the origin; until then say that the period is not known.',
          },
        ],
  ofSentence: ({ claim, around, isCaveatPrinted }) => {
    const period = periodText(claim.period);
    if (period === null || isCaveatPrinted || namesYear(around)) return [];
    return [{ message: `The time it speaks of (${period}) is not said.`, remedy: `Add the period: ${period}.` }];
  },
};
