import type { OriginState } from '../domain/citation';
import type { RelationKind } from '../domain/claim';
import type { Reliability } from '../domain/grade';
import {
  edgesOnLoops,
  PROV_ENDS,
  type ProvAttributes,
  type ProvDocument,
  type ProvRelation,
  qualified,
} from '../domain/prov';

/** As much of a lineage as its provenance needs. */
export type LineageForProv = {
  /** Address of the site, without a slash at its end. */
  siteUrl: string;
  claims: readonly {
    id: string;
    statement: string;
    url: string;
    reliability: Reliability;
    doesNotMeasure: readonly string[];
  }[];
  citations: readonly ProvCitation[];
  /** Of those that continue another, only such as do so without a break in the series. */
  relations: readonly { kind: RelationKind; from: string; to: string }[];
};

type ProvCitation = {
  id: number;
  claimId: string;
  source: {
    id: string;
    shortName: string;
    title: string;
    organisation: string | null;
    issued: string | null;
    url: string | null;
  };
  figureAsPrinted: string | null;
  locator: string | null;
  originState: OriginState;
  /** The citation it drew from, in this claim or another. */
  drawnFromId: number | null;
  /** Whether it repeats what it drew from: both wordings are known, nothing changed, and it does not argue with it. */
  quoted: boolean;
};

/**
 * A lineage as a PROV-JSON document. Each citation is an entity: the figure as printed in that place; claims and sources
 * are collections of them. No claim is named without its grade and what it does not measure. A citation is derived from
 * the one it drew from, as a quotation (PROV-O wasQuotedFrom) where it repeats it, and has the origin at the end of its
 * chain as its primary source. A claim that supersedes another is a revision of it; one that continues or misquotes
 * another is derived from it. What runs in a circle is written as influence, which PROV does not order in time. Sources
 * are attributed to organisations that are known.
 */
export function provJson(lineage: LineageForProv): ProvDocument {
  const document = emptyDocument(lineage);
  const add = adder(document);
  for (const { id, statement, url, reliability, doesNotMeasure } of lineage.claims) {
    document.entity[`claim:${id}`] = {
      'prov:type': [qualified('plumbline:Claim'), qualified('prov:Collection')],
      'prov:label': statement,
      'schema:url': anyUri(url),
      'plumbline:reliability': reliability,
      // PROV-JSON has no empty list.
      ...(doesNotMeasure.length === 0 ? {} : { 'plumbline:doesNotMeasure': [...doesNotMeasure] }),
    };
  }
  for (const citation of lineage.citations) addCitation(document, add, citation);
  addDerivations(document, add, lineage.citations);
  addClaimRelations(document, add, lineage.relations);
  return document;
}

type Add = (relation: ProvRelation, first: string, second: string, attributes?: ProvAttributes) => void;

/** Adds relations under blank names that number themselves. */
function adder(document: ProvDocument): Add {
  let count = 0;
  return (relation, first, second, attributes = {}) => {
    const [one, other] = PROV_ENDS[relation];
    count += 1;
    const records: Record<string, object> = document[relation];
    records[`_:r${count}`] = { [one]: first, [other]: second, ...attributes };
  };
}

function emptyDocument({ siteUrl, claims, citations }: LineageForProv): ProvDocument {
  const claimIds = new Set([...claims.map(({ id }) => id), ...citations.map(({ claimId }) => claimId)]);
  return {
    prefix: {
      prov: 'http://www.w3.org/ns/prov#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      dcterms: 'http://purl.org/dc/terms/',
      schema: 'https://schema.org/',
      plumbline: `${siteUrl}/method#`,
      claim: `${siteUrl}/claims/`,
      source: `${siteUrl}/sources/`,
      organisation: `${siteUrl}/sources?q=`,
      citation: `${siteUrl}/claims#citation-`,
      // A citation is a place on the page of its claim: C1:12 is …/claims/C1#citation-12.
      ...Object.fromEntries([...claimIds].map((id) => [id, `${siteUrl}/claims/${id}#citation-`])),
    },
    entity: {},
    agent: {},
    wasAttributedTo: {},
    wasDerivedFrom: {},
    wasInfluencedBy: {},
    hadMember: {},
  };
}

const anyUri = (url: string) => ({ $: url, type: 'xsd:anyURI' });

function addCitation(document: ProvDocument, add: Add, citation: ProvCitation): void {
  const { source, figureAsPrinted, locator, originState, claimId } = citation;
  const name = nameOf(citation);
  document.entity[name] = {
    'prov:type': qualified('plumbline:Citation'),
    'prov:label': figureAsPrinted === null ? source.shortName : `${source.shortName}: “${figureAsPrinted}”`,
    ...(figureAsPrinted === null ? {} : { 'prov:value': figureAsPrinted }),
    ...(locator === null ? {} : { 'prov:location': locator }),
    'plumbline:originState': originState,
  };
  document.entity[`claim:${claimId}`] ??= {};
  add('hadMember', `claim:${claimId}`, name);
  if (!(`source:${source.id}` in document.entity)) addSource(document, add, source);
  add('hadMember', `source:${source.id}`, name);
}

function addSource(document: ProvDocument, add: Add, source: ProvCitation['source']): void {
  document.entity[`source:${source.id}`] = {
    'prov:type': [qualified('plumbline:Source'), qualified('prov:Collection')],
    'prov:label': source.shortName,
    'dcterms:title': source.title,
    ...(source.issued === null ? {} : { 'dcterms:issued': dateLiteral(source.issued) }),
    ...(source.url === null ? {} : { 'schema:url': anyUri(source.url) }),
  };
  if (source.organisation === null) return;
  const agent = `organisation:${localName(source.organisation)}`;
  document.agent[agent] ??= { 'prov:type': qualified('prov:Organization'), 'prov:label': source.organisation };
  add('wasAttributedTo', `source:${source.id}`, agent);
}

const nameOf = ({ claimId, id }: ProvCitation) => `${claimId}:${id}`;

/** Percent-encoded as an address is, with the marks that PROV-N keeps for itself. */
function localName(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function dateLiteral(issued: string) {
  const type = { 4: 'xsd:gYear', 7: 'xsd:gYearMonth' }[issued.length] ?? 'xsd:date';
  return { $: issued, type };
}

function addDerivations(document: ProvDocument, add: Add, citations: readonly ProvCitation[]): void {
  const byId = new Map(citations.map((citation) => [citation.id, citation]));
  const edges = citations.flatMap((citation) =>
    citation.drawnFromId === null ? [] : [{ from: `${citation.id}`, to: `${citation.drawnFromId}`, citation }],
  );
  const loops = edgesOnLoops(edges);
  const rootOf = rootFinder(byId, new Set([...loops].map(({ citation }) => citation.id)));
  for (const edge of edges) {
    const { citation } = edge;
    const drawn = byId.get(Number(edge.to));
    const used = drawn === undefined ? `citation:${edge.to}` : nameOf(drawn);
    // Drawn from a claim that is not in this document: named, so that the reference leads somewhere.
    document.entity[used] ??= { 'prov:type': qualified('plumbline:Citation') };
    if (loops.has(edge)) {
      add('wasInfluencedBy', nameOf(citation), used);
      continue;
    }
    add('wasDerivedFrom', nameOf(citation), used, citation.quoted ? { 'prov:type': qualified('prov:Quotation') } : {});
    const root = rootOf(citation);
    if (root !== null) {
      add('wasDerivedFrom', nameOf(citation), nameOf(root), { 'prov:type': qualified('prov:PrimarySource') });
    }
  }
}

/** The origin at the end of a citation's chain; null where the chain ends untraced, outside, or in a loop. */
function rootFinder(byId: ReadonlyMap<number, ProvCitation>, looped: ReadonlySet<number>) {
  const known = new Map<number, ProvCitation | null>();
  return (citation: ProvCitation): ProvCitation | null => {
    const path: ProvCitation[] = [];
    let at: ProvCitation | undefined = citation;
    while (at !== undefined && at.drawnFromId !== null && !known.has(at.id) && !looped.has(at.id)) {
      path.push(at);
      at = byId.get(at.drawnFromId);
    }
    const root = at === undefined ? null : (known.get(at.id) ?? (at.originState === 'origin' ? at : null));
    for (const step of path) known.set(step.id, root);
    return root;
  };
}

function addClaimRelations(document: ProvDocument, add: Add, relations: LineageForProv['relations']): void {
  const derived = relations.filter(({ kind }) => kind in DERIVED_KINDS);
  const loops = edgesOnLoops(derived);
  for (const edge of derived) {
    const [from, to] = [`claim:${edge.from}`, `claim:${edge.to}`];
    for (const name of [from, to]) document.entity[name] ??= { 'prov:type': qualified('plumbline:Claim') };
    if (loops.has(edge)) add('wasInfluencedBy', from, to);
    else add('wasDerivedFrom', from, to, DERIVED_KINDS[edge.kind as keyof typeof DERIVED_KINDS]);
  }
}

/** Relations that say where a claim comes from. Parts, contradictions and homonyms say nothing of the kind. */
const DERIVED_KINDS: Record<'supersedes' | 'continues' | 'misquotation-of', ProvAttributes> = {
  supersedes: { 'prov:type': qualified('prov:Revision') },
  // The next figure of a series, not the same one set right.
  continues: {},
  'misquotation-of': {},
};
