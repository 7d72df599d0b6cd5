import type { ClaimDto, SourceReference } from '../features/claims/schema';
import type { SourceDto } from '../features/sources/schema';

/** A claim as schema.org Claim with its figure as QuantitativeValue and its citations as appearances. */
export function claimJsonLd(claim: ClaimDto, siteUrl: string): object {
  const work = (source: SourceReference) => ({
    '@type': 'CreativeWork',
    '@id': `${siteUrl}/sources/${source.id}`,
    name: source.title,
    datePublished: source.issued ?? undefined,
    publisher: source.publisher === null ? undefined : { '@type': 'Organization', name: source.publisher },
    url: source.url ?? undefined,
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Claim',
    '@id': `${siteUrl}/claims/${claim.id}`,
    url: claim.url,
    identifier: claim.id,
    text: claim.statement,
    spatialCoverage: { '@type': 'Place', name: claim.geography.name, identifier: claim.geography.code },
    temporalCoverage: [claim.period.start, claim.period.end].filter((date) => date !== null).join('/') || undefined,
    about: claim.topics.map((topic) => topic.name),
    dateModified: claim.updatedAt,
    firstAppearance: claim.origin === null ? undefined : work(claim.origin.source),
    appearance: claim.citations.map((citation) => work(citation.source)),
    ...quantity(claim),
  };
}

function quantity({ figure }: ClaimDto): object {
  if (figure.kind === 'direction') return {};
  return {
    mainEntity: {
      '@type': 'QuantitativeValue',
      value: figure.value ?? undefined,
      minValue: figure.low ?? undefined,
      maxValue: figure.high ?? undefined,
      unitText: figure.of === null ? figure.unit : `${figure.unit} of ${figure.of}`,
    },
  };
}

const SCHEMA_TYPE: Readonly<Record<string, string>> = {
  report: 'Report',
  'article-journal': 'ScholarlyArticle',
  'article-newspaper': 'NewsArticle',
  article: 'Article',
  book: 'Book',
  chapter: 'Chapter',
  dataset: 'Dataset',
  thesis: 'Thesis',
  treaty: 'Legislation',
  webpage: 'WebPage',
};

/** A source as schema.org CreativeWork, or the narrower type that fits. */
export function sourceJsonLd(source: SourceDto, siteUrl: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': SCHEMA_TYPE[source.type] ?? 'CreativeWork',
    '@id': `${siteUrl}/sources/${source.id}`,
    name: source.title,
    author: source.author.map((name) =>
      'literal' in name
        ? { '@type': 'Organization', name: name.literal }
        : { '@type': 'Person', familyName: name.family, givenName: name.given },
    ),
    datePublished: source.issued ?? undefined,
    publisher: source.publisher === null ? undefined : { '@type': 'Organization', name: source.publisher },
    isPartOf: source.containerTitle === null ? undefined : { '@type': 'Periodical', name: source.containerTitle },
    identifier: source.doi === null ? undefined : `https://doi.org/${source.doi}`,
    isbn: source.isbn ?? undefined,
    sameAs: source.url ?? undefined,
  };
}
