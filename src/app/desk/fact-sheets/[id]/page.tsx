import type { Metadata } from 'next';
import { leadToNotFound } from '@/features/desk/loaders';
import { SheetEditor } from '@/features/fact-sheets/components/sheet-editor';
import { loadEditor } from '@/features/fact-sheets/loaders';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Fact sheet ${(await params).id}` };
}

export default async function EditorPage({ params }: Props) {
  const { id } = await params;
  const view = await loadEditor(id);
  if (view === null) leadToNotFound();
  return (
    <div>
      <h1>Fact sheet {id}</h1>
      <SheetEditor view={view} />
    </div>
  );
}
