// Who draws on whom, as a directed graph: of organisations, or of sources.

/** `drawing` passes on what `drawnOn` had printed. */
type Link = { drawing: string; drawnOn: string };

/** The same, so many times. */
type Edge = Link & { citations: number };

/** Order by code units: the same on every machine, whatever its language. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function successorsOf(links: readonly Link[]): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  const of = (node: string): string[] => {
    const known = graph.get(node) ?? [];
    graph.set(node, known);
    return known;
  };
  for (const { drawing, drawnOn } of links) {
    of(drawing).push(drawnOn);
    of(drawnOn);
  }
  return graph;
}

/** A node that is being looked at: its number in order of discovery, and the lowest that can be reached from it. */
type Visit = { node: string; index: number; low: number; next: number; open: boolean };

/**
 * The strongly connected components of a graph: sets in which everybody draws, over whatever others, on everybody else
 * of the set (Tarjan 1972, SIAM J. Comput. 1:146–160). Every node is in exactly one. Linear in links; the path stands in
 * a list and not on the program's stack, which a chain of some thousands would overflow.
 *
 * @returns members in order, and the components in the order of their first members
 */
export function components(links: readonly Link[]): string[][] {
  const graph = successorsOf(links);
  const visits = new Map<string, Visit>();
  const found: string[][] = [];
  const unsettled: Visit[] = [];
  const path: Visit[] = [];
  const enter = (node: string) => {
    const visit = { node, index: visits.size, low: visits.size, next: 0, open: true };
    visits.set(node, visit);
    unsettled.push(visit);
    path.push(visit);
  };
  for (const start of graph.keys()) {
    if (!visits.has(start)) enter(start);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const successor = graph.get(visit.node)?.[visit.next];
      visit.next += 1;
      if (successor !== undefined) {
        const seen = visits.get(successor);
        if (seen === undefined) enter(successor);
        else if (seen.open) visit.low = Math.min(visit.low, seen.index);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) before.low = Math.min(before.low, visit.low);
      if (visit.low === visit.index) found.push(settled(unsettled, visit));
    }
  }
  return found.sort((a, b) => byCode(a[0] ?? '', b[0] ?? ''));
}

/** Takes the component that begins with this visit off the list of the unsettled. */
function settled(unsettled: Visit[], first: Visit): string[] {
  // From the end: whoever is settled now was entered last.
  const members = unsettled.splice(unsettled.lastIndexOf(first));
  for (const member of members) member.open = false;
  return members.map((member) => member.node).sort(byCode);
}

/** The loops: components of more than one. Who only draws on itself stands in no loop; that is marked where it is listed. */
export function loopsOf(links: readonly Link[]): string[][] {
  return components(links).filter((members) => members.length > 1);
}

/**
 * The nodes that most citations lead from or to, and the lines between them; draws on oneself are left out. A node whose
 * every line leads to one that was left out is left out too: it would stand there alone.
 *
 * @param most how many nodes at most
 */
export function strongest<E extends Edge>(edges: readonly E[], most: number): { nodes: string[]; edges: E[] } {
  const between = edges.filter(({ drawing, drawnOn }) => drawing !== drawnOn);
  const strength = new Map<string, number>();
  for (const { drawing, drawnOn, citations } of between) {
    for (const node of [drawing, drawnOn]) strength.set(node, (strength.get(node) ?? 0) + citations);
  }
  const kept = new Set(
    [...strength]
      .sort((a, b) => b[1] - a[1] || byCode(a[0], b[0]))
      .slice(0, most)
      .map(([node]) => node),
  );
  const inside = between.filter(({ drawing, drawnOn }) => kept.has(drawing) && kept.has(drawnOn));
  const ends = new Set(inside.flatMap(({ drawing, drawnOn }) => [drawing, drawnOn]));
  return { nodes: [...kept].filter((node) => ends.has(node)), edges: inside };
}

/** Where the works of a node are listed. */
export function nodeHref({ organisation, sourceId }: { organisation: string | null; sourceId: string | null }): string {
  return sourceId === null ? `/sources?${new URLSearchParams({ q: organisation ?? '' })}` : `/sources/${sourceId}`;
}
