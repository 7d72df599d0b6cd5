import { z } from 'zod';
import type { CitationRecord } from './citation';
import { ClaimRecord, SeriesKey, TopicCode } from './claim';
import { PartialDate } from './partial-date';
import { SourceRecord } from './source';
import { claimFaults, type Fault, ownWordFault, sourceFaults } from './record';
import { TermRecord } from './terminology';

/** A place: a country by ISO 3166-1 alpha-2, a region or the world by UN M49. */
export const GeographyRecord = z.strictObject({
  code: z.string().regex(/^([A-Z]{2}|\d{3})$/),
  name: z.string().min(1),
  kind: z.enum(['world', 'region', 'subregion', 'country']),
  parent: z.string().nullable().describe('Code of the M49 area that contains it; null for the world.'),
});
export type GeographyRecord = z.infer<typeof GeographyRecord>;

export const TopicRecord = z.strictObject({
  code: TopicCode,
  name: z.string().min(1),
  kind: z.enum(['manifestation', 'context']),
  description: z.string().min(1),
});
export type TopicRecord = z.infer<typeof TopicRecord>;

/** What the claims of one series have in common, in plain words. */
export const SeriesRecord = z.strictObject({
  key: SeriesKey,
  name: z.string().min(1),
  description: z.string().min(1).nullable(),
});

/** The numbers that a bundled record may have. A database counts its own records from the next number on. */
const BUNDLED_ID_MAX = 10_000;

/** The whole bundled evidence base, as its data files hold it. */
export const EvidenceBase = z.strictObject({
  version: PartialDate.describe('The day this edition of the evidence base was closed.'),
  geographies: z.array(GeographyRecord),
  topics: z.array(TopicRecord),
  terms: z.array(TermRecord),
  series: z.array(SeriesRecord),
  sources: z.array(SourceRecord),
  claims: z.array(ClaimRecord),
});
export type EvidenceBase = z.infer<typeof EvidenceBase>;

/**
 * What no single record can show to be wrong: dangling keys, keys or ids given twice, citations that draw on
 * each other in a ring, older terms in our own words. One sentence per fault; empty when the base holds together.
 */
export function evidenceBaseFaults(base: EvidenceBase): string[] {
  const citations = base.claims.flatMap((claim) => claim.citations);
  return [
    ...repetitionFaults(base, citations),
    ...[...base.sources, ...base.claims].flatMap(({ id }) =>
      Number(id.slice(1)) <= BUNDLED_ID_MAX
        ? []
        : [`${id}: numbers above ${BUNDLED_ID_MAX} belong to each site's own records`],
    ),
    ...danglingFaults(base, citations),
    ...ringFaults(citations),
    ...base.claims.flatMap((claim) => claimFaults(claim).map((fault) => `${claim.key}: ${faultText(fault)}`)),
    ...base.sources.flatMap((source) => sourceFaults(source).map((fault) => `${source.key}: ${faultText(fault)}`)),
    ...base.series.flatMap((series) => ownWordFaults(series.key, [series.name, series.description])),
    ...base.topics.flatMap((topic) => ownWordFaults(topic.code, [topic.name, topic.description])),
  ];
}

function faultText({ path, message }: Fault): string {
  return `${path} ${message}`;
}

/** Keys, ids and other names that two records share. */
function repetitionFaults(base: EvidenceBase, citations: readonly CitationRecord[]): string[] {
  return [
    ...repeated(
      'source key',
      base.sources.map((s) => s.key),
    ),
    ...repeated(
      'source id',
      base.sources.map((s) => s.id),
    ),
    ...repeated(
      'DOI',
      base.sources.flatMap((s) => s.doi ?? []),
    ),
    ...repeated(
      'claim key',
      base.claims.map((c) => c.key),
    ),
    ...repeated(
      'claim id',
      base.claims.map((c) => c.id),
    ),
    ...repeated(
      'citation key',
      citations.map((c) => c.key),
    ),
    ...repeated(
      'geography',
      base.geographies.map((g) => g.code),
    ),
    ...repeated(
      'series',
      base.series.map((s) => s.key),
    ),
    ...repeated(
      'term',
      base.terms.map((t) => t.older),
    ),
  ];
}

function repeated(what: string, values: readonly string[]): string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const value of values) {
    if (seen.has(value)) faults.push(`${what} ${value} is given twice`);
    seen.add(value);
  }
  return faults;
}

function danglingFaults(base: EvidenceBase, citations: readonly CitationRecord[]): string[] {
  const claims = new Set(base.claims.map((c) => c.key));
  const sources = new Set(base.sources.map((s) => s.key));
  const places = new Set(base.geographies.map((g) => g.code));
  const series = new Set(base.series.map((s) => s.key));
  const byKey = new Map(citations.map((c) => [c.key, c]));
  const faults: string[] = [];
  for (const place of base.geographies) {
    if (place.parent !== null && !places.has(place.parent)) faults.push(`${place.code}: no place ${place.parent}`);
  }
  for (const claim of base.claims) {
    if (!places.has(claim.geography)) faults.push(`${claim.key}: no place ${claim.geography}`);
    if (claim.series !== null && !series.has(claim.series)) faults.push(`${claim.key}: no series ${claim.series}`);
    for (const relation of claim.relations) {
      if (!claims.has(relation.to)) faults.push(`${claim.key}: no claim ${relation.to}`);
    }
    for (const citation of claim.citations) {
      if (!sources.has(citation.source)) faults.push(`${citation.key}: no source ${citation.source}`);
      if (citation.drawnFrom !== null && !byKey.has(citation.drawnFrom)) {
        faults.push(`${citation.key}: no citation ${citation.drawnFrom}`);
      }
    }
  }
  return faults;
}

/** Citations that draw on each other in a ring: none of them can have been first. */
function ringFaults(citations: readonly CitationRecord[]): string[] {
  const drawnFrom = new Map(citations.map((citation) => [citation.key, citation.drawnFrom]));
  return citations.flatMap(({ key }) => {
    const seen = new Set<string>();
    let at: string | null = drawnFrom.get(key) ?? null;
    while (at !== null && at !== key && !seen.has(at)) {
      seen.add(at);
      at = drawnFrom.get(at) ?? null;
    }
    return at === key ? [`${key}: draws on itself by way of others`] : [];
  });
}

function ownWordFaults(where: string, sentences: readonly (string | null)[]): string[] {
  return sentences.flatMap((text) => ownWordFault('', text)).map(({ message }) => `${where}: ${message}`);
}
