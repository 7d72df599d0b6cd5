import type { Rule } from '../rule';
import { countsContent, isDenial, thingsAfter } from '../wording';

/** Reports are not children, and images are not victims: one child may be in thousands, and most reports name none. */
export const reportsAsChildren: Rule = {
  id: 'PL017',
  slug: 'reports-as-children',
  title: 'Reports or images counted as children',
  severity: 'error',
  ofUse: ({ claim, sentence, figure }) => {
    if (!countsContent(claim) || isDenial(sentence)) return [];
    if (thingsAfter({ sentence, figure }) !== 'people') return [];
    return [
      {
        message: `${claim.id} counts ${claim.figure.unit}; the sentence makes them people.`,
        remedy: `Write “${claim.figure.unit}” behind the figure.`,
        span: figure,
      },
    ];
  },
};
