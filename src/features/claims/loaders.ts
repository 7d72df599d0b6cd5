import 'server-only';
import { cache } from 'react';
import type { Problem, RawParameters } from '../../lib/parameters';
import { BadCursor } from '../../lib/cursor';
import { type FoundClaim, listClaims } from './list-data';
import { claimExists, type EvidenceState, getClaim, getEvidenceState } from './data';
import { filterSearch, readClaimFilters } from './filters';
import type { ClaimFacets, ClaimFilters } from './schema';
import type { CorrectedWord } from './search-sql';

const PAGE_SIZE = 20;

export type { EvidenceState };

export { claimExists };

export const loadClaim = cache(getClaim);
export const loadEvidenceState = cache(getEvidenceState);

export type ClaimListPage = {
  filters: ClaimFilters;
  problems: Problem[];
  claims: FoundClaim[];
  /** Search part of the next page's address, with its question mark; null on the last page. */
  next: string | null;
  facets: ClaimFacets;
  correctedWords: CorrectedWord[];
  total: number;
};

/** The claim list as a page shows it: a filter that cannot be used is dropped and named in `problems`. */
export async function loadClaimList(raw: RawParameters): Promise<ClaimListPage> {
  const { filters, problems } = readClaimFilters(raw);
  const cursor = typeof raw.cursor === 'string' && raw.cursor !== '' ? raw.cursor : undefined;
  const list = await listClaims(filters, { limit: PAGE_SIZE, cursor, facets: true }).catch((error: unknown) => {
    if (!(error instanceof BadCursor)) throw error;
    problems.push({ field: 'cursor', message: `${error.message}; showing the first page` });
    return listClaims(filters, { limit: PAGE_SIZE, facets: true });
  });
  if (list.facets === null) throw new Error('facets were asked for');
  const search = filterSearch(filters);
  return {
    filters,
    problems,
    claims: list.claims,
    next: list.next === null ? null : `?${search === '' ? '' : `${search}&`}cursor=${list.next}`,
    facets: list.facets,
    correctedWords: list.correctedWords,
    total: list.facets.total,
  };
}
