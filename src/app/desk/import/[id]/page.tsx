import type { Metadata } from 'next';
import { ImportView } from '@/features/imports/components/import-view';
import { loadImport } from '@/features/imports/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Import' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export default async function ImportPage({ params, searchParams }: Props) {
  return <ImportView page={await loadImport((await params).id, await searchParams)} />;
}
