import type { Metadata } from 'next';
import { GalleryList } from '@/features/releases/components/gallery-list';
import { loadGallery } from '@/features/releases/loaders';
import { publicUrl } from '@/lib/env';
import type { RawParameters } from '@/lib/parameters';
import { ProblemNotice } from '@/ui/problem-notice';

export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  return {
    title: 'Fact sheets',
    description:
      'Released fact sheets whose figures come from the evidence base, each with its citation and reliability.',
    alternates: { types: { 'application/atom+xml': `${publicUrl()}/fact-sheets.atom` } },
  };
}

/** What advocates have released and show to everybody. */
export default async function GalleryPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const page = await loadGallery(await searchParams);
  return (
    <div>
      <h1>Fact sheets</h1>
      <p className="lead">
        Released by people who work with the evidence, newest first. Their figures, citations and caveats come from the
        evidence base; the words between are their authors’.
      </p>
      <ul className="inline-list">
        <li>
          <a href="/fact-sheets/new">Make a fact sheet</a>
        </li>
        <li>
          <a href="/verify">Verify a fact sheet</a>
        </li>
        <li>
          <a href="/fact-sheets.atom">Follow them as a feed (Atom)</a>
        </li>
      </ul>
      <ProblemNotice problems={page.problems} labels={{ cursor: 'The page' }} />
      <GalleryList page={page} />
    </div>
  );
}
