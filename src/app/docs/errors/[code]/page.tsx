import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadGuide, loadGuides } from '@/features/guides/loaders';

// Made from files: whatever had none when the product was built is not found.
export const dynamicParams = false;

type Props = { params: Promise<{ code: string }> };

export async function generateStaticParams() {
  return (await loadGuides('errors')).map(({ code }) => ({ code }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const guide = await loadGuide('errors', (await params).code);
  return { title: guide === null ? 'Not found' : `${guide.title} (${guide.code})` };
}

export default async function ErrorGuidePage({ params }: Props) {
  const guide = await loadGuide('errors', (await params).code);
  if (guide === null) notFound();
  return (
    <div className="prose">
      <p>
        <a href="/docs/errors">Errors of the API</a>
      </p>
      <h1>{guide.title}</h1>
      <div className="prose" dangerouslySetInnerHTML={{ __html: guide.html }} />
    </div>
  );
}
