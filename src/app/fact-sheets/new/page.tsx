import type { Metadata } from 'next';
import { LinkSheetView } from '@/features/fact-sheets/components/link-sheet';
import { loadLinkSheet } from '@/features/fact-sheets/loaders';
import type { RawParameters } from '@/lib/parameters';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: 'Make a fact sheet',
  description: 'Choose claims, write around them, and have every figure checked: with its citation and its caveats.',
  robots: { index: false },
};

export default async function NewSheetPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  return (
    <div className="sheet-preview">
      <h1>Make a fact sheet</h1>
      <p className="lead">
        Every figure on it comes from the evidence base, with its citation, its reliability and what it does not
        measure.
      </p>
      <LinkSheetView page={await loadLinkSheet(await searchParams)} />
    </div>
  );
}
