import { queryFault } from '../../domain/text/search-query';
import { type Problem, type RawParameters, readParameters } from '../../lib/parameters';
import { SourceFilters } from './schema';

/** The filters of the bibliography, from an address. */
export function readSourceFilters(raw: RawParameters): { filters: SourceFilters; problems: Problem[] } {
  const { value: filters, problems } = readParameters(SourceFilters, raw);
  const fault = queryFault(filters.q);
  if (fault === null) return { filters, problems };
  return { filters: { ...filters, q: undefined }, problems: [...problems, { field: 'q', message: fault }] };
}

/** The filters as the search part of an address, without the question mark. */
export function sourceSearch(filters: SourceFilters): string {
  const search = new URLSearchParams();
  if (filters.q !== undefined) search.set('q', filters.q);
  for (const type of filters.type) search.append('type', type);
  for (const grade of filters.reliability) search.append('reliability', grade);
  return search.toString();
}

/** The address of the bibliography with these filters. */
export function sourceHref(filters: SourceFilters): string {
  const search = sourceSearch(filters);
  return search === '' ? '/sources' : `/sources?${search}`;
}
