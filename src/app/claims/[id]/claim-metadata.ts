import type { Metadata } from 'next';
import { figureTitle } from '@/features/claims/components/figure-mark';
import { loadClaim } from '@/features/claims/loaders';
import { oembedLink } from '@/features/embeds/loaders';
import { publicUrl } from '@/lib/env';

/** Title, description and canonical address of a claim's page. */
export async function claimMetadata(id: string): Promise<Metadata> {
  const claim = await loadClaim(id);
  if (claim === null) return { title: 'Claim not found' };
  const [title, address] = [`${figureTitle(claim.figure)} (${claim.id})`, `${publicUrl()}/claims/${claim.id}`];
  return {
    title,
    description: `${claim.statement} Does not measure: ${claim.doesNotMeasure[0]}`,
    alternates: {
      canonical: `${address}/${claim.slug}`,
      types: { 'application/json+oembed': [{ url: oembedLink(address), title }] },
    },
  };
}
