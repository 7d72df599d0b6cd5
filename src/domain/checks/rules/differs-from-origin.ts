import { isCritic, MINOR_DISTORTIONS } from '../../citation';
import { DISTORTION } from '../../words';
import type { Rule } from '../rule';

/** The figure as it is used, or as somebody passed it on, is not what its origin gave. */
export const differsFromOrigin: Rule = {
  id: 'PL003',
  slug: 'differs-from-origin',
  title: 'Figure differs from its origin',
  severity: 'warning',
  ofClaim: ({ citations }) =>
    citations
      .filter((citation) => !isCritic(citation) && citation.distortions.length > 0)
      .map(({ id, source, distortions }) => ({
        message: `${source.id} (${source.shortName}) changed it: ${distortions.map(({ kind }) => DISTORTION[kind].label.toLowerCase()).join(', ')}.`,
        remedy: 'Quote the origin, and not this work, for the figure.',
        severity: distortions.every(({ kind }) => MINOR_DISTORTIONS.has(kind))
          ? ('note' as const)
          : ('warning' as const),
        citation: id,
      })),
  ofUse: ({ claim }) => {
    if (claim.status !== 'misquotation') return [];
    const origins = claim.relations.filter(
      ({ kind, direction }) => kind === 'misquotation-of' && direction === 'outgoing',
    );
    return [
      {
        message: `${claim.id} is a misquotation of ${origins.map((origin) => origin.claim.id).join(' and ')}.`,
        remedy: `Use ${origins.map((origin) => `${origin.claim.id} (“${origin.claim.statement}”)`).join(', or ')}.`,
        severity: 'error',
      },
    ];
  },
};
