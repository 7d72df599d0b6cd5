import type { Metadata } from 'next';
import { DeskFrame } from '@/features/desk/components/desk-frame';
import { requireActor } from '@/features/desk/loaders';

export const metadata: Metadata = { title: { default: 'Desk', template: '%s · Desk · Plumbline' }, robots: 'noindex' };

export const dynamic = 'force-dynamic';

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const actor = await requireActor('account.use');
  return <DeskFrame actor={actor}>{children}</DeskFrame>;
}
