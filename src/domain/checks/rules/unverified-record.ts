import { VERIFICATION } from '../../words';
import type { VerificationLevel } from '../../verification';
import type { Found, Rule } from '../rule';

const UNSEEN: ReadonlySet<VerificationLevel> = new Set(['founding-document', 'not-seen']);

/** What nobody has looked up in the work itself may be otherwise there. */
export const unverifiedRecord: Rule = {
  id: 'PL023',
  slug: 'unverified-record',
  title: 'Unverified record',
  severity: 'warning',
  ofClaim: ({ verification, citations }) => {
    const origins = citations.filter(({ originState }) => originState === 'origin');
    return [
      ...found('The claim', verification.level),
      ...origins.flatMap(({ id, source, verification: { level } }) =>
        found(`Its origin, ${source.id} (${source.shortName}),`, level).map((one) => ({ ...one, citation: id })),
      ),
    ];
  },
};

function found(what: string, level: VerificationLevel): Found[] {
  if (!UNSEEN.has(level) && level !== 'secondary') return [];
  return [
    {
      message: `${what} was not read in the work: ${VERIFICATION[level].meaning}`,
      remedy: 'Read it in the work itself, and record where and how it was seen.',
      severity: UNSEEN.has(level) ? 'warning' : 'note',
    },
  ];
}
