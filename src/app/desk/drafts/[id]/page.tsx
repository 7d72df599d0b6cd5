import type { Metadata } from 'next';
import { DraftOverviewPage } from '@/features/drafts/components/draft-overview';
import { loadDraftOverview } from '@/features/drafts/loaders';
import type { RawParameters } from '@/lib/parameters';
import { leadToNotFound } from '@/features/desk/loaders';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Draft ${(await params).id}` };
}

export default async function DraftPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const view = await loadDraftOverview(id);
  if (view === null) leadToNotFound();
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined);
  return (
    <DraftOverviewPage
      view={view}
      done={text('done')}
      isRefused={search.refused !== undefined}
      removing={text('remove')}
    />
  );
}
