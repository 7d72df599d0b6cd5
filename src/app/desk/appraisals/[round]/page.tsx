import type { Metadata } from 'next';
import { RoundView } from '@/features/appraisals/components/round-page';
import { loadRound } from '@/features/appraisals/loaders';
import { requireActor, leadToNotFound } from '@/features/desk/loaders';

type Props = { params: Promise<{ round: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Round ${(await params).round}` };
}

export default async function RoundPage({ params }: Props) {
  const actor = await requireActor('appraisal.write');
  const page = await loadRound(actor, (await params).round);
  if (page === null) leadToNotFound();
  return <RoundView page={page} />;
}
