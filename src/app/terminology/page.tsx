import type { Metadata } from 'next';
import { TermList } from '@/features/terminology/components/term-list';
import { loadTerms } from '@/features/terminology/loaders';

export const metadata: Metadata = {
  title: 'Terminology',
  description: 'Older terms on the sexual exploitation of children, what to write instead, and on whose authority.',
};

export const dynamic = 'force-dynamic';

export default async function TerminologyPage() {
  const terms = await loadTerms();
  return (
    <div className="prose">
      <h1>Terminology</h1>
      <p>
        Words decide what is counted, and on whom the blame falls. Older terms stand here beside the ones to write
        instead, after the Luxembourg Guidelines and those who keep them. On this site an older term appears only in the
        title of a work or in what it printed.
      </p>
      <p>
        The Guidelines sort terms in three groups: those that can be used, those that need special attention, and those
        to avoid. “Legal texts only” and “name changed” are labels of this site.
      </p>
      <TermList terms={terms} />
    </div>
  );
}
