import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RuleFindings } from '@/features/checks/components/base-checks';
import { loadRuleFindings } from '@/features/checks/loaders';
import type { RawParameters } from '@/lib/parameters';

type Props = { params: Promise<{ rule: string }>; searchParams: Promise<RawParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Check ${(await params).rule}` };
}

export default async function RuleFindingsPage({ params, searchParams }: Props) {
  const [{ rule }, raw] = await Promise.all([params, searchParams]);
  const page = await loadRuleFindings(rule, raw);
  if (page === null) notFound();
  return (
    <div>
      <p className="eyebrow">
        <a href="/desk/checks">Checks</a>
      </p>
      <h1>
        {page.rule.title} <code>{page.rule.rule}</code>
      </h1>
      <RuleFindings page={page} />
    </div>
  );
}
