import type { Metadata } from 'next';
import { KeyList } from '@/features/accounts/components/key-list';
import { loadOwnKeys } from '@/features/accounts/loaders';
import { requireActor } from '@/features/desk/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Keys for scripts' };

export default async function KeysPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  await requireActor('account.use');
  const { done } = await searchParams;
  return <KeyList keys={await loadOwnKeys()} done={typeof done === 'string' ? done : undefined} />;
}
