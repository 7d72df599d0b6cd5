import { notFound } from 'next/navigation';
import { CitationList } from '@/features/claims/components/citation-list';
import { ClaimFacts } from '@/features/claims/components/claim-facts';
import { ClaimHead } from '@/features/claims/components/claim-head';
import { GradePanel } from '@/features/claims/components/grade-panel';
import { DoesNotMeasure, MethodSection } from '@/features/claims/components/method-section';
import { RelationList } from '@/features/claims/components/relation-list';
import { CompareLinks } from '@/features/comparison/components/compare-links';
import { loadClaim, loadClaimHistory } from '@/features/claims/loaders';
import { RecordEnd } from '@/features/references/components/record-end';
import { loadClaimReference } from '@/features/references/loaders';
import { JsonLd } from '@/ui/json-ld';

/** One claim with everything that is known of it. */
export async function ClaimPage({ id }: { id: string }) {
  const [claim, reference, history] = await Promise.all([loadClaim(id), loadClaimReference(id), loadClaimHistory(id)]);
  if (claim === null || reference === null) notFound();
  return (
    <article className="record">
      <JsonLd data={reference.jsonLd} />
      <ClaimHead claim={claim} />
      <div className="record-columns">
        <div>
          <DoesNotMeasure claim={claim} />
          <GradePanel claim={claim} />
        </div>
        <ClaimFacts claim={claim} />
      </div>
      <MethodSection claim={claim} />
      <CitationList claim={claim} />
      <RelationList claim={claim} />
      <CompareLinks claim={claim} />
      <RecordEnd
        formats={reference.formats}
        path={`/claims/${claim.id}`}
        verification={claim.verification}
        history={history}
      />
    </article>
  );
}
