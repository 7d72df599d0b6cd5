import { Notice } from '../../../ui/notice';
import { Moment } from '../../../ui/moment';
import type { PersonEvent, PersonRow } from '../loaders';
import { DONE } from '../schema';
import { ActForm, ChangeForm } from './people-forms';

/** One account, as an administrator sees it. */
export function PersonPage(props: { person: PersonRow; events: readonly PersonEvent[]; done: string | undefined }) {
  const { person, events, done } = props;
  const said = done === undefined ? undefined : DONE[done];
  const closed = person.closedAt !== null;
  return (
    <div className="prose">
      <p className="eyebrow">
        <a href="/desk/people">People</a>
      </p>
      <h1>{person.name}</h1>
      {said && <Notice title={said} />}
      <Facts person={person} />
      <section>
        <h2>What they may do</h2>
        <ChangeForm id={person.id} roles={person.roles} affiliations={person.affiliations} />
      </section>
      <section>
        <h2>The account</h2>
        <p>
          Closing it ends every session and every key at once. What the person did stays, under their name. Taking the
          second factor away is for somebody who lost the device and the recovery codes: make sure first that it is
          them.
        </p>
        <ActForm
          id={person.id}
          acts={[
            closed ? { what: 'reopen', label: 'Open it again' } : { what: 'close', label: 'Close the account' },
            ...(person.twoFactorEnabled ? [{ what: 'two-factor', label: 'Take the second factor away' } as const] : []),
          ]}
        />
      </section>
      <Done events={events} />
    </div>
  );
}

function Facts({ person }: { person: PersonRow }) {
  return (
    <dl className="facts">
      <div>
        <dt>E-mail address</dt>
        <dd>{person.email}</dd>
      </div>
      <div>
        <dt>Account</dt>
        <dd>
          since <Moment at={person.createdAt} />
          {person.closedAt !== null && (
            <>
              , closed on <Moment at={person.closedAt} />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Second factor</dt>
        <dd>{person.twoFactorEnabled ? 'on' : 'off'}</dd>
      </div>
    </dl>
  );
}

function Done({ events }: { events: readonly PersonEvent[] }) {
  return (
    <section>
      <h2>What was done</h2>
      {events.length === 0 ? (
        <p className="unknown">Nothing that was written down.</p>
      ) : (
        <ul className="address-list">
          {events.map(({ id, at, actor, summary }) => (
            <li key={id}>
              {summary}
              <p className="meta">
                {actor}, <Moment at={at} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
