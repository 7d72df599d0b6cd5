import type { Metadata } from 'next';
import { LinkDetail } from '@/features/links/components/link-detail';
import { loadLink } from '@/features/links/loaders';
import type { RawParameters } from '@/lib/parameters';
import { leadToNotFound } from '@/features/desk/loaders';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Link of ${(await params).id}` };
}

export default async function LinkPage({ params, searchParams }: Props) {
  const [{ id }, { problem }] = await Promise.all([params, searchParams]);
  const found = await loadLink(id);
  if (found === null) leadToNotFound();
  return <LinkDetail {...found} problem={typeof problem === 'string' ? problem : undefined} />;
}
