import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RecordHistory } from '@/features/history/components/record-history';
import { loadPublicHistory } from '@/features/history/loaders';
import { loadSource } from '@/features/sources/loaders';
import type { RawParameters } from '@/lib/parameters';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return {
    title: `History of source ${id}`,
    description: `Every change of source ${id}, word by word, with its reason.`,
  };
}

/** Everything that ever happened to a source. */
export default async function SourceHistoryPage({ params, searchParams }: Props) {
  const [{ id }, raw] = await Promise.all([params, searchParams]);
  const [page, source] = await Promise.all([loadPublicHistory(id, raw), loadSource(id)]);
  if (page === null) notFound();
  return (
    <article className="record">
      <p className="eyebrow">
        <a href={`/sources/${id}`}>Source {id}</a>
      </p>
      <h1>History of source {id}</h1>
      {source === null ? null : <p className="lead">{source.title}</p>}
      <RecordHistory page={page} path={`/sources/${id}/history`} />
    </article>
  );
}
