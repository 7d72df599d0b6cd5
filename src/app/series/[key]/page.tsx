import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SeriesRecord } from '@/features/series/components/series-record';
import { loadSeries } from '@/features/series/loaders';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await loadSeries((await params).key);
  return page === null
    ? { title: 'Series not found' }
    : {
        title: page.series.name,
        description: page.series.finding,
        alternates: { canonical: `/series/${page.series.key}` },
      };
}

export default async function SeriesPage({ params }: Props) {
  const page = await loadSeries((await params).key);
  if (page === null) notFound();
  return <SeriesRecord page={page} />;
}
