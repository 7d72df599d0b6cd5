import type { Rule } from '../rule';

/** What looks like the name of a claim and is none: printed, it would be a hole in the sentence. */
export const brokenToken: Rule = {
  id: 'PL026',
  slug: 'broken-token',
  title: 'Broken token',
  severity: 'error',
  ofProse: ({ parts, claims, merged }) =>
    parts.flatMap((part) => {
      if (part.kind === 'broken')
        return [{ message: `“${part.text}” is no token.`, remedy: part.why, span: part.span }];
      if (part.kind === 'text' || claims?.has(part.claim)) return [];
      if (claims === null)
        return [
          {
            message: `A title prints no tokens: ${part.claim} would stand there in braces.`,
            remedy: 'Say it in words, and place the claim below.',
            span: part.span,
          },
        ];
      const into = merged?.get(part.claim);
      if (into !== undefined)
        return [
          {
            message: `${part.claim} was merged into ${into}.`,
            remedy: `Put ${into} in its place.`,
            span: part.span,
          },
        ];
      return [
        {
          message: `The evidence base has no claim ${part.claim}.`,
          remedy: 'Look it up in the list of claims, or take the token out.',
          span: part.span,
        },
      ];
    }),
};
