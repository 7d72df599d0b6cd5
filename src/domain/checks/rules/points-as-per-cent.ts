import type { Rule } from '../rule';
import { isDenial, saidOf } from '../wording';

/** From 20 to 27 per cent is a rise of seven percentage points, and of 35 per cent. */
export const pointsAsPerCent: Rule = {
  id: 'PL009',
  slug: 'points-as-per-cent',
  title: 'Percentage points given as per cent',
  severity: 'error',
  ofSentence: (use) => {
    if (use.claim.figure.kind !== 'percentage-points' || isDenial(use.sentence)) return [];
    const said = saidOf({ sentence: use.sentence.slice(use.figure.start, use.figure.end + 24) });
    if (!said.numbers.some(({ scale }) => scale === 'per-cent')) return [];
    return [
      {
        message: `${use.claim.id} is a difference of ${use.claim.figure.value ?? 'so many'} percentage points; the sentence says per cent.`,
        remedy: 'Write “percentage points”, and say between which two shares.',
        span: use.figure,
      },
    ];
  },
};
