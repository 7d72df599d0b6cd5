import type { Metadata } from 'next';
import { QueueOverview } from '@/features/queues/components/queue-overview';
import { loadQueues } from '@/features/queues/loaders';

export const metadata: Metadata = { title: 'Queues' };

export default async function QueuesPage() {
  return (
    <div>
      <h1>Queues</h1>
      <p className="lead">What waits for somebody. Take what you will do, so that nobody does it twice.</p>
      <QueueOverview counts={await loadQueues()} withWords />
    </div>
  );
}
