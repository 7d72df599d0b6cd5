import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReleaseVerdictView } from '@/features/releases/components/verdict';
import { loadVerdict } from '@/features/releases/loaders';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ release: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { release } = await params;
  return {
    title: `Verify ${release}`,
    description: `Whether the fact sheet ${release} is genuine, and what has changed since it was released.`,
    robots: { index: false },
  };
}

/** Where the code on paper leads. */
export default async function VerifyReleasePage({ params }: Props) {
  const verdict = await loadVerdict((await params).release);
  if (verdict?.release == null) notFound();
  return (
    <article className="prose">
      <p className="eyebrow">
        <a href="/verify">Verify a fact sheet</a>
      </p>
      <h1>{verdict.release.title}</h1>
      <ReleaseVerdictView verdict={verdict} release={verdict.release} />
    </article>
  );
}
