import type { Metadata } from 'next';
import { ChosenFilters, FilterPanel } from '@/features/claims/components/claim-filters';
import { ClaimResults, SearchNotices } from '@/features/claims/components/claim-results';
import { ClaimSearch } from '@/features/claims/components/claim-search';
import { loadClaimList } from '@/features/claims/loaders';
import type { RawParameters } from '@/lib/parameters';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = await searchParams;
  return {
    title: typeof q === 'string' && q !== '' ? `Claims: ${q.slice(0, 60).replace(/\p{Cc}/gu, ' ')}` : 'Claims',
    description: 'Search and narrow statistical claims by topic, place, population, method and reliability.',
  };
}

export default async function ClaimsPage({ searchParams }: Props) {
  const raw = await searchParams;
  const list = await loadClaimList(raw);
  return (
    <div>
      <h1>Claims</h1>
      <ClaimSearch filters={list.filters} />
      <SearchNotices list={list} />
      <ChosenFilters filters={list.filters} facets={list.facets} />
      <div className="browse">
        <FilterPanel filters={list.filters} facets={list.facets} />
        <section className="results" aria-label="Results">
          <ClaimResults list={list} firstPage={raw.cursor === undefined} />
        </section>
      </div>
    </div>
  );
}
