import type { Metadata } from 'next';
import { RuleTable } from '@/features/checks/components/rule-table';
import { loadRules } from '@/features/checks/loaders';

export const metadata: Metadata = {
  title: 'Checks',
  description: 'Every rule that finds faults in claims, fact sheets and texts: what it finds, why, and what to do.',
};

export default function ChecksPage() {
  return (
    <>
      <div className="prose">
        <h1>Checks</h1>
        <p>
          A check is a named rule that finds one kind of fault: in a claim as it is recorded, in what a text makes of
          it, or in claims that are set side by side. Given the same evidence, it says the same. An error must not be
          printed as it stands, a warning has to be printed with it, a note is worth knowing. A check can be passed
          over, with a reason that stays in the result.
        </p>
      </div>
      <p>
        To have them look at a text of yours, <a href="/check">check a text</a>.
      </p>
      <RuleTable rules={loadRules()} />
      <p>
        The checks of one claim: <code>/api/v1/claims/C1/checks</code>. Of the whole evidence base, at the command line:{' '}
        <code>npm run check:evidence</code>, as text, JSON or SARIF.
      </p>
    </>
  );
}
