import type { Metadata } from 'next';
import { QueueList } from '@/features/queues/components/queue-list';
import { loadQueue, queueTitle } from '@/features/queues/loaders';
import type { RawParameters } from '@/lib/parameters';
import { ProblemNotice } from '@/ui/problem-notice';
import { leadToNotFound } from '@/features/desk/loaders';

type Props = { params: Promise<{ queue: string }>; searchParams: Promise<RawParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: queueTitle((await params).queue) ?? 'Queues' };
}

export default async function QueuePage({ params, searchParams }: Props) {
  const [{ queue }, raw] = await Promise.all([params, searchParams]);
  const page = await loadQueue(queue, raw);
  if (page === null) leadToNotFound();
  return (
    <>
      <ProblemNotice problems={page.problems} labels={{ whose: 'Whose', order: 'The order', page: 'The page' }} />
      <QueueList page={page} problem={typeof raw.problem === 'string' ? raw.problem : undefined} />
    </>
  );
}
