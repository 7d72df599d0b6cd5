import type { Metadata } from 'next';
import { CheckPageView } from '@/features/text-checks/components/check-page';
import { loadCheckPage } from '@/features/text-checks/loaders';
import { counted } from '@/lib/counted';
import type { RawParameters } from '@/lib/parameters';

export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const raw = await searchParams;
  const isExample = Object.keys(raw).length > 0;
  const { answer } = await loadCheckPage(raw);
  return {
    title: answer?.kind === 'checked' ? `Checked: ${counted(answer.check.summary.figures, 'figure')}` : 'Check a text',
    description:
      'Paste a press release or upload a report: every figure in it is found, held against the evidence base, and answered with the sentence that can be defended.',
    ...(isExample ? { robots: { index: false } } : {}),
  };
}

/** Every figure of a draft, held against the evidence base. */
export default async function CheckPage({ searchParams }: Props) {
  return (
    <div className="check-page">
      <h1>Check a text</h1>
      <CheckPageView page={await loadCheckPage(await searchParams)} />
    </div>
  );
}
