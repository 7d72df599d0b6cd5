import type { Metadata } from 'next';
import { RestoreQuestion } from '@/features/versions/components/restore-page';
import { loadRestore } from '@/features/versions/loaders';
import { leadToNotFound } from '@/features/desk/loaders';

export const metadata: Metadata = { title: 'Restore a version' };

export default async function RestorePage({ params }: { params: Promise<{ event: string }> }) {
  const page = await loadRestore((await params).event);
  if (page === null) leadToNotFound();
  return <RestoreQuestion page={page} />;
}
