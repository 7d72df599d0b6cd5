import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { EditRecord } from '@/features/drafts/components/edit-record';
import { RecordPage } from '@/features/records/components/record-page';
import { loadRecord } from '@/features/records/loaders';
import type { RawParameters } from '@/lib/parameters';
import { leadToNotFound } from '@/features/desk/loaders';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Record ${(await params).id}` };
}

export default async function Page({ params, searchParams }: Props) {
  const record = await loadRecord((await params).id);
  if (record === null) leadToNotFound();
  if ('movedTo' in record) permanentRedirect(`/desk/records/${record.movedTo}`);
  const { done } = await searchParams;
  return (
    <RecordPage
      record={record}
      done={typeof done === 'string' ? done : undefined}
      edit={<EditRecord kind={record.kind} id={record.id} />}
    />
  );
}
