import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RecordHistory } from '@/features/history/components/record-history';
import { loadPublicHistory } from '@/features/history/loaders';
import { loadClaim } from '@/features/claims/loaders';
import type { RawParameters } from '@/lib/parameters';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return {
    title: `History of claim ${id}`,
    description: `Every change of claim ${id}, word by word, with its reason.`,
  };
}

/** Everything that ever happened to a claim. */
export default async function ClaimHistoryPage({ params, searchParams }: Props) {
  const [{ id }, raw] = await Promise.all([params, searchParams]);
  const [page, claim] = await Promise.all([loadPublicHistory(id, raw), loadClaim(id)]);
  if (page === null) notFound();
  return (
    <article className="record">
      <p className="eyebrow">
        <a href={`/claims/${id}`}>Claim {id}</a>
      </p>
      <h1>History of claim {id}</h1>
      {claim === null ? null : <p className="lead">{claim.statement}</p>}
      <RecordHistory page={page} path={`/claims/${id}/history`} />
    </article>
  );
}
