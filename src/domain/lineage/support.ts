import { isCritic } from '../citation';
import { byDate, type Component, type LineageGraph, type Step } from './graph';

export type Support = {
  /** Places where the claim is stated or passed on, critics left out. */
  citations: number;
  /** Works that they all go back to, each counted once: one work that is drawn on twice is one root. */
  roots: number;
  /** Of the citations, how many lead nowhere. */
  untraced: number;
  /** Of the citations, how many lead into a ring. */
  looped: number;
};

/**
 * How much evidence stands behind the citations of a claim. Many citations with one root are one piece of evidence.
 *
 * @param claimId whose citations are counted; their roots may belong to another claim, which they misquote
 */
export function independentSupport(graph: LineageGraph, claimId: string): Support {
  const reached = new Set<Component>();
  const support: Support = { citations: 0, roots: 0, untraced: 0, looped: 0 };
  for (let place = 0; place < graph.steps.length; place += 1) {
    const step = graph.steps[place];
    if (step === undefined || step.claimId !== claimId || isCritic(step)) continue;
    support.citations += 1;
    const component = graph.components[graph.componentOf[place] ?? -1];
    if (component?.kind === 'untraced') support.untraced += 1;
    if (component?.kind === 'loop') support.looped += 1;
    if (component?.kind === 'origin') reached.add(component);
  }
  return { ...support, roots: new Set([...reached].map((component) => rootSource(graph, component))).size };
}

function rootSource(graph: LineageGraph, { root }: Component): string {
  const step = graph.step(root ?? Number.NaN);
  if (step === undefined) throw new Error('a component with an origin has a root');
  return step.sourceId;
}

/** The citations that remain when each group is collapsed to its root; a ring stays as it is, since it has none. */
export function collapsed<T extends Step>(graph: LineageGraph<T>): T[] {
  const kept = graph.components.flatMap(({ root, loop }) => (root === null ? loop : [root]));
  return kept.flatMap((id) => graph.step(id) ?? []).sort(byDate);
}
