import { type Problem, type RawParameters, readParameters } from '../../lib/parameters';
import { LinkFilters } from './schema';

/** What the list of links is narrowed to, from an address. */
export function readLinkFilters(raw: RawParameters): { filters: LinkFilters; problems: Problem[] } {
  const { value: filters, problems } = readParameters(LinkFilters, raw);
  return { filters, problems };
}

export function linksHref({ view, page }: Partial<LinkFilters>): string {
  const search = new URLSearchParams();
  if (view !== undefined) search.set('view', view);
  if (page !== undefined && page > 1) search.set('page', String(page));
  return search.size === 0 ? '/desk/links' : `/desk/links?${search}`;
}
