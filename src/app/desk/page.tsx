import type { Metadata } from 'next';
import { DeskOverview } from '@/features/desk/components/desk-overview';
import { requireActor } from '@/features/desk/loaders';
import { QueueOverview } from '@/features/queues/components/queue-overview';
import { loadQueuesIfPermitted } from '@/features/queues/loaders';

export const metadata: Metadata = { title: { absolute: 'Desk · Plumbline' } };

export default async function DeskPage() {
  const [actor, counts] = await Promise.all([requireActor('account.use'), loadQueuesIfPermitted()]);
  return (
    <>
      <DeskOverview actor={actor} />
      {counts === null ? null : (
        <section aria-labelledby="queues">
          <h2 id="queues">What waits</h2>
          <QueueOverview counts={counts} />
        </section>
      )}
    </>
  );
}
