import type { Metadata } from 'next';
import { AddToSheet } from '@/features/claims/components/add-to-sheet';
import { CompareLinks } from '@/features/comparison/components/compare-links';
import { ComparedHeads } from '@/features/comparison/components/compared-heads';
import { ComparisonExamples } from '@/features/comparison/components/comparison-examples';
import { ComparisonFigure } from '@/features/comparison/components/comparison-figure';
import { AddForm, IdsForm } from '@/features/comparison/components/comparison-forms';
import { ComparisonNotices } from '@/features/comparison/components/comparison-notices';
import { ComparisonTable } from '@/features/comparison/components/comparison-table';
import { DifferenceLists } from '@/features/comparison/components/difference-list';
import { OnlyClaim } from '@/features/comparison/components/only-claim';
import { type ComparisonPage, loadComparedIds, loadComparison } from '@/features/comparison/loaders';
import type { RawParameters } from '@/lib/parameters';

export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const known = await loadComparedIds(await searchParams);
  return {
    title: known.length === 0 ? 'Compare claims' : `Compare ${known.join(', ')}`,
    description: 'Set claims side by side: what differs between them, and what forbids comparing their figures.',
    // There are more combinations than pages anybody would look for.
    robots: { index: known.length === 0 },
  };
}

export default async function ComparePage({ searchParams }: Props) {
  const page = await loadComparison(await searchParams);
  return (
    <div>
      <h1>Compare claims</h1>
      <ComparisonNotices page={page} />
      {page.comparison === null ? <Beginning page={page} /> : <Compared page={page} comparison={page.comparison} />}
    </div>
  );
}

/** Fewer than two claims: what comparing is, and how to go on from here. */
function Beginning({ page: { only } }: { page: ComparisonPage }) {
  return (
    <div className="prose">
      {only === null ? (
        <>
          <p className="lead">
            Two figures can stand beside each other only when they count the same thing. Name two to six claims: this
            page shows where they differ, and what of it forbids comparing them.
          </p>
          <IdsForm label="Ids of claims" />
          <p className="meta">
            Every claim shows its id. In <a href="/claims">the list of claims</a> you can tick the ones to compare.
          </p>
        </>
      ) : (
        <OnlyClaim claim={only}>
          <CompareLinks claim={only} />
          <AddForm ids={[only.id]} />
        </OnlyClaim>
      )}
      <ComparisonExamples />
    </div>
  );
}

function Compared({
  page,
  comparison,
}: {
  page: ComparisonPage;
  comparison: NonNullable<ComparisonPage['comparison']>;
}) {
  return (
    <>
      <ComparedHeads claims={comparison.claims} />
      <AddForm ids={page.known} />
      <p>
        <AddToSheet ids={page.known} />
      </p>
      <DifferenceLists comparison={comparison} />
      <ComparisonTable comparison={comparison} />
      <ComparisonFigure comparison={comparison} chart={page.chart} />
    </>
  );
}
