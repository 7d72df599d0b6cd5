import type { Metadata } from 'next';
import { DraftList } from '@/features/drafts/components/draft-list';
import { loadDrafts } from '@/features/drafts/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Drafts' };

export default async function DraftsPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  return <DraftList {...(await loadDrafts(await searchParams))} />;
}
