import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadGuide, loadGuides } from '@/features/guides/loaders';

// Made from files: whatever had none when the product was built is not found.
export const dynamicParams = false;

type Props = { params: Promise<{ slug: string }> };

export async function generateStaticParams() {
  return (await loadGuides('checks')).map(({ code }) => ({ slug: code }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const guide = await loadGuide('checks', (await params).slug);
  return { title: guide === null ? 'Not found' : `Check: ${guide.title}` };
}

export default async function CheckGuidePage({ params }: Props) {
  const guide = await loadGuide('checks', (await params).slug);
  if (guide === null) notFound();
  return (
    <div className="prose">
      <p>
        <a href="/docs/checks">Checks</a>
      </p>
      <h1>{guide.title}</h1>
      <div className="prose" dangerouslySetInnerHTML={{ __html: guide.html }} />
    </div>
  );
}
