import { notFound } from 'next/navigation';
import { HistoryList } from '@/features/claims/components/history-list';
import { VerificationLine } from '@/features/claims/components/verification-line';
import { CiteThis } from '@/features/references/components/cite-this';
import { loadSourceReference } from '@/features/references/loaders';
import { SourceClaims } from '@/features/sources/components/source-claims';
import { BibliographicRecord, SourceGrade, SourceHead } from '@/features/sources/components/source-head';
import { loadSource, loadSourceHistory } from '@/features/sources/loaders';
import { JsonLd } from '@/ui/json-ld';

/** One work with everything it states. */
export async function SourcePage({ id }: { id: string }) {
  const [source, reference, history] = await Promise.all([
    loadSource(id),
    loadSourceReference(id),
    loadSourceHistory(id),
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
      <SourceClaims source={source} />
      <div className="record-columns">
        <CiteThis formats={reference.formats} path={`/sources/${source.id}`} />
        <div>
          <section aria-labelledby="verified">
            <h2 id="verified">How this record was verified</h2>
            <VerificationLine verification={source.verification} />
          </section>
          <HistoryList entries={history} />
        </div>
      </div>
    </article>
  );
}
