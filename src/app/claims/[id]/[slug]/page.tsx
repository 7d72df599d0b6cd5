import { permanentRedirect } from 'next/navigation';
import { loadClaim } from '@/features/claims/loaders';
import { claimMetadata } from '../claim-metadata';
import { ClaimPage } from '../claim-page';

export const revalidate = 10;

type Props = { params: Promise<{ id: string; slug: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props) {
  return claimMetadata((await params).id);
}

/** The readable address. Other words than the claim's own lead to the right ones. */
export default async function Page({ params }: Props) {
  const { id, slug } = await params;
  const claim = await loadClaim(id);
  if (claim !== null && claim.slug !== slug) permanentRedirect(`/claims/${claim.id}/${claim.slug}`);
  return <ClaimPage id={id} />;
}
