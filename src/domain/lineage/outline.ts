import type { Component } from './graph';
import type { Rival } from './chronology';

// The lineage in the order in which it is drawn and read: the drawing and the list beside it are made from the same
// lines, so that nobody gets less than somebody else.

type Node = { id: number; claimId: string; component: number };

/** Why lines stand together. */
export type LineageGroup = 'main' | 'rival' | 'other' | 'apart' | 'loop' | 'untraced';

export type OutlineLine<N> =
  | { type: 'heading'; group: LineageGroup; root: N | null }
  | { type: 'step'; node: N }
  /** What was folded away: everything in these components that has no line of its own. */
  | { type: 'folded'; group: LineageGroup; root: N | null; nodes: readonly N[] };

/** Above this many citations a drawing folds: more lines than fit on a few screens are read by nobody. */
export const FOLD_ABOVE = 40;

/** Above this many even the page of the lineage itself stays folded: the drawing would be megabytes. */
export const OPEN_MAX = 2000;

/** A component this small has a line for each member even where others are folded. */
const KEPT_WHOLE = 3;

type OutlineInput<N> = {
  claimId: string;
  nodes: readonly N[];
  components: readonly Component[];
  rivals: readonly Rival[];
};

/**
 * @param isFolded whether large components show their root and a count only
 * @returns the component of the claim's own origin first, then rivals, other lines and loops by date, then what is untraced
 */
export function outlineOf<N extends Node>(
  { claimId, nodes, components, rivals }: OutlineInput<N>,
  isFolded: boolean,
): OutlineLine<N>[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rivalIds = new Set(rivals.filter(({ reason }) => reason !== 'older-than-its-origin').map(({ id }) => id));
  const own = ownCounts(claimId, nodes, components);
  const main = mainComponent(claimId, byId, components, own);
  const groups: Record<LineageGroup, Component[]> = {
    main: [],
    rival: [],
    other: [],
    apart: [],
    loop: [],
    untraced: [],
  };
  for (const [index, component] of components.entries()) {
    groups[groupOf(component, component === main, rivalIds, own[index] === 0)].push(component);
  }
  const membersOf = (component: Component) => component.members.flatMap((id) => byId.get(id) ?? []);
  const lines = (Object.keys(groups) as LineageGroup[]).flatMap((group): OutlineLine<N>[] => {
    // What leads nowhere is many beginnings with one heading; every other line has its own.
    const sets =
      group === 'untraced' && groups.untraced.length > 0 ? [groups.untraced] : groups[group].map((one) => [one]);
    return sets.flatMap((set) => {
      const members = set.flatMap(membersOf);
      const root = group === 'untraced' ? null : (byId.get(set[0]?.root ?? Number.NaN) ?? null);
      return [{ type: 'heading' as const, group, root }, ...linesOf(group, root, members, isFolded)];
    });
  });
  return lines;
}

function linesOf<N extends Node>(
  group: LineageGroup,
  root: N | null,
  members: readonly N[],
  isFolded: boolean,
): OutlineLine<N>[] {
  if (!isFolded || members.length <= KEPT_WHOLE) return members.map((node) => ({ type: 'step', node }));
  const rest = members.filter((node) => node !== root);
  return [
    ...(root === null ? [] : [{ type: 'step' as const, node: root }]),
    { type: 'folded', group, root, nodes: rest },
  ];
}

function groupOf(component: Component, isMain: boolean, rivalIds: ReadonlySet<number>, isApart: boolean): LineageGroup {
  if (isMain) return 'main';
  if (component.kind === 'loop') return 'loop';
  if (rivalIds.has(component.root ?? Number.NaN)) return 'rival';
  if (component.kind === 'untraced') return 'untraced';
  return isApart ? 'apart' : 'other';
}

/** How many citations of the claim itself each component holds. */
function ownCounts<N extends Node>(claimId: string, nodes: readonly N[], components: readonly Component[]): number[] {
  const counts = components.map(() => 0);
  for (const { claimId: id, component } of nodes) if (id === claimId) counts[component] = (counts[component] ?? 0) + 1;
  return counts;
}

/** Of the claim's own origin; without one, where most of its citations lead. A line that leads nowhere is no main line. */
function mainComponent<N extends Node>(
  claimId: string,
  byId: ReadonlyMap<number, N>,
  components: readonly Component[],
  own: readonly number[],
): Component | null {
  let main: { component: Component; isOwn: boolean; count: number } | null = null;
  for (const [index, component] of components.entries()) {
    const count = own[index] ?? 0;
    if (component.kind !== 'origin' || count === 0) continue;
    const isOwn = byId.get(component.root ?? Number.NaN)?.claimId === claimId;
    if (main === null || (isOwn && !main.isOwn) || (isOwn === main.isOwn && !isOwn && count > main.count)) {
      main = { component, isOwn, count };
    }
  }
  return main?.component ?? null;
}
