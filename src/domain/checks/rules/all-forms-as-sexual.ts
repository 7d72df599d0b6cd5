import type { Rule } from '../rule';
import type { CheckedClaim } from '../subject';
import { isDenial } from '../wording';

const ANY_PURPOSE =
  /\b(?:any|every|all)(?: (?:kinds?|forms?|purposes?|types?)(?: of)?)? (?:exploitation|trafficking|purposes?|forms?|forced labour)\b/i;
/** Every form of one that is sexual anyway. */
const ANY_SEXUAL = /\b(?:any|every|all) (?:kinds?|forms?) of (?:[\p{L}-]+ ){0,2}sexual\b/giu;
const SEXUAL = /\bsex(?:ual|ually)?\b|\bprostitution\b|\bCSEC\b/i;
const VIOLENCE = /\bsexual(?:ly)? (?:violence|assault(?:ed)?|abused?)|\braped\b/i;
const TOGETHER =
  /\b(?:any|every|all) (?:\p{L}+ ){0,3}(?:form|purpose|kind|exploitation)|\b(?:forced labour|labour|including|among them|other forms)\b/iu;

/** A figure for every form of exploitation said of sexual exploitation. */
export const allFormsAsSexual: Rule = {
  id: 'PL016',
  slug: 'all-forms-as-sexual',
  title: 'All forms of exploitation given as sexual',
  severity: 'error',
  ofSentence: ({ claim, sentence, wording }) => {
    // A figure on sexual violence is about every form of it, and rightly said of sexual violence.
    if (wording === 'sentence' || VIOLENCE.test(claim.statement) || !isOfAllForms(claim) || isDenial(sentence))
      return [];
    const sexual = SEXUAL.exec(sentence);
    if (sexual === null || TOGETHER.test(sentence)) return [];
    return [
      {
        message: `${claim.id} is about every form of exploitation (${claim.population.description}); the sentence is about sexual exploitation.`,
        remedy: 'Say that it covers all forms, or use a figure for sexual exploitation.',
        span: { start: sexual.index, end: sexual.index + sexual[0].length },
      },
    ];
  },
};

/** Said by its population or definition, or by what it does not measure: "Sexual exploitation: …". */
function isOfAllForms({ population, definition, doesNotMeasure, figure }: CheckedClaim): boolean {
  const own = [population.description, definition ?? '', figure.of ?? ''].join(' ').replace(ANY_SEXUAL, ' ');
  return ANY_PURPOSE.test(own) || doesNotMeasure.some((text) => /^(?:commercial )?sexual exploitation\b/i.test(text));
}
