import { notFound } from 'next/navigation';
import { ArithmeticSection } from '@/features/arithmetic/components/arithmetic-section';
import { loadArithmetic } from '@/features/arithmetic/loaders';
import { CheckSection } from '@/features/checks/components/check-section';
import { loadClaimChecks } from '@/features/checks/loaders';
import { AddToSheet } from '@/features/claims/components/add-to-sheet';
import { CitationList } from '@/features/claims/components/citation-list';
import { ClaimFacts } from '@/features/claims/components/claim-facts';
import { ClaimHead } from '@/features/claims/components/claim-head';
import { GradePanel } from '@/features/claims/components/grade-panel';
import { DoesNotMeasure, MethodSection } from '@/features/claims/components/method-section';
import { RelationList } from '@/features/claims/components/relation-list';
import { LineageSection } from '@/features/lineage/components/lineage-section';
import { loadLineage } from '@/features/lineage/loaders';
import { CompareLinks } from '@/features/comparison/components/compare-links';
import { loadClaim } from '@/features/claims/loaders';
import { EmbedSection } from '@/features/embeds/components/embed-section';
import { loadEmbedCodes } from '@/features/embeds/loaders';
import { loadLatestChanges } from '@/features/history/loaders';
import { HomonymSection } from '@/features/homonyms/components/homonym-section';
import { loadHomonyms } from '@/features/homonyms/loaders';
import { RecordEnd } from '@/features/references/components/record-end';
import { loadClaimReference } from '@/features/references/loaders';
import { DeskLink } from '@/features/records/components/desk-link';
import { JsonLd } from '@/ui/json-ld';

/** One claim with everything that is known of it. */
export async function ClaimPage({ id }: { id: string }) {
  const [claim, reference, history, lineage, arithmetic, homonyms, checks, codes] = await Promise.all([
    loadClaim(id),
    loadClaimReference(id),
    loadLatestChanges(id),
    loadLineage(id),
    loadArithmetic(id),
    loadHomonyms(id),
    loadClaimChecks(id),
    loadEmbedCodes(id),
  ]);
  if (claim === null || reference === null || lineage === null) notFound();
  if (homonyms === null || checks === null || codes === null) notFound();
  return (
    <article className="record">
      <JsonLd data={reference.jsonLd} />
      <ClaimHead claim={claim} />
      <p className="meta">
        <AddToSheet ids={[claim.id]} />
      </p>
      <DeskLink id={claim.id} />
      <div className="record-columns">
        <div>
          <DoesNotMeasure claim={claim} />
          <GradePanel claim={claim} />
        </div>
        <ClaimFacts claim={claim} />
      </div>
      <MethodSection claim={claim} />
      <LineageSection view={lineage} />
      <CitationList claim={claim} found={lineage.found} />
      <RelationList claim={claim} />
      <CompareLinks claim={claim} />
      <ArithmeticSection claimId={claim.id} arithmetic={arithmetic} />
      <HomonymSection homonyms={homonyms} />
      <CheckSection checks={checks} />
      <RecordEnd
        formats={reference.formats}
        path={`/claims/${claim.id}`}
        verification={claim.verification}
        history={history}
      >
        <EmbedSection codes={codes} />
      </RecordEnd>
    </article>
  );
}
