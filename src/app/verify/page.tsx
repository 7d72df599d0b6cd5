import type { Metadata } from 'next';
import { FoundByFile } from '@/features/releases/components/verdict';
import { VerifyForms } from '@/features/releases/components/verify-forms';
import { loadVerifyPage } from '@/features/releases/loaders';
import type { RawParameters } from '@/lib/parameters';

export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const isAsked = Object.keys(await searchParams).length > 0;
  return {
    title: 'Verify a fact sheet',
    description: 'Is a fact sheet genuine, and does it still stand? By its file, its hash, or the id printed on it.',
    ...(isAsked ? { robots: { index: false } } : {}),
  };
}

/** Is it genuine, and does it still stand? */
export default async function VerifyPage({ searchParams }: Props) {
  const page = await loadVerifyPage(await searchParams);
  return (
    <div className="prose">
      <h1>Verify a fact sheet</h1>
      {page.verdict === null ? (
        <p className="lead">
          Somebody gave you a fact sheet from here. Find out whether it is genuine, and whether its figures still stand.
        </p>
      ) : (
        <FoundByFile verdict={page.verdict} />
      )}
      <VerifyForms page={page} />
    </div>
  );
}
