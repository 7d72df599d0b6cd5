import type { Metadata } from 'next';
import { SourceFilters } from '@/features/sources/components/source-filters';
import { SourceResults } from '@/features/sources/components/source-results';
import { SourceSearch } from '@/features/sources/components/source-search';
import { loadSourceList } from '@/features/sources/loaders';
import type { RawParameters } from '@/lib/parameters';
import { ProblemNotice } from '@/ui/problem-notice';

export const metadata: Metadata = {
  title: 'Sources',
  description:
    'Every work that states a figure here: what it is, how reliable it is, and what it did with the figures.',
};

export default async function SourcesPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const raw = await searchParams;
  const list = await loadSourceList(raw);
  return (
    <div>
      <h1>Sources</h1>
      <SourceSearch filters={list.filters} />
      <ProblemNotice problems={list.problems} labels={{ q: 'The search', type: 'Type of work', cursor: 'The page' }} />
      <div className="browse">
        <SourceFilters list={list} />
        <section className="results" aria-label="Results">
          <SourceResults list={list} firstPage={raw.cursor === undefined} />
        </section>
      </div>
    </div>
  );
}
