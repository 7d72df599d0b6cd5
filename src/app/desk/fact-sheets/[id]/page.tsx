import type { Metadata } from 'next';
import { leadToNotFound } from '@/features/desk/loaders';
import { SheetEditor } from '@/features/fact-sheets/components/sheet-editor';
import { loadEditor } from '@/features/fact-sheets/loaders';
import { RedraftNotice } from '@/features/releases/components/redraft-form';
import type { RawParameters } from '@/lib/parameters';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Fact sheet ${(await params).id}` };
}

export default async function EditorPage({ params, searchParams }: Props) {
  const [{ id }, { redrafted, left }] = await Promise.all([params, searchParams]);
  const view = await loadEditor(id);
  if (view === null) leadToNotFound();
  return (
    <div>
      <h1>Fact sheet {id}</h1>
      {typeof redrafted === 'string' ? <RedraftNotice done={redrafted} left={String(left ?? '')} /> : null}
      <SheetEditor view={view} />
    </div>
  );
}
