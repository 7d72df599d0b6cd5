import type { PopulationGroup } from '../claim';
import type { ArithmeticClaim } from './finding';

// When two numbers may be added: nobody may be in both. What is not known to be apart is not added.

const APART: readonly (readonly [PopulationGroup, PopulationGroup])[] = [
  ['girls', 'boys'],
  ['girls', 'men-and-boys'],
  ['girls', 'adults'],
  ['boys', 'women-and-girls'],
  ['boys', 'adults'],
  ['children', 'adults'],
  ['women-and-girls', 'men-and-boys'],
];

/** Groups that together are the whole group, and nobody twice. */
const SPLITS: readonly (readonly [whole: PopulationGroup, parts: readonly PopulationGroup[]])[] = [
  ['children', ['girls', 'boys']],
  ['all-ages', ['children', 'adults']],
  ['all-ages', ['women-and-girls', 'men-and-boys']],
  ['all-ages', ['girls', 'boys', 'adults']],
];

/** Whether nobody can be in both groups. */
export function groupsApart(a: ArithmeticClaim, b: ArithmeticClaim): boolean {
  const [x, y] = [a.population, b.population];
  return APART.some(([one, other]) => (x.group === one && y.group === other) || (x.group === other && y.group === one));
}

/** Whether neither place lies in the other. */
export function placesApart({ place: a }: ArithmeticClaim, { place: b }: ArithmeticClaim): boolean {
  return !a.within.includes(b.code) && !b.within.includes(a.code);
}

/** Whether these groups together leave nobody of the whole out. */
export function completes(whole: ArithmeticClaim, parts: readonly ArithmeticClaim[]): boolean {
  const groups = parts.map((part) => part.population.group);
  return SPLITS.some(
    ([group, split]) =>
      group === whole.population.group &&
      split.length === groups.length &&
      split.every((name) => groups.includes(name)),
  );
}

/** Every set of claims, one for each group of a split, where no group has two. */
export function splitsOf(claims: readonly ArithmeticClaim[]): ArithmeticClaim[][] {
  return SPLITS.flatMap(([, groups]) => {
    const found = groups.map((group) => claims.filter(({ population }) => population.group === group));
    return found.every((some) => some.length === 1) ? [found.flat()] : [];
  });
}

export function pairwise<T>(items: readonly T[], apart: (a: T, b: T) => boolean): boolean {
  return items.every((a, i) => items.slice(i + 1).every((b) => apart(a, b)));
}

const PEOPLE = /^(people|persons|children|adults|girls|boys|women|men|victims)\b/;

/** Whether they count the same sort of thing. Children and adults are both people. */
export function sameUnit({ figure: a }: ArithmeticClaim, { figure: b }: ArithmeticClaim): boolean {
  return a.kind === b.kind && (a.unit === b.unit || (PEOPLE.test(a.unit) && PEOPLE.test(b.unit)));
}

export function samePeriod({ period: a }: ArithmeticClaim, { period: b }: ArithmeticClaim): boolean {
  return a.start === b.start && a.end === b.end;
}

export function samePlace({ place: a }: ArithmeticClaim, { place: b }: ArithmeticClaim): boolean {
  return a.code === b.code;
}
