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
