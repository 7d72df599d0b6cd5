import type { Rule } from '../rule';

/** No citation leads back to an origin: nobody knows who made the figure. */
export const noPrimarySource: Rule = {
  id: 'PL002',
  slug: 'no-primary-source',
  title: 'No primary source traced',
  severity: 'warning',
  ofClaim: ({ support }) =>
    support.roots > 0
      ? []
      : [
          {
            message: `None of its ${support.citations} recorded citations leads back to a work that made the figure.`,
            remedy: 'Say that its origin is not known, or use a figure whose origin is.',
          },
        ],
};
