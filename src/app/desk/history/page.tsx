import type { Metadata } from 'next';
import { DeskHistoryPage } from '@/features/versions/components/desk-history';
import { loadDeskHistory } from '@/features/versions/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'History' };

export default async function HistoryPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  return <DeskHistoryPage history={await loadDeskHistory(await searchParams)} />;
}
