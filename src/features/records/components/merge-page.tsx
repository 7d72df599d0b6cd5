import { Checkbox } from '../../../ui/form/choice-field';
import { ActionForm } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextArea, TextField } from '../../../ui/form/text-field';
import { Notice } from '../../../ui/notice';
import { merge } from '../actions';
import type { MergeView } from '../loaders';

/** Two records beside each other, what becomes of both, and the question whether it is meant. */
export function MergePage({ view, table }: { view: MergeView; table: React.ReactNode }) {
  const { record, other, typed, problem } = view;
  return (
    <article className="record prose">
      <header>
        <p className="eyebrow">
          <a href={`/desk/records/${record.id}`}>
            Published {record.kind} {record.id}
          </a>
        </p>
        <h1>Merge {record.id} with another</h1>
        <p className="lead">{record.name}</p>
      </header>
      <form className="form" action={`/desk/records/${record.id}/merge`}>
        <TextField
          name="with"
          label={`The other ${record.kind}`}
          hint={record.kind === 'claim' ? 'Its id, such as C12.' : 'Its id, such as S7.'}
          value={typed}
          error={problem ?? undefined}
        />
        <Buttons>
          <SubmitButton look="quiet">Show both</SubmitButton>
        </Buttons>
      </form>
      {other === null ? null : (
        <>
          <section aria-labelledby="both">
            <h2 id="both">Both records</h2>
            <p>
              <a href={`/desk/records/${other.id}`}>{other.id}</a> {other.name}
            </p>
            {view.differences.length === 0 ? <p>They say the same in every field.</p> : table}
          </section>
          <MergeForms view={view} other={other} />
        </>
      )}
    </article>
  );
}

function MergeForms({ view: { record, own }, other }: { view: MergeView; other: NonNullable<MergeView['other']> }) {
  const ways = [
    { from: other.id, into: record.id, moved: other },
    { from: record.id, into: other.id, moved: own },
  ];
  return (
    <section aria-labelledby="which">
      <h2 id="which">Which of the two stays?</h2>
      {ways.map(({ from, into, moved }) => (
        <details className="step" key={into}>
          <summary>Keep {into}</summary>
          <WhatHappens from={from} into={into} isClaim={record.kind === 'claim'} moved={moved} />
          <ActionForm action={merge} hidden={{ from, into }} scope={into} className="form form-wide">
            <TextArea name="reason" label="Why the two are one" rows={2} maxLength={2000} needed />
            <Checkbox name="sure" label="I have looked at both" checked={false} />
            <Buttons>
              <SubmitButton look="warn">{`Merge ${from} into ${into}`}</SubmitButton>
            </Buttons>
          </ActionForm>
        </details>
      ))}
    </section>
  );
}

type WhatHappensProps = {
  from: string;
  into: string;
  isClaim: boolean;
  moved: { citations: number; relations: number };
};

function WhatHappens({ from, into, isClaim, moved }: WhatHappensProps) {
  return (
    <Notice title={`${from} will lead to ${into} for ever`}>
      <ul>
        <li>
          What {into} says is kept. What {from} says stays in the history, and nowhere else.
        </li>
        {isClaim ? (
          <li>
            {moved.citations} citations and {moved.relations} relations of {from} move to {into}; what both have is kept
            once.
          </li>
        ) : (
          <li>
            Every citation of {from} becomes a citation of {into}.
          </li>
        )}
        <li>An open draft of {from} is discarded, and an appraisal of it that is under way ends without an outcome.</li>
      </ul>
    </Notice>
  );
}
