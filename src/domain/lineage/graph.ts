import type { CitationRole, OriginState } from '../citation';
import type { PartialDate } from '../partial-date';

// The graph of citations: who drew on whom. Each citation drew on one other at most, so that a group of citations that
// hang together has exactly one root, or else exactly one loop.

/** One place where a figure stands, as far as the shape of the graph needs it. Ids are unique over all claims. */
export type Step = {
  id: number;
  claimId: string;
  sourceId: string;
  /** When the citing work came out. */
  issued: PartialDate | null;
  role: CitationRole;
  originState: OriginState;
  drawnFromId: number | null;
};

/** Citations that hang together. `origin` and `untraced` say what its root is; a `loop` has none. */
export type Component = {
  kind: 'origin' | 'untraced' | 'loop';
  /** Where it starts; null in a loop, in which nobody can have been first. */
  root: number | null;
  /** The citations that draw on each other in a ring, each drawing on the next; empty where there is none. */
  loop: readonly number[];
  /** All of it, from the root outwards: each before what draws on it, siblings in the order they came out. */
  members: readonly number[];
  /** Steps from the root, or from the loop, to the farthest member. */
  depth: number;
  /** Ends of chains: members nobody draws on. */
  leaves: number;
};

export type LineageGraph<T extends Step = Step> = {
  /** In the order they came out. */
  steps: ReadonlyMap<number, T>;
  components: readonly Component[];
  /** The place of a citation's component in `components`. */
  componentOf: (id: number) => number;
  /** Steps from the root (0) or from the loop (0 for its members). */
  depthOf: (id: number) => number;
};

/**
 * In the order they came out, as far as that is known; undated last, since a work without a date never counts as first.
 * Ids settle ties, so that the order of the input never matters.
 */
export function byDate(a: Step, b: Step): number {
  if (a.issued === b.issued) return a.id - b.id;
  if (a.issued === null || b.issued === null) return a.issued === null ? 1 : -1;
  return a.issued < b.issued ? -1 : 1;
}

/** The same order in linear time: dates are few, so citations are dealt out to them instead of being compared. */
function sortedByDate<T extends Step>(given: readonly T[]): T[] {
  const byId = given.every((step, index) => index === 0 || (given[index - 1]?.id ?? 0) < step.id)
    ? given
    : given.toSorted((a, b) => a.id - b.id);
  const heaps = new Map<PartialDate | null, T[]>();
  for (const step of byId) {
    const heap = heaps.get(step.issued);
    if (heap === undefined) heaps.set(step.issued, [step]);
    else heap.push(step);
  }
  const dates = [...heaps.keys()].filter((date) => date !== null).sort();
  return [...dates, null].flatMap((date) => heaps.get(date) ?? []);
}

/** The shape while it is worked out: citations by their place in the order of dates. */
type Shape = {
  ids: readonly number[];
  /** Place of what each drew from; -1 for a root. */
  parents: Int32Array;
  /** What draws on each: `children[starts[place] … starts[place + 1]]`, by date. */
  starts: Int32Array;
  children: Int32Array;
  components: Component[];
  componentOf: Int32Array;
  depthOf: Int32Array;
};

/**
 * The graph of these citations, in time linear in their number.
 *
 * @param given citations of one claim or several, each with what it drew from among them
 * @throws Error when an id is given twice, or what a citation drew from is not among the given ones
 */
export function lineageGraph<T extends Step>(given: readonly T[]): LineageGraph<T> {
  const sorted = sortedByDate(given);
  const places = new Map(sorted.map((step, place) => [step.id, place]));
  if (places.size !== given.length) throw new Error('a citation is given twice');
  const parents = Int32Array.from(sorted, ({ id, drawnFromId }) => {
    const parent = drawnFromId === null ? -1 : places.get(drawnFromId);
    if (parent === undefined) throw new Error(`what citation ${id} drew from is not given`);
    return parent;
  });
  const shape: Shape = {
    ids: sorted.map(({ id }) => id),
    parents,
    ...childrenOf(parents),
    components: [],
    componentOf: new Int32Array(sorted.length).fill(-1),
    depthOf: new Int32Array(sorted.length),
  };
  for (const [place, step] of sorted.entries()) {
    if (parents[place] === -1) addComponent(shape, [place], step.originState === 'origin' ? 'origin' : 'untraced');
  }
  // What no root leads to hangs on a ring.
  for (const place of sorted.keys())
    if (shape.componentOf[place] === -1) addComponent(shape, ringFrom(place, parents), 'loop');
  const placeOf = (id: number) => places.get(id) ?? -1;
  return {
    steps: new Map(sorted.map((step) => [step.id, step])),
    components: shape.components,
    componentOf: (id) => shape.componentOf[placeOf(id)] ?? -1,
    depthOf: (id) => shape.depthOf[placeOf(id)] ?? -1,
  };
}

function childrenOf(parents: Int32Array): Pick<Shape, 'starts' | 'children'> {
  const starts = new Int32Array(parents.length + 1);
  for (const parent of parents) if (parent >= 0) starts[parent + 1] = (starts[parent + 1] ?? 0) + 1;
  for (let place = 0; place < parents.length; place += 1)
    starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  const next = starts.slice();
  const children = new Int32Array(parents.length);
  for (const [place, parent] of parents.entries()) {
    if (parent < 0) continue;
    const at = next[parent] ?? 0;
    children[at] = place;
    next[parent] = at + 1;
  }
  return { starts, children };
}

/** The ring that this citation's chain runs into, from its earliest member on. */
function ringFrom(place: number, parents: Int32Array): number[] {
  const seen = new Map<number, number>();
  const chain: number[] = [];
  for (let at = place; !seen.has(at); at = parents[at] ?? -1) {
    if (at < 0) throw new Error('what hangs on no root hangs on a ring');
    seen.set(at, chain.length);
    chain.push(at);
  }
  const ring = chain.slice(seen.get(parents[chain.at(-1) ?? -1] ?? -1));
  // Places are in the order of dates, so that the smallest came out first.
  const start = ring.reduce((first, at, index) => (at < (ring[first] ?? at) ? index : first), 0);
  return [...ring.slice(start), ...ring.slice(0, start)];
}

/** Walks from the starts outwards with a stack of its own: a chain may be longer than the call stack is deep. */
function addComponent(shape: Shape, begin: readonly number[], kind: Component['kind']): void {
  const { ids, starts, children, components, componentOf, depthOf } = shape;
  const members: number[] = [];
  let [depth, leaves] = [0, 0];
  for (const place of begin) componentOf[place] = components.length;
  const waiting = begin.toReversed();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const at = depthOf[place] ?? 0;
    members.push(ids[place] ?? Number.NaN);
    depth = Math.max(depth, at);
    const [first = 0, end = 0] = [starts[place], starts[place + 1]];
    if (first === end) leaves += 1;
    for (let index = end - 1; index >= first; index -= 1) {
      const child = children[index] ?? -1;
      if (componentOf[child] !== -1) continue;
      componentOf[child] = components.length;
      depthOf[child] = at + 1;
      waiting.push(child);
    }
  }
  const named = begin.flatMap((place) => ids[place] ?? []);
  const isLoop = kind === 'loop';
  components.push({
    kind,
    root: isLoop ? null : (named[0] ?? null),
    loop: isLoop ? named : [],
    members,
    depth,
    leaves,
  });
}
