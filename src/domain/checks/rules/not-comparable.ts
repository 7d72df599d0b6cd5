import { compareClaims } from '../../comparison/compare';
import { byId } from '../../comparison/compared-claim';
import { ASPECT } from '../../comparison/verdict';
import type { Rule } from '../rule';

/** Set side by side, they seem to say more or less of the same thing. */
export const notComparable: Rule = {
  id: 'PL019',
  slug: 'not-comparable',
  title: 'Side by side and not comparable',
  severity: 'warning',
  ofClaims: (claims) => {
    if (claims.length < 2) return [];
    const { aspects } = compareClaims([...claims].sort(byId), { relations: [], breaks: [] });
    const forbidding = aspects.filter(({ verdict }) => verdict === 'forbids');
    if (forbidding.length === 0) return [];
    const ids = claims.map(({ id }) => id).sort();
    return [
      {
        message: `${ids.join(', ')} stand side by side and are not comparable: ${forbidding.map(({ aspect }) => ASPECT[aspect].toLowerCase()).join(', ')}.`,
        remedy: `Keep them apart, or say what differs. ${forbidding[0]?.sentence ?? ''}`.trim(),
      },
    ];
  },
};
