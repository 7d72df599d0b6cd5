import type { Metadata } from 'next';
import { LinkList } from '@/features/links/components/link-list';
import { RunPanel } from '@/features/links/components/run-panel';
import { loadLinks } from '@/features/links/loaders';
import type { RawParameters } from '@/lib/parameters';
import { ProblemNotice } from '@/ui/problem-notice';

export const metadata: Metadata = { title: 'Links' };

export default async function LinksPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const raw = await searchParams;
  const page = await loadLinks(raw);
  return (
    <div>
      <h1>Links</h1>
      <p className="lead">Whether the addresses of sources still lead to them.</p>
      <ProblemNotice problems={page.problems} labels={{ view: 'The kind of link', page: 'The page' }} />
      <RunPanel page={page} problem={typeof raw.problem === 'string' ? raw.problem : undefined} />
      <LinkList page={page} />
    </div>
  );
}
