import type { Metadata } from 'next';
import { BaseChecks } from '@/features/checks/components/base-checks';
import { loadBaseChecks } from '@/features/checks/loaders';

export const metadata: Metadata = { title: 'Checks' };

export default async function BaseChecksPage() {
  return (
    <div>
      <h1>Checks</h1>
      <p className="lead">What the rules find in the whole evidence base, as it stands now.</p>
      <BaseChecks page={await loadBaseChecks()} />
    </div>
  );
}
