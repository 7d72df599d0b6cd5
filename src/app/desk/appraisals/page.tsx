import type { Metadata } from 'next';
import { QueueLists } from '@/features/appraisals/components/queue-lists';
import { loadQueues } from '@/features/appraisals/loaders';
import { requireActor } from '@/features/desk/loaders';
import { Buttons, SubmitButton } from '@/ui/form/submit-button';
import { TextField } from '@/ui/form/text-field';

export const metadata: Metadata = { title: 'Appraisals' };

export default async function AppraisalsPage() {
  const actor = await requireActor('appraisal.write');
  const { rounds, due, toAppraise } = await loadQueues(actor);
  return (
    <div className="appraisal">
      <h1>Appraisals</h1>
      <p className="lead">
        Two editors read each source and each claim, blind to each other. Where they differ, they settle it or somebody
        senior does.
      </p>
      <form action="/desk/appraisals/new" className="form">
        <TextField
          name="subject"
          label="Open a round for"
          hint="The id of a source or claim, public or a draft: S7, C12, C10001."
          required
          maxLength={12}
        />
        <Buttons>
          <SubmitButton look="quiet">Look it up</SubmitButton>
        </Buttons>
      </form>
      <QueueLists rounds={rounds} due={due} toAppraise={toAppraise} />
    </div>
  );
}
