import { componentSums, sharesOfHundred } from './component-sum';
import { cumulativeTotals } from './cumulative-total';
import type { Finding, Neighbourhood } from './finding';
import { relativeChanges } from './relative-change';
import { sharesOfTotals } from './share-of-total';

/** What a reader needs first: numbers that do not fit, then those that fit, then those nobody can tell about. */
const OUTCOMES: readonly Finding['outcome'][] = ['differs', 'agrees', 'cannot-tell'];

/**
 * Every calculation that the claims of a neighbourhood allow, checked: component sums, shares of totals, relative
 * changes, running totals. Each number stands for every quantity that rounds to it, and numbers agree when these
 * intervals meet. In the manner of statcheck (Nuijten et al., Behavior Research Methods 48:1205–1226, 2016) and GRIM
 * (Brown and Heathers, Social Psychological and Personality Science 8:363–369, 2017), whose tests are others.
 * The order of claims and relations does not matter.
 *
 * @param id the claim whose calculations are wanted; null for all
 */
export function findArithmetic(neighbourhood: Neighbourhood, id: string | null): Finding[] {
  return [componentSums, sharesOfHundred, sharesOfTotals, relativeChanges, cumulativeTotals]
    .flatMap((rule) => rule(neighbourhood))
    .filter((finding) => id === null || finding.claims.includes(id))
    .sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || compare(keyOf(a), keyOf(b)));
}

const keyOf = ({ rule, claims, equation }: Finding) => `${rule} ${claims.join()} ${equation}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
