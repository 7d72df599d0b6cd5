import type { Metadata } from 'next';
import { BeginPage } from '@/features/drafts/components/begin-form';
import { loadBeginning } from '@/features/drafts/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'New record' };

export default async function NewDraftPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  return <BeginPage {...(await loadBeginning(await searchParams))} />;
}
