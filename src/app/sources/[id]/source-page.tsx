import { notFound } from 'next/navigation';
import { loadLatestChanges } from '@/features/history/loaders';
import { LinkLine } from '@/features/links/components/link-line';
import { loadPublicLink } from '@/features/links/loaders';
import { RecordEnd } from '@/features/references/components/record-end';
import { loadSourceReference } from '@/features/references/loaders';
import { SourceClaims } from '@/features/sources/components/source-claims';
import { SourceFidelity } from '@/features/sources/components/source-fidelity';
import { BibliographicRecord, SourceGrade, SourceHead } from '@/features/sources/components/source-head';
import { loadSource } from '@/features/sources/loaders';
import { DeskLink } from '@/features/records/components/desk-link';
import { JsonLd } from '@/ui/json-ld';

/** One work with everything it states. */
export async function SourcePage({ id }: { id: string }) {
  const [source, reference, history, link] = await Promise.all([
    loadSource(id),
    loadSourceReference(id),
    loadLatestChanges(id),
    loadPublicLink(id),
  ]);
  if (source === null || reference === null) notFound();
  return (
    <article className="record">
      <JsonLd data={reference.jsonLd} />
      <SourceHead source={source} />
      <DeskLink id={source.id} />
      <div className="record-columns">
        <BibliographicRecord source={source}>
          <LinkLine link={link} />
        </BibliographicRecord>
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
