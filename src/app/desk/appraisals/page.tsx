import type { Metadata } from 'next';
import { QueueLists } from '@/features/appraisals/components/queue-lists';
import { loadQueues } from '@/features/appraisals/loaders';
import { requireActor } from '@/features/desk/loaders';

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
        <div className="form-field">
          <label htmlFor="subject">Open a round for</label>
          <p className="form-hint" id="subject-hint">
            The id of a source or claim, public or a draft: S7, C12, C10001.
          </p>
          <input
            className="field"
            id="subject"
            name="subject"
            required
            maxLength={12}
            aria-describedby="subject-hint"
          />
        </div>
        <div className="form-buttons">
          <button type="submit" className="button-quiet button-tall">
            Look it up
          </button>
        </div>
      </form>
      <QueueLists rounds={rounds} due={due} toAppraise={toAppraise} />
    </div>
  );
}
