import type { Metadata } from 'next';
import { DeniedPage } from '@/features/desk/components/denied-page';
import { DeskFrame } from '@/features/desk/components/desk-frame';
import { permissionOf, requireActor } from '@/features/desk/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Not open to your account', robots: 'noindex' };

export const dynamic = 'force-dynamic';

/** Sent with status 403 by src/proxy.ts, in place of a page of the desk, and at /desk/denied. */
export default async function DeniedRoute({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const actor = await requireActor('account.use');
  return (
    <DeskFrame actor={actor}>
      <DeniedPage permission={permissionOf((await searchParams).permission)} />
    </DeskFrame>
  );
}
