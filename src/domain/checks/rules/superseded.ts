import type { Rule } from '../rule';

/** A later estimate replaces it. */
export const superseded: Rule = {
  id: 'PL007',
  slug: 'superseded',
  title: 'Superseded',
  severity: 'error',
  ofClaim: (claim) => (claim.status === 'superseded' ? [{ ...found(claim), severity: 'warning' }] : []),
  ofUse: ({ claim }) => (claim.status === 'superseded' ? [found(claim)] : []),
};

function found({ id, relations }: Parameters<NonNullable<Rule['ofClaim']>>[0]) {
  const successors = relations.filter(({ kind, direction }) => kind === 'supersedes' && direction === 'incoming');
  const names = successors.map(({ claim }) => `${claim.id} (“${claim.statement}”)`).join(' and ');
  return {
    message: `${id} is superseded by ${names}.`,
    remedy: `Use ${successors.map(({ claim }) => claim.id).join(' or ')} instead, or what has superseded that since.`,
  };
}
