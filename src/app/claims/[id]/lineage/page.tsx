import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { figureTitle } from '@/features/claims/components/figure-mark';
import { ReliabilityBadge } from '@/features/claims/components/badges';
import { LineageChart } from '@/features/lineage/components/lineage-section';
import { LineageMeasures } from '@/features/lineage/components/lineage-measures';
import { loadWholeLineage } from '@/features/lineage/loaders';
import type { RawParameters } from '@/lib/parameters';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

async function viewOf({ params, searchParams }: Props) {
  const [{ id }, { root }] = await Promise.all([params, searchParams]);
  return loadWholeLineage(id, typeof root === 'string' && /^\d{1,9}$/.test(root) ? Number(root) : null);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const view = await viewOf(props);
  if (view === null) return { title: 'Claim not found' };
  const { claim } = view.lineage;
  return { title: `Lineage of ${figureTitle(claim.figure)} (${claim.id})`, description: view.title };
}

/** The whole descent of a claim, however many citations it has. */
export default async function LineagePage(props: Props) {
  const view = await viewOf(props);
  if (view === null) notFound();
  const { claim } = view.lineage;
  return (
    <article className="record">
      <p className="eyebrow">
        <a href={`/claims/${claim.id}/${claim.slug}`}>Claim {claim.id}</a>
      </p>
      <h1>Where {figureTitle(claim.figure)} comes from</h1>
      <p className="lead">{claim.statement}</p>
      <p className="claim-item-marks">
        <ReliabilityBadge level={claim.reliability} provisional={claim.provisional} />
      </p>
      <p className="meta">
        <strong>Does not measure:</strong> {claim.doesNotMeasure.join(' ')}
      </p>
      {view.isPart ? (
        <p>
          One of its lines is drawn here. <a href={`/claims/${claim.id}/lineage`}>All of them</a>
        </p>
      ) : null}
      {view.isFolded ? (
        <p>
          It is too large to be drawn open. Each line can be opened by itself, and{' '}
          <a href={`/claims/${claim.id}/lineage.csv`}>the table</a> has all of it.
        </p>
      ) : null}
      <LineageChart view={view} />
      <h2>What its citing shows</h2>
      <LineageMeasures lineage={view.lineage} />
    </article>
  );
}
