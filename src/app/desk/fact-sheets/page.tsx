import type { Metadata } from 'next';
import { OwnSheets } from '@/features/fact-sheets/components/own-sheets';
import { loadOwnSheets } from '@/features/fact-sheets/loaders';
import { RecallList } from '@/features/releases/components/recall-list';
import { loadRecalls } from '@/features/releases/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Fact sheets' };

export default async function OwnSheetsPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const [{ away }, sheets, recalls] = await Promise.all([searchParams, loadOwnSheets(), loadRecalls()]);
  return (
    <div>
      <h1>Fact sheets</h1>
      <p className="lead">
        Yours alone until you release them. Each figure comes from the evidence base, with its citation and its caveats.
      </p>
      <RecallList recalls={recalls} />
      <OwnSheets sheets={sheets} away={typeof away === 'string' ? away : null} />
    </div>
  );
}
