import { SOURCE_STANDING } from '../../../domain/words';
import { Fact, Facts } from '../../../ui/facts';
import { ActionForm } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextArea } from '../../../ui/form/text-field';
import { setStanding } from '../actions';
import type { RecordView } from '../loaders';

const DONE: Readonly<Record<string, string>> = {
  published: 'Published.',
  disputed: 'Marked as disputed.',
  retracted: 'Retracted.',
  stands: 'Stands again.',
  merged: 'The two are one record now.',
};

type RecordPageProps = { record: RecordView; done: string | undefined; edit: React.ReactNode };

/** A published record as an editor sees it: what can be done with it. */
export function RecordPage({ record, done, edit }: RecordPageProps) {
  const { id, kind, name, version, standing, standingReason, may } = record;
  const address = `/${kind === 'claim' ? 'claims' : 'sources'}/${id}`;
  return (
    <article className="record prose">
      <header>
        <p className="eyebrow">Published {kind}</p>
        <h1>{id}</h1>
        <p className="lead">{name}</p>
      </header>
      {done === undefined || DONE[done] === undefined ? null : (
        <p className="notice" role="status">
          {DONE[done]} The public page shows it within some seconds.
        </p>
      )}
      <Facts>
        <Fact label="Standing">
          {STANDING[standing]}
          {standingReason === null ? null : <p className="meta">{standingReason}</p>}
        </Fact>
        <Fact label="Version">{version}</Fact>
      </Facts>
      <ul className="inline-list">
        <li>
          <a href={address}>Public page</a>
        </li>
        <li>
          <a href={`${address}/history`}>History</a>
        </li>
        {may.appraise ? (
          <li>
            <a href={`/desk/appraisals/new?subject=${id}`}>Appraise</a>
          </li>
        ) : null}
        {may.merge ? (
          <li>
            <a href={`/desk/records/${id}/merge`}>Merge with another</a>
          </li>
        ) : null}
      </ul>
      {may.write ? edit : null}
      <StandingForms record={record} />
    </article>
  );
}

const STANDING = {
  stands: 'Stands',
  disputed: SOURCE_STANDING.disputed.label,
  retracted: SOURCE_STANDING.retracted.label,
} as const;

const CHANGES = {
  disputed: {
    button: 'Mark as disputed',
    says: 'It stays where it is, and says that its footing is contested, and why.',
  },
  retracted: {
    button: 'Retract',
    says: 'It stays where it is, and says that it was taken back, and why. It is never deleted.',
  },
  stands: { button: 'Let it stand again', says: 'The mark is taken off. The reason goes into the history.' },
} as const;

function StandingForms({ record: { id, version, standing, may } }: { record: RecordView }) {
  const isAllowed = {
    disputed: may.dispute && (standing !== 'retracted' || may.retract),
    retracted: may.retract,
    stands: may.retract,
  };
  const offered = (['disputed', 'retracted', 'stands'] as const).filter((next) => next !== standing && isAllowed[next]);
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">Change its standing</h2>
      {offered.map((next) => (
        <details className="step" key={next}>
          <summary>{CHANGES[next].button}</summary>
          <ActionForm
            action={setStanding}
            scope={next}
            hidden={{ record: id, version, standing: next }}
            className="form form-wide"
          >
            <p className="form-hint">{CHANGES[next].says}</p>
            <TextArea name="reason" label="Reason" rows={2} maxLength={2000} needed />
            <Buttons>
              <SubmitButton look={next === 'stands' ? 'main' : 'warn'}>{CHANGES[next].button}</SubmitButton>
            </Buttons>
          </ActionForm>
        </details>
      ))}
    </section>
  );
}
