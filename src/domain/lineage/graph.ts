import type { CitationRole, OriginState } from '../citation';
import { daySpan, type PartialDate } from '../partial-date';

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
  steps: ReadonlyMap<number, T>;
  components: readonly Component[];
  /** Component of each citation, by its place in `components`. */
  componentOf: ReadonlyMap<number, number>;
  /** Steps from the root (0) or from the loop (0 for its members). */
  depthOf: ReadonlyMap<number, number>;
};

/** Undated last: a work without a date never counts as first. */
function dayOf({ issued }: Step): number {
  return issued === null ? Number.POSITIVE_INFINITY : daySpan(issued).first;
}

/** In the order they came out; ids settle ties, so that the order of the input never matters. */
export function byDate(a: Step, b: Step): number {
  const [first, second] = [dayOf(a), dayOf(b)];
  return first === second ? a.id - b.id : first - second;
}

/**
 * The graph of these citations, in time linear in their number but for sorting them by date.
 *
 * @param given citations of one claim or several, each with what it drew from among them
 * @throws Error when an id is given twice, or what a citation drew from is not among the given ones
 */
export function lineageGraph<T extends Step>(given: readonly T[]): LineageGraph<T> {
  const sorted = [...given].sort(byDate);
  const steps = new Map(sorted.map((step) => [step.id, step]));
  if (steps.size !== given.length) throw new Error('a citation is given twice');
  const drawnBy = new Map<number, T[]>();
  for (const step of sorted) {
    if (step.drawnFromId === null) continue;
    if (!steps.has(step.drawnFromId)) throw new Error(`what citation ${step.id} drew from is not given`);
    const siblings = drawnBy.get(step.drawnFromId);
    if (siblings === undefined) drawnBy.set(step.drawnFromId, [step]);
    else siblings.push(step);
  }
  const graph = { steps, components: [] as Component[], componentOf: new Map(), depthOf: new Map() };
  for (const step of sorted) if (step.drawnFromId === null) addComponent(graph, drawnBy, [step], step);
  // What no root leads to hangs on a ring.
  for (const step of sorted) {
    if (!graph.componentOf.has(step.id)) addComponent(graph, drawnBy, ringFrom(step, steps), null);
  }
  return graph;
}

/** The ring that this citation's chain runs into, from its earliest member on. */
function ringFrom<T extends Step>(step: T, steps: ReadonlyMap<number, T>): T[] {
  const seen = new Map<number, number>();
  const chain: T[] = [];
  let at = step;
  while (!seen.has(at.id)) {
    seen.set(at.id, chain.length);
    chain.push(at);
    const next = steps.get(at.drawnFromId ?? Number.NaN);
    if (next === undefined) throw new Error(`citation ${step.id} has a root after all`);
    at = next;
  }
  const ring = chain.slice(seen.get(at.id));
  const start = ring.indexOf(ring.reduce((first, member) => (byDate(member, first) < 0 ? member : first)));
  return [...ring.slice(start), ...ring.slice(0, start)];
}

/** Walks from the starts outwards with a stack of its own: a chain may be longer than the call stack is deep. */
function addComponent<T extends Step>(
  graph: { components: Component[]; componentOf: Map<number, number>; depthOf: Map<number, number> },
  drawnBy: ReadonlyMap<number, readonly T[]>,
  starts: readonly T[],
  root: T | null,
): void {
  const number = graph.components.length;
  const members: number[] = [];
  let [depth, leaves] = [0, 0];
  for (const start of starts) graph.componentOf.set(start.id, number);
  const waiting = [...starts].reverse().map((step) => ({ step, at: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { step, at } = next;
    members.push(step.id);
    graph.depthOf.set(step.id, at);
    depth = Math.max(depth, at);
    const children = drawnBy.get(step.id) ?? [];
    if (children.length === 0) leaves += 1;
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child === undefined || graph.componentOf.has(child.id)) continue;
      graph.componentOf.set(child.id, number);
      waiting.push({ step: child, at: at + 1 });
    }
  }
  graph.components.push({
    kind: root === null ? 'loop' : root.originState === 'origin' ? 'origin' : 'untraced',
    root: root?.id ?? null,
    loop: root === null ? starts.map((step) => step.id) : [],
    members,
    depth,
    leaves,
  });
}
