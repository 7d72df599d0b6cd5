import { SearchBox } from '../../../ui/search-box';
import { sourceSearch } from '../filters';
import type { SourceFilters } from '../schema';

/** Search among the sources; the filters in use are kept. */
export function SourceSearch({ filters }: { filters: SourceFilters }) {
  return (
    <SearchBox
      action="/sources"
      label="Search sources by title, author, publisher or DOI"
      value={filters.q}
      placeholder="UNICEF 2005, Hagemann, 10.1016/…"
      keep={[...new URLSearchParams(sourceSearch({ ...filters, q: undefined }))]}
    />
  );
}
