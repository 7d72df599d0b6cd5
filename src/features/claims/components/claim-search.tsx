import { SearchBox } from '../../../ui/search-box';
import { filterSearch } from '../filters';
import type { ClaimFilters } from '../schema';

/** Search among the claims; the filters in use are kept. */
export function ClaimSearch({ filters }: { filters: ClaimFilters }) {
  const keep = [...new URLSearchParams(filterSearch({ ...filters, q: undefined, sort: undefined }))];
  return (
    <SearchBox
      action="/claims"
      label="Search claims by words or by number"
      value={filters.q}
      placeholder="1.8 million, trafficking girls, 7%"
      keep={keep}
    />
  );
}
