import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { loadRules } from '@/features/checks/loaders';
import { loadGuide, loadGuides } from '@/features/guides/loaders';

// Made from files: whatever had none when the product was built is not found.
export const dynamicParams = false;

type Props = { params: Promise<{ slug: string }> };

export async function generateStaticParams() {
  const pages = (await loadGuides('checks')).map(({ code }) => ({ slug: code }));
  // Whoever has read an id in a result types that.
  return [...pages, ...loadRules().map(({ id }) => ({ slug: id }))];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const guide = await loadGuide('checks', (await params).slug);
  return { title: guide === null ? 'Not found' : `Check: ${guide.title}` };
}

export default async function CheckGuidePage({ params }: Props) {
  const { slug } = await params;
  const named = loadRules().find(({ id }) => id === slug);
  if (named !== undefined) permanentRedirect(`/docs/checks/${named.slug}`);
  const guide = await loadGuide('checks', slug);
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
