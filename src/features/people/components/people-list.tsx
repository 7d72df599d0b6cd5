import { ROLE_NAME, type Role } from '../../../domain/permission';
import { Notice } from '../../../ui/notice';
import { TableScroll } from '../../../ui/table-scroll';
import { When } from '../../../ui/when';
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
      <TableScroll label="People with an account">
        <table className="people-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Roles</th>
              <th scope="col">Works for</th>
              <th scope="col">Second factor</th>
              <th scope="col">Last here</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonLine key={person.id} person={person} />
            ))}
          </tbody>
        </table>
      </TableScroll>
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
      <td>{lastUsedAt === null ? 'not signed in' : <When at={lastUsedAt} />}</td>
    </tr>
  );
}

function InvitationLine({ invitation }: { invitation: InvitationRow }) {
  const { id, email, roles, invitedBy, createdAt, expiresAt, expired } = invitation;
  return (
    <li>
      <strong>{email}</strong>, as {roleWords(roles)}
      <p className="meta">
        Invited by {invitedBy} on <When at={createdAt} />; {expired ? 'expired on ' : 'works until '}
        <When at={expiresAt} />.
      </p>
      <div className="row-forms">
        <InviteAgainForm id={id} email={email} />
        <form action={takeInvitationBack}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" className="button-quiet" aria-label={`Take back the invitation of ${email}`}>
            Take back
          </button>
        </form>
      </div>
    </li>
  );
}
