import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PrintedSheet } from '@/features/fact-sheets/components/printed-sheet';
import { ReleaseEnd, ReleaseHead } from '@/features/releases/components/release-page';
import { loadRelease } from '@/features/releases/loaders';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ release: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await loadRelease((await params).release);
  if (page === null) return {};
  const { id, sheet, claims } = page.document;
  return {
    title: sheet.title,
    description: `Fact sheet ${id}: ${claims.length === 1 ? '1 claim' : `${claims.length} claims`}, each with its citation and its reliability.`,
    alternates: { canonical: `/fact-sheets/${id}` },
    // What its owner does not show is for those who were given its address.
    ...(page.isListed ? {} : { robots: { index: false } }),
  };
}

/** A release, read on the site. */
export default async function ReleasedSheetPage({ params }: Props) {
  const page = await loadRelease((await params).release);
  if (page === null) notFound();
  return (
    <article className="prose release">
      <p className="eyebrow">
        <a href="/fact-sheets">Fact sheets</a>
      </p>
      <ReleaseHead page={page} />
      <PrintedSheet printed={page.printed} />
      <ReleaseEnd page={page} />
    </article>
  );
}
