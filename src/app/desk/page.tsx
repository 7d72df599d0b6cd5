import type { Metadata } from 'next';
import { DeskOverview } from '@/features/desk/components/desk-overview';
import { requireActor } from '@/features/desk/loaders';

export const metadata: Metadata = { title: { absolute: 'Desk · Plumbline' } };

export default async function DeskPage() {
  return <DeskOverview actor={await requireActor('account.use')} />;
}
