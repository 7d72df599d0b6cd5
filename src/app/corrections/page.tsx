import type { Metadata } from 'next';
import { ChainHeadNote, CorrectionKinds, CorrectionList } from '@/features/history/components/correction-list';
import { loadCorrections } from '@/features/history/loaders';
import { publicUrl } from '@/lib/env';
import type { RawParameters } from '@/lib/parameters';
import { ProblemNotice } from '@/ui/problem-notice';

export function generateMetadata(): Metadata {
  return {
    title: 'Corrections',
    description: 'What was published here and has changed since: corrected, disputed, retracted, graded anew, merged.',
    alternates: { types: { 'application/atom+xml': `${publicUrl()}/corrections.atom` } },
  };
}

/** What somebody who has used a figure from here needs to know. */
export default async function CorrectionsPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const page = await loadCorrections(await searchParams);
  return (
    <div>
      <h1>Corrections</h1>
      <p className="lead">
        What was published here and has changed since, newest first, with the reason. Nothing published is ever deleted:
        what was wrong is kept and marked.
      </p>
      <p>
        <a href="/corrections.atom">Follow it as a feed (Atom)</a>
      </p>
      <ProblemNotice problems={page.problems} labels={{ kind: 'The kind of correction', cursor: 'The page' }} />
      <CorrectionKinds filters={page.filters} />
      <h2>The log</h2>
      <CorrectionList page={page} />
      <ChainHeadNote head={page.head} />
    </div>
  );
}
