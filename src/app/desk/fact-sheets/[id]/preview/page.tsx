import type { Metadata } from 'next';
import { leadToNotFound } from '@/features/desk/loaders';
import { PrintedSheet } from '@/features/fact-sheets/components/printed-sheet';
import { ReleasePanel } from '@/features/fact-sheets/components/release-panel';
import { loadPreview } from '@/features/fact-sheets/loaders';
import { RedraftForm } from '@/features/releases/components/redraft-form';
import type { RawParameters } from '@/lib/parameters';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Preview of ${(await params).id}` };
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const [{ id }, { released }] = await Promise.all([params, searchParams]);
  const page = await loadPreview(id);
  if (page === null) leadToNotFound();
  return (
    <div className="sheet-preview">
      <h1>Preview of {id}</h1>
      <ReleasePanel
        page={page}
        released={typeof released === 'string' ? released : null}
        redraft={<RedraftForm id={id} words="Put their successors in their place" />}
      />
      <PrintedSheet printed={page.printed} />
    </div>
  );
}
