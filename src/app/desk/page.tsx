import type { Metadata } from 'next';
import { DeskOverview } from '@/features/desk/components/desk-overview';
import { requireActor } from '@/features/desk/loaders';
import { QueueOverview } from '@/features/queues/components/queue-overview';
import { RecallList } from '@/features/releases/components/recall-list';
import { loadRecalls } from '@/features/releases/loaders';
import { loadQueuesIfPermitted } from '@/features/queues/loaders';
import { OpenReports } from '@/features/text-checks/components/open-reports';
import { loadOpenReports } from '@/features/text-checks/loaders';

export const metadata: Metadata = { title: { absolute: 'Desk · Plumbline' } };

export default async function DeskPage() {
  const [actor, counts, recalls, reports] = await Promise.all([
    requireActor('account.use'),
    loadQueuesIfPermitted(),
    loadRecalls(),
    loadOpenReports(),
  ]);
  return (
    <>
      <DeskOverview actor={actor} urgent={<RecallList recalls={recalls} />} />
      {counts === null ? null : (
        <section aria-labelledby="queues">
          <h2 id="queues">What waits</h2>
          <QueueOverview counts={counts} />
          {reports === null ? null : <OpenReports count={reports} />}
        </section>
      )}
    </>
  );
}
