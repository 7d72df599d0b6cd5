import type { Metadata } from 'next';
import { DeniedPage } from '@/features/desk/components/denied-page';
import { permissionOf, requireActor } from '@/features/desk/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Not open to your account' };

/** Sent with status 403 by src/proxy.ts, in place of the page that was asked for or on its own. */
export default async function DeniedRoute({ searchParams }: { searchParams: Promise<RawParameters> }) {
  await requireActor('account.use');
  return <DeniedPage permission={permissionOf((await searchParams).permission)} />;
}
