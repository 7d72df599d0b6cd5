import type { Metadata } from 'next';
import { DistortedClaims, RepeatedClaims } from '@/features/network/components/claim-lists';
import { Fidelity } from '@/features/network/components/fidelity-tables';
import { Loops } from '@/features/network/components/loops';
import { OrganisationChart } from '@/features/network/components/organisation-chart';
import { SourceTable } from '@/features/network/components/source-table';
import { loadNetwork } from '@/features/network/loaders';

export const metadata: Metadata = {
  title: 'Who draws on whom',
  description:
    'Which organisations and works pass on whose figures, how faithfully, which figures are repeated and distorted most, and where citing runs in a ring.',
};

export const dynamic = 'force-dynamic';

export default async function NetworkPage() {
  const { network, chart } = await loadNetwork();
  return (
    <div className="network">
      <h1>Who draws on whom</h1>
      <p className="lead">
        A figure is stated once and passed on many times. These are the organisations and works that pass figures on,
        whose figures they are, and what became of them on the way.
      </p>
      <p className="network-note">
        It shows what is recorded here, and not all citing there is. Misquoted figures were looked for, so that they
        stand here more often than in the world; and documents whose every citation was recorded, such as the one this
        evidence base began with, appear larger than others.
      </p>
      <OrganisationChart graph={network.organisations} chart={chart} />
      <SourceTable graph={network.sources} />
      <Fidelity fidelity={network.fidelity} />
      <RepeatedClaims list={network.mostRepeated} />
      <DistortedClaims list={network.mostDistorted} />
      <Loops loops={network.loops} />
    </div>
  );
}
