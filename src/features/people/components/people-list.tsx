import { ROLE_NAME, type Role } from '../../../domain/permission';
import { DataTable } from '../../../ui/data-table';
import { SubmitButton } from '../../../ui/form/submit-button';
import { Notice } from '../../../ui/notice';
import { Moment } from '../../../ui/moment';
import { takeInvitationBack } from '../actions';
import type { InvitationRow, PersonRow } from '../loaders';
import { DONE } from '../schema';
import { InviteAgainForm } from './people-forms';

const roleWords = (roles: readonly Role[]) => roles.map((role) => ROLE_NAME[role]).join(', ') || 'none';

/** Everybody with an account, and who is invited. */
export function PeopleList(props: {
  people: readonly PersonRow[];
  invitations: readonly InvitationRow[];
  done: string | undefined;
}) {
  const { people, invitations, done } = props;
  const said = done === undefined ? undefined : DONE[done];
  return (
    <div>
      <h1>People</h1>
      {said && <Notice title={said} />}
      <p>
        <a href="/desk/people/invite">Invite somebody</a>
      </p>
      <DataTable
        label="People with an account"
        className="people-table"
        heads={['Name', 'Roles', 'Works for', 'Second factor', 'Last here']}
      >
        {people.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </DataTable>
      <section>
        <h2>Invited</h2>
        {invitations.length === 0 ? (
          <p className="unknown">Nobody who has not come yet.</p>
        ) : (
          <ul className="address-list">
            {invitations.map((invitation) => (
              <InvitationLine key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function PersonLine({ person }: { person: PersonRow }) {
  const { id, name, email, roles, affiliations, twoFactorEnabled, closedAt, lastUsedAt } = person;
  return (
    <tr>
      <td>
        <a href={`/desk/people/${id}`}>{name}</a>
        <br />
        <span className="meta">{email}</span>
        {closedAt !== null && <p className="meta">closed</p>}
      </td>
      <td>{roleWords(roles)}</td>
      <td>{affiliations.join(', ')}</td>
      <td>{twoFactorEnabled ? 'on' : 'off'}</td>
      <td>{lastUsedAt === null ? 'not signed in' : <Moment at={lastUsedAt} />}</td>
    </tr>
  );
}

function InvitationLine({ invitation }: { invitation: InvitationRow }) {
  const { id, email, roles, invitedBy, createdAt, expiresAt, expired } = invitation;
  return (
    <li>
      <strong>{email}</strong>, as {roleWords(roles)}
      <p className="meta">
        Invited by {invitedBy} on <Moment at={createdAt} />; {expired ? 'expired on ' : 'works until '}
        <Moment at={expiresAt} />.
      </p>
      <div className="row-forms">
        <InviteAgainForm id={id} email={email} />
        <form action={takeInvitationBack}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="quiet" aria-label={`Take back the invitation of ${email}`}>
            Take back
          </SubmitButton>
        </form>
      </div>
    </li>
  );
}
