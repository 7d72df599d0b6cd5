import type { Metadata } from 'next';
import { AccountOverview } from '@/features/accounts/components/account-overview';
import { loadAccount } from '@/features/accounts/loaders';
import { requireActor } from '@/features/desk/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  await requireActor('account.use');
  const { done } = await searchParams;
  return <AccountOverview page={await loadAccount()} done={typeof done === 'string' ? done : undefined} />;
}
