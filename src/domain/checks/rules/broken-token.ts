import type { Rule } from '../rule';

/** What looks like the name of a claim and is none: printed, it would be a hole in the sentence. */
export const brokenToken: Rule = {
  id: 'PL026',
  slug: 'broken-token',
  title: 'Broken token',
  severity: 'error',
  ofProse: ({ parts, claims }) =>
    parts.flatMap((part) => {
      if (part.kind === 'broken')
        return [{ message: `“${part.text}” is no token.`, remedy: part.why, span: part.span }];
      if (part.kind === 'text' || claims.has(part.claim)) return [];
      return [
        {
          message: `The evidence base has no claim ${part.claim}.`,
          remedy: 'Look it up in the list of claims, or take the token out.',
          span: part.span,
        },
      ];
    }),
};
