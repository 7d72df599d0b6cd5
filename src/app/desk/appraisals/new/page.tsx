import type { Metadata } from 'next';
import { startRound } from '@/features/appraisals/actions';
import { SubjectLink, WorksList } from '@/features/appraisals/components/works-list';
import { StartForm } from '@/features/appraisals/components/begin-form';
import { loadStart } from '@/features/appraisals/loaders';
import { requireActor } from '@/features/desk/loaders';
import type { RawParameters } from '@/lib/parameters';
import { Notice } from '@/ui/notice';

export const metadata: Metadata = { title: 'Open a round' };

export default async function NewRoundPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const actor = await requireActor('appraisal.write');
  const { subject: given } = await searchParams;
  const id = typeof given === 'string' ? given.trim().toUpperCase().slice(0, 12) : '';
  const start = await loadStart(actor, id);
  return (
    <div className="appraisal">
      <p className="eyebrow">
        <a href="/desk/appraisals">Appraisals</a>
      </p>
      <h1 className="source-title">Open a round</h1>
      {start === null ? (
        <Notice title="Nothing has this id" warn>
          <p>
            There is no source or claim of it, neither public nor a draft. Ids look like S7 or C12.{' '}
            <a href="/desk/appraisals">Try another</a>
          </p>
        </Notice>
      ) : (
        <Start start={start} />
      )}
    </div>
  );
}

function Start({ start }: { start: NonNullable<Awaited<ReturnType<typeof loadStart>>> }) {
  const { subject, openRound, instruments, works, conflict } = start;
  return (
    <>
      <p className="lead">
        {subject.id}: {subject.title}
      </p>
      <p>
        <SubjectLink subject={subject} />
      </p>
      <WorksList kind={subject.kind} works={works} />
      {conflict === null ? null : (
        <Notice title="You cannot appraise it yourself" warn>
          <p>{conflict}</p>
        </Notice>
      )}
      {openRound === null ? (
        <StartForm
          start={startRound.bind(null, subject.id)}
          instruments={instruments.map(({ id, title }) => ({ id, title }))}
        />
      ) : (
        <p>
          A round is under way: <a href={`/desk/appraisals/${openRound}`}>round {openRound}</a>.
        </p>
      )}
    </>
  );
}
