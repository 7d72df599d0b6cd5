import type { Metadata } from 'next';
import { figureTitle } from '@/features/claims/components/figure-mark';
import { loadClaim } from '@/features/claims/loaders';
import { publicUrl } from '@/lib/env';

/** Title, description and canonical address of a claim's page. */
export async function claimMetadata(id: string): Promise<Metadata> {
  const claim = await loadClaim(id);
  if (claim === null) return { title: 'Claim not found' };
  return {
    title: `${figureTitle(claim.figure)} (${claim.id})`,
    description: `${claim.statement} Does not measure: ${claim.doesNotMeasure[0]}`,
    alternates: { canonical: `${publicUrl()}/claims/${claim.id}/${claim.slug}` },
  };
}
