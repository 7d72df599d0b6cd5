import { type Problem, type RawParameters, readParameters } from '../../lib/parameters';
import { MatchReportFilters } from './schema';

/** Which reports are shown, from an address. */
export function readReportFilters(raw: RawParameters): { filters: MatchReportFilters; problems: Problem[] } {
  const { value: filters, problems } = readParameters(MatchReportFilters, raw);
  return { filters, problems };
}

export function reportsHref({ state, page }: Partial<MatchReportFilters> = {}): string {
  const search = new URLSearchParams();
  if (state === 'settled') search.set('state', state);
  if (page !== undefined && page > 1) search.set('page', String(page));
  return search.size === 0 ? '/desk/matches' : `/desk/matches?${search}`;
}
