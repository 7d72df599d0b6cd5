import type { Rule } from '../rule';
import { isDenial } from '../wording';

const MANY =
  /\b(?:several|many|multiple|various|numerous|independent|different|two|three|four|five)(?: \p{L}+)? (?:sources|studies|reports|organi[sz]ations|agencies|estimates|experts|surveys|researchers)\b/iu;

/** Citations beyond which one root passes for many. */
const REPEATED = 3;

/** Many citations with one root are one piece of evidence. */
export const oneRootAsMany: Rule = {
  id: 'PL018',
  slug: 'one-root-as-many',
  title: 'One root presented as many sources',
  severity: 'warning',
  ofClaim: ({ support }) =>
    support.roots !== 1 || support.citations < REPEATED
      ? []
      : [
          {
            message: `Its ${support.citations} citations go back to one work.`,
            remedy: 'Cite the one work that made it; who repeats it adds nothing.',
            severity: 'note',
          },
        ],
  ofSentence: ({ claim, sentence }) => {
    const many = MANY.exec(sentence);
    if (many === null || claim.support.roots > 1 || isDenial(sentence)) return [];
    return [
      {
        message: `The sentence speaks of “${many[0]}”; ${claim.support.roots === 0 ? `no origin of ${claim.id} is known` : `all that is recorded of ${claim.id} goes back to one work`}.`,
        remedy: 'Name the one work, or say that its origin is not known.',
        span: { start: many.index, end: many.index + many[0].length },
      },
    ];
  },
};
