import 'server-only';
import { cache } from 'react';
import { BadCursor } from '../../lib/cursor';
import type { Problem, RawParameters } from '../../lib/parameters';
import { getSource, sourceExists, listSources, type SourceList } from './data';
import { readSourceFilters, sourceSearch } from './filters';
import type { SourceFilters } from './schema';

const PAGE_SIZE = 30;

export { sourceExists };

export const loadSource = cache(getSource);

export type SourceListPage = SourceList & { filters: SourceFilters; problems: Problem[] };

/** The bibliography as a page shows it: a filter that cannot be used is dropped and named in `problems`. */
export async function loadSourceList(raw: RawParameters): Promise<SourceListPage> {
  const { filters, problems } = readSourceFilters(raw);
  const cursor = typeof raw.cursor === 'string' && raw.cursor !== '' ? raw.cursor : undefined;
  const list = await listSources(filters, { limit: PAGE_SIZE, cursor }).catch((error: unknown) => {
    if (!(error instanceof BadCursor)) throw error;
    problems.push({ field: 'cursor', message: `${error.message}; showing the first page` });
    return listSources(filters, { limit: PAGE_SIZE });
  });
  const search = sourceSearch(filters);
  return {
    ...list,
    filters,
    problems,
    next: list.next === null ? null : `?${search === '' ? '' : `${search}&`}cursor=${list.next}`,
  };
}
