import type { ProvDocument } from '../domain/prov';
import type { LineageDto } from '../features/lineage/schema';
import { provJson } from './prov-json';

/** The lineage of a claim as PROV-JSON. */
export function lineageProv(lineage: LineageDto, siteUrl: string): ProvDocument {
  const edges = new Map(lineage.edges.map((edge) => [edge.to, edge]));
  const later = lineage.successors.map(({ claim }) => claim);
  return provJson({
    siteUrl,
    claims: [lineage.claim, ...lineage.claims, ...later].map(({ id, slug, statement }) => ({
      id,
      statement,
      url: `${siteUrl}/claims/${id}/${slug}`,
    })),
    citations: lineage.nodes.map((node) => {
      const edge = edges.get(node.id);
      return { ...node, drawnFromId: edge?.from ?? null, changed: edge !== undefined && edge.severity !== 'none' };
    }),
    relations: lineage.relations,
  });
}
