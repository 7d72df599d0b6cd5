import { olderTermSpans } from '../../own-words';
import type { Rule } from '../rule';

/** Terms that lay what was done to children at their door, and have better ones. */
export const olderTerm: Rule = {
  id: 'PL020',
  slug: 'older-term',
  title: 'Term that is not preferred',
  severity: 'warning',
  ofText: (text) =>
    olderTermSpans(text).map(({ term, span }) => ({
      message: `“${term}” is a term that the Luxembourg guidelines ask to avoid.`,
      remedy: 'Use the preferred term (see Terminology), or set it in quotation marks where a source is quoted.',
      span,
    })),
};
