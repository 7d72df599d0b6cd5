import type { Rule } from '../rule';
import type { CheckedClaim } from '../subject';

/** Its footing is contested, or whoever stated it has taken it back; or the work that it stands on was. */
export const disputedOrRetracted: Rule = {
  id: 'PL008',
  slug: 'disputed-or-retracted',
  title: 'Disputed or retracted',
  severity: 'error',
  ofClaim: (claim) =>
    [...ofStanding(claim), ...ofWorks(claim)].map((found) => ({ ...found, severity: 'warning' as const })),
  ofUse: ({ claim }) => [...ofStanding(claim), ...ofWorks(claim)],
};

function ofStanding({ id, status, standingReason }: CheckedClaim) {
  if (status !== 'disputed' && status !== 'retracted') return [];
  const why = standingReason === null ? '' : `: ${standingReason}`;
  return [
    {
      message: status === 'retracted' ? `${id} is retracted${why}` : `${id} is disputed${why}`,
      remedy: status === 'retracted' ? 'Take it out.' : 'Say that it is disputed, and why, or leave it out.',
      severity: status === 'retracted' ? ('error' as const) : ('warning' as const),
    },
  ];
}

function ofWorks({ citations }: CheckedClaim) {
  return citations
    .filter(({ originState, source }) => originState === 'origin' && source.standing !== 'stands')
    .map(({ id, source }) => ({
      message: `The work that states it, ${source.id} (${source.shortName}), is ${source.standing}.`,
      remedy: source.standing === 'retracted' ? 'Take the claim out.' : 'Say that the work is disputed.',
      severity: source.standing === 'retracted' ? ('error' as const) : ('warning' as const),
      citation: id,
    }));
}
