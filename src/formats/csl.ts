import type { Name, SourceType } from '../domain/source';
import type { ClaimDto } from '../features/claims/schema';
import type { Bibliography } from '../features/sources/schema';

/** A CSL-JSON 1.0.2 item. Fields that are not established are left out, never filled. */
export type CslItem = {
  id: string;
  type: string;
  title: string;
  author?: Name[];
  issued?: { 'date-parts': [number[]] };
  [field: string]: unknown;
};

// CSL has no "treaty" citation layout in most styles' eyes that differs from a report's; its own type name is kept
// in the data and replaced where a style would print nothing for it.
const CSL_TYPE: Partial<Record<SourceType, string>> = { post: 'post', treaty: 'treaty' };

/** A bibliographic record as a CSL-JSON item. */
export function cslOfSource(source: Omit<Bibliography, 'slug'>, note?: string): CslItem {
  return compact({
    id: source.id,
    type: CSL_TYPE[source.type] ?? source.type,
    title: source.title,
    author: source.author.length > 0 ? source.author : undefined,
    issued: source.issued === null ? undefined : { 'date-parts': [source.issued.split('-').map(Number)] },
    publisher: source.publisher,
    'publisher-place': source.publisherPlace,
    'container-title': source.containerTitle,
    volume: source.volume,
    issue: source.issue,
    page: source.page,
    'number-of-pages': source.numberOfPages?.toString(),
    number: source.number,
    DOI: source.doi,
    ISBN: source.isbn,
    URL: source.url,
    note,
  }) as CslItem;
}

/**
 * The reference to give with a claim: the work it was first stated in, for that is what a reader must find, with a
 * note that names the claim's record here. Where no origin is known, that record itself.
 */
export function cslOfClaim(claim: ClaimDto, origin: Bibliography | null): CslItem {
  return origin === null ? cslOfRecord(claim) : cslOfSource(origin, `Plumbline ${claim.id}: ${claim.url}`);
}

function cslOfRecord(claim: ClaimDto): CslItem {
  const updated = claim.updatedAt.slice(0, 10).split('-').map(Number);
  return {
    id: claim.id,
    type: 'webpage',
    title: `${claim.id}: ${claim.statement}`,
    author: [{ literal: 'Plumbline' }],
    issued: { 'date-parts': [updated] },
    'container-title': 'Plumbline',
    URL: claim.url,
  };
}

function compact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}
