import type { Rule } from '../rule';
import { isDenial } from '../wording';

const NUMBER_OF = /\b(?:the )?(?:total )?numbers? of (?:\p{L}+ ){0,3}$/iu;
/** "15 and 22 per cent": the sign behind the second is that of the first too. */
const SHARES_A_SIGN = /^\s*(?:,|and|or|to|[-–])\s*[\d.,]+\s*(?:%|per ?cent|pct)/i;
const GROWTH =
  /\b(?:increas\w+|ris(?:e|es|ing|en)|rose|grew|grow\w*|growth|up|fell|fall\w*|drop\w*|declin\w+|decreas\w+|more|fewer)\b/i;

/** A share of those who were counted is not how many there are, and its change is not the change of a count. */
export const shareAsCount: Rule = {
  id: 'PL010',
  slug: 'share-as-count',
  title: 'Share given as a count',
  severity: 'error',
  ofSentence: ({ claim, sentence, figure }) => {
    const { kind, of } = claim.figure;
    if ((kind !== 'percentage' && kind !== 'percentage-points') || isDenial(sentence)) return [];
    const after = sentence.slice(figure.end, figure.end + 120);
    const saysCount = /^(?:\s*(?:%|per ?cent|percentage points?))?\s*(?:\p{L}+\s+){0,4}?in the numbers? of\b/iu.test(
      after,
    );
    const isOfNumber = NUMBER_OF.test(sentence.slice(0, figure.start));
    const isPlain =
      !/%|per ?cent|percent|pct|points?|\bin\b|\bof\b|third|quarter|half|fifth/i.test(
        sentence.slice(figure.start, figure.end + 14),
      ) && !SHARES_A_SIGN.test(sentence.slice(figure.end));
    if (!saysCount && !isOfNumber && !isPlain) return [];
    const isChange = GROWTH.test(sentence);
    return [
      {
        message: `${claim.id} is a share${of === null ? '' : ` of ${of}`}; the sentence makes it ${isChange ? 'the change of a number' : 'a number'}.`,
        remedy: `Write it as a share${of === null ? ', and say of what' : ` of ${of}`}.`,
        span: figure,
      },
    ];
  },
};
