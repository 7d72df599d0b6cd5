import { notFound } from 'next/navigation';
import { loadLatestChanges } from '@/features/history/loaders';
import { RecordEnd } from '@/features/references/components/record-end';
import { loadSourceReference } from '@/features/references/loaders';
import { SourceClaims } from '@/features/sources/components/source-claims';
import { SourceFidelity } from '@/features/sources/components/source-fidelity';
import { BibliographicRecord, SourceGrade, SourceHead } from '@/features/sources/components/source-head';
import { loadSource } from '@/features/sources/loaders';
import { JsonLd } from '@/ui/json-ld';

/** One work with everything it states. */
export async function SourcePage({ id }: { id: string }) {
  const [source, reference, history] = await Promise.all([
    loadSource(id),
    loadSourceReference(id),
    loadLatestChanges(id),
  ]);
  if (source === null || reference === null) notFound();
  return (
    <article className="record">
      <JsonLd data={reference.jsonLd} />
      <SourceHead source={source} />
      <div className="record-columns">
        <BibliographicRecord source={source} />
        <SourceGrade source={source} />
      </div>
      <SourceFidelity source={source} />
      <SourceClaims source={source} />
      <RecordEnd
        formats={reference.formats}
        path={`/sources/${source.id}`}
        verification={source.verification}
        history={history}
      />
    </article>
  );
}
