import { isCritic } from '../domain/citation';
import type { ProvDocument } from '../domain/prov';
import type { LineageDto, LineageEdge, LineageNode } from '../features/lineage/schema';
import { type LineageForProv, provJson } from './prov-json';

/** The lineage of a claim as PROV-JSON. */
export function lineageProv(lineage: LineageDto, siteUrl: string): ProvDocument {
  const later = lineage.successors.map(({ claim }) => claim);
  const claims = new Map([lineage.claim, ...lineage.claims, ...later].map((claim) => [claim.id, claim]));
  const edges = new Map(lineage.edges.map((edge) => [edge.to, edge]));
  const nodes = new Map(lineage.nodes.map((node) => [node.id, node]));
  // An origin whose wording was not noted at the citation has it at the claim: as its origin printed it.
  const wording = ({ figureAsPrinted, originState, claimId }: LineageNode) =>
    figureAsPrinted ?? (originState === 'origin' ? (claims.get(claimId)?.figure.asPrinted ?? null) : null);
  const isQuotation = (node: LineageNode, { from, severity }: LineageEdge) => {
    const drawnFrom = nodes.get(from);
    const isKnown = wording(node) !== null && drawnFrom !== undefined && wording(drawnFrom) !== null;
    return severity === 'none' && isKnown && !isCritic(node);
  };
  return provJson({
    siteUrl,
    claims: [...claims.values()].map(({ id, slug, statement, reliability, doesNotMeasure }) => ({
      id,
      statement,
      url: `${siteUrl}/claims/${id}/${slug}`,
      reliability,
      doesNotMeasure,
    })),
    citations: lineage.nodes.map((node) => {
      const edge = edges.get(node.id);
      return {
        ...node,
        figureAsPrinted: wording(node),
        drawnFromId: edge?.from ?? null,
        quoted: edge !== undefined && isQuotation(node, edge),
      };
    }),
    relations: withoutBreaks(lineage),
  });
}

/** Relations, but of those that continue a claim only such as are known to do so without a break in the series. */
function withoutBreaks({ relations, successors }: LineageDto): LineageForProv['relations'] {
  const name = (from: string, to: string) => `${from} ${to}`;
  const unbroken = new Set(
    successors.flatMap(({ claim, after, kind, isBreak }) =>
      kind === 'continues' && !isBreak ? [name(claim.id, after)] : [],
    ),
  );
  return relations.filter(({ kind, from, to }) => kind !== 'continues' || unbroken.has(name(from, to)));
}
