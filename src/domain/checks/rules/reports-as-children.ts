import { PEOPLE } from '../../lineage/printed-figure';
import type { Rule } from '../rule';
import { countsContent, isDenial, thingsAfter } from '../wording';

const SHARE_OF_PEOPLE = /\b(?:per cent|%) of (?:the )?(?:victims|children)\b/i;

/** Reports are not children, and images are not victims: one child may be in thousands, and most reports name none. */
export const reportsAsChildren: Rule = {
  id: 'PL017',
  slug: 'reports-as-children',
  title: 'Reports or images counted as children',
  severity: 'error',
  ofSentence: ({ claim, sentence, figure }) => {
    if (!countsContent(claim) || isDenial(sentence)) return [];
    if (thingsAfter({ sentence, figure }) !== 'people') return [];
    // A share of the victims who are seen in reports is said of people, and rightly.
    if (claim.figure.of !== null && PEOPLE.test(claim.figure.of)) return [];
    if (claim.figure.kind === 'percentage' && SHARE_OF_PEOPLE.test(claim.statement)) return [];
    const things = claim.figure.kind === 'count' ? claim.figure.unit : claim.population.description;
    return [
      {
        message: `${claim.id} counts this: ${things}; the sentence makes them people.`,
        remedy: `Say what is counted: ${things}.`,
        span: figure,
      },
    ];
  },
};
