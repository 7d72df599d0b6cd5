import { permanentRedirect } from 'next/navigation';
import { loadSource } from '@/features/sources/loaders';
import { sourceMetadata } from '../source-metadata';
import { SourcePage } from '../source-page';

export const revalidate = 10;

type Props = { params: Promise<{ id: string; slug: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props) {
  return sourceMetadata((await params).id);
}

/** The readable address. Other words than the title lead to the right ones. */
export default async function Page({ params }: Props) {
  const { id, slug } = await params;
  const source = await loadSource(id);
  if (source !== null && source.slug !== slug) permanentRedirect(`/sources/${source.id}/${source.slug}`);
  return <SourcePage id={id} />;
}
