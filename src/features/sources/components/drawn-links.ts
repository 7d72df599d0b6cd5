import type { SourceCitation, SourceDto } from '../schema';

/** Another source that this one draws on, or that draws on it, and the claims for which it does. */
export type DrawnLink = { source: { id: string; shortName: string }; claimIds: string[] };

/** The sources this one drew figures from, each once, in the order they come up. */
export function drawnFromLinks(source: SourceDto): DrawnLink[] {
  return grouped(source, (citation) => (citation.drawnFrom === null ? [] : [citation.drawnFrom]));
}

/** The sources that drew figures from this one. */
export function drawnByLinks(source: SourceDto): DrawnLink[] {
  return grouped(source, (citation) => citation.drawnBy);
}

type Other = SourceCitation['drawnBy'][number];

function grouped(source: SourceDto, others: (citation: SourceCitation) => readonly Other[]): DrawnLink[] {
  const links = new Map<string, DrawnLink>();
  for (const other of source.citations.flatMap(others)) {
    const link = links.get(other.source.id) ?? { source: other.source, claimIds: [] };
    if (!link.claimIds.includes(other.claimId)) link.claimIds.push(other.claimId);
    links.set(other.source.id, link);
  }
  return [...links.values()];
}
