import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { ChangeTable } from '@/features/drafts/components/change-table';
import { MergePage } from '@/features/records/components/merge-page';
import { loadMerge } from '@/features/records/loaders';
import type { RawParameters } from '@/lib/parameters';
import { leadToNotFound } from '@/features/desk/loaders';

export const metadata: Metadata = { title: 'Merge' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const view = await loadMerge(id, await searchParams);
  if (view === null) leadToNotFound();
  if ('movedTo' in view) permanentRedirect(`/desk/records/${view.movedTo}`);
  return (
    <MergePage
      view={view}
      table={<ChangeTable changes={view.differences} before={view.record.id} after={view.other?.id ?? ''} />}
    />
  );
}
