import type { Metadata } from 'next';
import { MatchReports } from '@/features/text-checks/components/match-reports';
import { loadMatchReports } from '@/features/text-checks/loaders';
import type { RawParameters } from '@/lib/parameters';
import { ProblemNotice } from '@/ui/problem-notice';

export const metadata: Metadata = { title: 'Wrong matches' };

export default async function MatchesPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const raw = await searchParams;
  const page = await loadMatchReports(raw);
  return (
    <>
      <ProblemNotice problems={page.problems} labels={{ state: 'Which reports', page: 'The page' }} />
      <MatchReports page={page} isDone={raw.done === 'settled'} />
    </>
  );
}
