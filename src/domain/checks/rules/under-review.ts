import type { Rule } from '../rule';

/** The grade was settled, and something that it rests on has changed since. */
export const underReview: Rule = {
  id: 'PL005',
  slug: 'under-review',
  title: 'Grade under review',
  severity: 'warning',
  ofClaim: ({ underReview: review }) =>
    review === null
      ? []
      : [
          {
            message: `Its grade has been under review since ${review.since.slice(0, 10)}: ${review.reasons.join(' ')}`,
            remedy: 'Wait until it is settled again, or say that it is being looked at.',
          },
        ],
};
