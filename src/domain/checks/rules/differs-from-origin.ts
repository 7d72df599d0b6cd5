import { isCritic, MINOR_DISTORTIONS } from '../../citation';
import { DISTORTION } from '../../words';
import type { Found, Rule } from '../rule';
import type { CheckedCitation, CheckedClaim } from '../subject';

/** The figure as it is used, or as somebody passed it on, is not what its origin gave. */
export const differsFromOrigin: Rule = {
  id: 'PL003',
  slug: 'differs-from-origin',
  title: 'Figure differs from its origin',
  severity: 'warning',
  ofClaim: (claim) => [
    ...misquotation(claim).map((found) => ({ ...found, severity: 'warning' as const })),
    ...claim.citations.filter((citation) => !isCritic(citation)).flatMap(distorted),
  ],
  ofUse: ({ claim }) => misquotation(claim),
};

function misquotation({ id, status, standingReason, relations }: CheckedClaim): Found[] {
  if (status !== 'misquotation') return [];
  const quoted = relations.filter(({ kind, direction }) => kind === 'misquotation-of' && direction === 'outgoing');
  const why = standingReason === null ? '.' : `: ${standingReason}`;
  return [
    {
      message: `${id} is a misquotation of ${quoted.map(({ claim }) => claim.id).join(' and ')}${why}`,
      remedy: `Use ${quoted.map(({ claim }) => `${claim.id} (“${claim.statement}”)`).join(', or ')}.`,
      severity: 'error',
    },
  ];
}

function distorted({ id, source, distortions }: CheckedCitation): Found[] {
  if (distortions.length === 0) return [];
  const names = distortions.map(({ kind }) => DISTORTION[kind].label.toLowerCase()).join(', ');
  return [
    {
      message: `${source.id} (${source.shortName}) changed it: ${names}.`,
      remedy: 'Quote the origin, and not this work, for the figure.',
      severity: distortions.every(({ kind }) => MINOR_DISTORTIONS.has(kind)) ? 'note' : 'warning',
      citation: id,
    },
  ];
}
