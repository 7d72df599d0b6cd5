import type { LineageDto } from './schema';

/** The part of a lineage that hangs on one root; null where no citation of it is a root of this id. */
export function ofRoot(lineage: LineageDto, root: number): LineageDto | null {
  const number = lineage.components.findIndex((component) => component.root === root);
  const component = lineage.components[number];
  if (component === undefined) return null;
  const members = new Set(component.members);
  return {
    ...lineage,
    nodes: lineage.nodes.filter((node) => members.has(node.id)).map((node) => ({ ...node, component: 0 })),
    edges: lineage.edges.filter((edge) => members.has(edge.to)),
    components: [component],
    rivals: lineage.rivals.filter((rival) => members.has(rival.id)),
  };
}
