import { figureText, unitText } from '../figure-text';
import { numbersOf } from './chart-rules';
import { byId, type ComparedClaim } from './compared-claim';

type Found = Pick<ComparedClaim, 'id'> & { figure: ComparedClaim['figure'] };

/**
 * What a chart of the claims shows, as a sentence. Where something keeps them from being compared it only says how far
 * apart the numbers lie, and that they are not comparable: a title that ranked them would mislead whoever reads no more.
 *
 * @param obstacles how many aspects forbid the comparison or are not established
 * @param claims with at least one number each
 */
export function comparisonFinding(claims: readonly Found[], obstacles: number): string {
  const sorted = [...claims].sort((a, b) => middle(a) - middle(b) || byId(a, b));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return '';
  const equal = middle(least) === middle(most);
  if (obstacles > 0) {
    const apart = equal ? `all at ${written(least)}` : `from ${written(least)} to ${written(most)}`;
    const why = obstacles === 1 ? 'for 1 reason' : `for ${obstacles} reasons`;
    return `${claims.length} figures ${apart}, which are not comparable as they are, ${why}`;
  }
  if (equal) return `All ${claims.length} figures are the same: ${written(least)}`;
  const ends = `${most.id} gives the most, ${written(most)}; ${least.id} the least, ${written(least)}`;
  return overlap(least, most) ? `${ends}; their intervals overlap` : ends;
}

function written({ figure }: Found): string {
  return [figureText(figure), unitText(figure)].filter((part) => part !== null).join(' ');
}

/** The point value, or the middle of what is stated: only used to put figures in order. */
function middle({ figure }: Found): number {
  const numbers = numbersOf(figure);
  return figure.value ?? numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1);
}

function overlap(a: Found, b: Found): boolean {
  if (a.figure.interval === null && b.figure.interval === null) return false;
  const [one, other] = [numbersOf(a.figure), numbersOf(b.figure)];
  return Math.max(...one) >= Math.min(...other) && Math.max(...other) >= Math.min(...one);
}
