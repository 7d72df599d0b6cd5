import type { Rule } from '../rule';
import type { CheckedClaim } from '../subject';
import { contentWords, isDenial } from '../wording';

/**
 * The sentence says what the claim is recorded not to measure. Words are compared, not meanings: all words that the
 * warning begins with, and that the claim's own statement does not have, stand in the sentence.
 */
export const misread: Rule = {
  id: 'PL021',
  slug: 'does-not-measure',
  title: '“Does not measure” violated',
  severity: 'error',
  ofSentence: ({ claim, sentence }) => {
    if (isDenial(sentence)) return [];
    const said = contentWords(sentence);
    return claim.doesNotMeasure
      .filter((warning) => {
        const own = ownWords(claim, warning);
        return own.size >= 1 && [...own].every((word) => said.has(word));
      })
      .map((warning) => ({
        message: `${claim.id} does not measure this: ${warning}`,
        remedy: 'Say only what it measures.',
        severity: ownWords(claim, warning).size > 1 ? ('error' as const) : ('warning' as const),
      }));
  },
};

/** What a warning is of: its words up to the colon, comma or full stop, without those of the claim itself. */
function ownWords({ statement, figure }: CheckedClaim, warning: string): Set<string> {
  const claim = contentWords(`${statement} ${figure.unit} ${figure.of ?? ''}`);
  return new Set([...contentWords(warning.split(/[:;,.]/)[0] ?? '')].filter((word) => !claim.has(word)));
}
