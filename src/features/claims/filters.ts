import { queryFault } from '../../domain/text/search-query';
import { type Problem, type RawParameters, readParameters } from '../../lib/parameters';
import { ClaimFilters, type ClaimSort, type FacetName } from './schema';

/** The filters of the claim list, from an address: what could be read, and what could not and why. */
export function readClaimFilters(raw: RawParameters): { filters: ClaimFilters; problems: Problem[] } {
  const { value, problems } = readParameters(ClaimFilters, raw);
  const filters = { ...value };
  const fault = queryFault(filters.q);
  if (fault !== null) {
    delete filters.q;
    problems.push({ field: 'q', message: fault });
  }
  if (filters.yearFrom !== undefined && filters.yearTo !== undefined && filters.yearFrom > filters.yearTo) {
    problems.push({ field: 'yearTo', message: 'must not be before the year it starts from' });
    delete filters.yearTo;
  }
  if (filters.valueMin !== undefined && filters.valueMax !== undefined && filters.valueMin > filters.valueMax) {
    problems.push({ field: 'valueMax', message: 'must not be below the value it starts from' });
    delete filters.valueMax;
  }
  if (filters.sort === 'relevance' && filters.q === undefined) delete filters.sort;
  return { filters, problems };
}

/** The order used when none is asked for: by relevance where something is searched, else the most cited first. */
export function effectiveSort(filters: ClaimFilters): ClaimSort {
  return filters.sort ?? (filters.q === undefined ? 'citations' : 'relevance');
}

/** The address of the claim list with these filters changed. The reader starts again on the first page. */
export function filterHref(filters: ClaimFilters, change: Partial<ClaimFilters> = {}): string {
  const search = filterSearch({ ...filters, ...change });
  return search === '' ? '/claims' : `/claims?${search}`;
}

/** The filters as the search part of an address, without the question mark, always in the same order. */
export function filterSearch(filters: ClaimFilters): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(ClaimFilters.shape) as (keyof ClaimFilters)[]) {
    const value = filters[name];
    if (Array.isArray(value)) for (const member of value) search.append(name, member);
    else if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.toString();
}

/** The filters with one value of a facet switched. */
export function toggled(filters: ClaimFilters, facet: FacetName, value: string): ClaimFilters {
  const chosen: readonly string[] = filters[facet];
  const next = chosen.includes(value) ? chosen.filter((member) => member !== value) : [...chosen, value];
  return { ...filters, [facet]: next } as ClaimFilters;
}
