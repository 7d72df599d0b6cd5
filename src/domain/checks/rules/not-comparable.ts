import { compareClaims } from '../../comparison/compare';
import { byId, type ComparedRelation } from '../../comparison/compared-claim';
import { ASPECT } from '../../comparison/verdict';
import type { Rule } from '../rule';
import type { CheckedClaim } from '../subject';
import { isDenial, saysChange } from '../wording';

/** Ids that a message names: of more, a reader looks at the sheet. */
const NAMED_MAX = 6;

/** Set side by side, they seem to say more or less of the same thing; in a sentence about a rise or fall they do say it. */
export const notComparable: Rule = {
  id: 'PL019',
  slug: 'not-comparable',
  title: 'Side by side and not comparable',
  severity: 'warning',
  ofClaims: (claims, { sentence = '' }) => {
    if (claims.length < 2) return [];
    const { aspects } = compareClaims([...claims].sort(byId), { relations: relationsOf(claims), breaks: [] });
    const forbidding = aspects.filter(({ verdict }) => verdict === 'forbids');
    if (forbidding.length === 0) return [];
    const ids = [...claims].sort(byId).map(({ id }) => id);
    const names =
      ids.length > NAMED_MAX
        ? `${ids.slice(0, NAMED_MAX).join(', ')} and ${ids.length - NAMED_MAX} more`
        : ids.join(', ');
    const change = isDenial(sentence) ? null : saysChange(sentence);
    return [
      {
        message: `${names} stand side by side and are not comparable: ${forbidding.map(({ aspect }) => ASPECT[aspect].toLowerCase()).join(', ')}${change === null ? '' : `; the sentence says “${change}”`}.`,
        remedy: `Keep them apart, or say what differs. ${forbidding[0]?.sentence ?? ''}`.trim(),
        ...(change === null ? {} : { severity: 'error' as const }),
      },
    ];
  },
};

/** What is recorded between them. */
function relationsOf(claims: readonly CheckedClaim[]): ComparedRelation[] {
  const ids = new Set(claims.map(({ id }) => id));
  return claims.flatMap(({ id, relations }) =>
    relations
      .filter(({ direction, claim }) => direction === 'outgoing' && ids.has(claim.id))
      .map(({ kind, claim }) => ({ from: id, to: claim.id, kind })),
  );
}
