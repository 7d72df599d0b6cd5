import type { PopulationGroup } from '../claim';
import type { ClaimFacts, Difference } from './difference';
import { isBefore } from '../partial-date';
import { periodText } from '../period-text';
import type { PrintedFigure } from './printed-figure';

/** Groups that each group holds. What is not named holds nothing but itself. */
const HOLDS: Partial<Record<PopulationGroup, readonly PopulationGroup[]>> = {
  'all-ages': ['children', 'girls', 'boys', 'women-and-girls', 'men-and-boys', 'adults', 'offenders'],
  children: ['girls', 'boys'],
  'women-and-girls': ['girls'],
  'men-and-boys': ['boys'],
};

/** What differs between two claims, where a citation of the one draws on a citation of the other. */
export function claimDifferences(from: ClaimFacts, to: ClaimFacts, printed: PrintedFigure | null): Difference[] {
  return [
    ...populationDifference(from, to),
    ...placeDifference(from, to),
    ...periodDifference(from, to, printed),
    ...wholeDifference(from, to, printed),
  ];
}

function populationDifference({ population: from }: ClaimFacts, { population: to }: ClaimFacts): Difference[] {
  if (from.group === to.group) return [];
  const label = `${from.group.replaceAll('-', ' ')} → ${to.group.replaceAll('-', ' ')}`;
  if (HOLDS[from.group]?.includes(to.group)) return [{ kind: 'scope-narrowed', aspect: 'population', label }];
  if (HOLDS[to.group]?.includes(from.group)) return [{ kind: 'scope-widened', aspect: 'population', label }];
  return [{ kind: 'definition-changed', aspect: 'population', label }];
}

function placeDifference({ place: from }: ClaimFacts, { place: to }: ClaimFacts): Difference[] {
  if (from.code === to.code) return [];
  const label = `${from.name} → ${to.name}`;
  if (from.ancestors.includes(to.code)) return [{ kind: 'scope-widened', aspect: 'place', label }];
  if (to.ancestors.includes(from.code)) return [{ kind: 'scope-narrowed', aspect: 'place', label }];
  return [{ kind: 'definition-changed', aspect: 'place', label }];
}

/** Dropped, or said of another time. A period of which only one end is known is not compared. */
function periodDifference(
  { period: from }: ClaimFacts,
  { period: to }: ClaimFacts,
  printed: PrintedFigure | null,
): Difference[] {
  const found: Difference[] = [];
  const [before, after] = [from, to].map((period) => periodText({ ...period, label: null }));
  if (from.measure === 'stock' && to.measure === 'flow')
    found.push({ kind: 'stock-to-flow', aspect: 'measure', label: 'stock → flow' });
  // A wording that is known speaks for itself: the period of its claim may be that of the work.
  if (printed !== null) return found;
  if (before !== null && after === null)
    return [...found, { kind: 'period-dropped', aspect: 'period', label: `${before} → no period` }];
  if (from.start === null || from.end === null || to.start === null || to.end === null) return found;
  if (isBefore(from.end, to.start) || isBefore(to.end, from.start)) {
    return [...found, { kind: 'period-shifted', aspect: 'period', label: `${before} → ${after}` }];
  }
  if (before !== after) found.push({ kind: 'period-shifted', aspect: 'period', label: `${before} → ${after}` });
  return found;
}

/** A share said of another whole. Without a per cent in print, nothing is said of a whole at all. */
function wholeDifference(
  { figure: from }: ClaimFacts,
  { figure: to }: ClaimFacts,
  printed: PrintedFigure | null,
): Difference[] {
  if (from.kind !== to.kind || from.of === null || to.of === null || from.of === to.of) return [];
  if (printed !== null && printed.numbers.length === 0) return [];
  return [{ kind: 'denominator-swapped', aspect: 'denominator', label: `of ${from.of} → of ${to.of}` }];
}
