import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RecordHistory } from '@/features/history/components/record-history';
import { loadPublicHistory } from '@/features/history/loaders';
import type { RawParameters } from '@/lib/parameters';

type Kind = 'claim' | 'source';

export type RecordHistoryProps = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export async function recordHistoryMetadata(kind: Kind, { params }: RecordHistoryProps): Promise<Metadata> {
  const { id } = await params;
  return {
    title: `History of ${kind} ${id}`,
    description: `Every change of ${kind} ${id}, word by word, with its reason.`,
  };
}

type RecordHistoryPageProps = RecordHistoryProps & {
  kind: Kind;
  /** What the record says of itself; null where it is not public any more. */
  nameOf: (id: string) => Promise<string | null | undefined>;
};

/** Everything that ever happened to a record. */
export async function RecordHistoryPage({ kind, nameOf, params, searchParams }: RecordHistoryPageProps) {
  const [{ id }, raw] = await Promise.all([params, searchParams]);
  const [page, name] = await Promise.all([loadPublicHistory(id, raw), nameOf(id)]);
  if (page === null) notFound();
  const address = `/${kind}s/${id}`;
  return (
    <article className="record">
      <p className="eyebrow">
        <a href={address}>
          {kind === 'claim' ? 'Claim' : 'Source'} {id}
        </a>
      </p>
      <h1>
        History of {kind} {id}
      </h1>
      {name ? <p className="lead">{name}</p> : null}
      <RecordHistory page={page} path={`${address}/history`} />
    </article>
  );
}
