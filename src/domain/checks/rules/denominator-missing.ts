import type { Rule } from '../rule';
import { contentWords } from '../wording';

/** A share of nobody knows what says nothing. */
export const denominatorMissing: Rule = {
  id: 'PL015',
  slug: 'denominator-missing',
  title: 'Denominator missing',
  severity: 'warning',
  ofClaim: ({ figure: { kind, of } }) =>
    (kind !== 'percentage' && kind !== 'rate' && kind !== 'ratio') || of !== null
      ? []
      : [
          {
            message: 'It is a share or rate, and of what is not established.',
            remedy: 'Record what it is a share of.',
          },
        ],
  ofSentence: ({ claim, around, isCaveatPrinted }) => {
    const { kind, of } = claim.figure;
    if (kind !== 'percentage' || of === null || isCaveatPrinted) return [];
    const [whole, said] = [contentWords(of), contentWords(around)];
    // Words of the whole are often reworded; one of them in two has to be there.
    const found = [...whole].filter((word) => said.has(word)).length;
    if (whole.size === 0 || found * 2 >= whole.size) return [];
    return [
      { message: `${claim.id} is a share of ${of}; the text does not say so.`, remedy: `Say of what: of ${of}.` },
    ];
  },
};
