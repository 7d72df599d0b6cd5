import { type Actor, PERMISSIONS, type Permission, ROLE_NAME, may } from '../../../domain/permission';
import { deviceWords } from '../../../lib/device-words';
import { DataTable } from '../../../ui/data-table';
import { SubmitButton } from '../../../ui/form/submit-button';
import { Notice } from '../../../ui/notice';
import { Moment } from '../../../ui/moment';
import { endAllOtherSessions, endOneSession } from '../actions';
import type { AccountPage } from '../loaders';
import { DONE } from '../schema';
import { ChangePasswordForm } from './account-forms';

/** The own account: who one is here, how one comes in, and from where one is signed in. */
export function AccountOverview({ page, done }: { page: AccountPage; done: string | undefined }) {
  const { actor, hasPassword } = page;
  const said = done === undefined ? undefined : DONE[done];
  return (
    <div className="prose">
      <h1>Account</h1>
      {said && <Notice title={said} />}
      <Facts page={page} />
      <Allowed actor={actor} />
      <Sessions page={page} />
      <section>
        <h2>Password</h2>
        {hasPassword ? (
          <>
            <p>
              A new password ends all other sessions and revokes all keys for scripts: whoever had the old one is out.
            </p>
            <ChangePasswordForm />
          </>
        ) : (
          <p>
            You sign in through another service. To have a password as well,{' '}
            <a href="/sign-in/forgotten">ask for a link</a>.
          </p>
        )}
      </section>
    </div>
  );
}

function Facts({ page: { actor, email, twoFactorEnabled } }: { page: AccountPage }) {
  return (
    <dl className="facts">
      <div>
        <dt>Name</dt>
        <dd>{actor.name}</dd>
      </div>
      <div>
        <dt>E-mail address</dt>
        <dd>{email}</dd>
      </div>
      <div>
        <dt>Roles</dt>
        <dd>{actor.roles.map((role) => ROLE_NAME[role]).join(', ') || 'none'}</dd>
      </div>
      <div>
        <dt>Works for</dt>
        <dd>{actor.affiliations.join(', ') || 'nobody that was named'}</dd>
      </div>
      <div>
        <dt>Second factor</dt>
        <dd>
          {twoFactorEnabled ? 'on.' : 'off.'}{' '}
          <a href="/desk/account/two-factor">{twoFactorEnabled ? 'Change it' : 'Turn it on'}</a>
        </dd>
      </div>
      <div>
        <dt>Keys for scripts</dt>
        <dd>
          <a href="/desk/account/keys">Make, look through or revoke them</a>
        </dd>
      </div>
    </dl>
  );
}

function Allowed({ actor }: { actor: Actor }) {
  return (
    <details className="allowed">
      <summary>What this account may do</summary>
      <ul>
        {(Object.keys(PERMISSIONS) as Permission[])
          .filter((permission) => may(actor, permission))
          .map((permission) => (
            <li key={permission}>{PERMISSIONS[permission].what}</li>
          ))}
      </ul>
    </details>
  );
}

function Sessions({ page: { sessions, sessionId } }: { page: AccountPage }) {
  return (
    <section id="sessions">
      <h2>Where you are signed in</h2>
      <DataTable
        label="Sessions"
        heads={[
          'Device',
          'Since',
          'Last used',
          <span key="act" className="visually-hidden">
            End it
          </span>,
        ]}
      >
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} isThis={session.id === sessionId} />
        ))}
      </DataTable>
      {sessions.length > 1 && (
        <form action={endAllOtherSessions} className="form-buttons">
          <SubmitButton look="quiet">End all others</SubmitButton>
        </form>
      )}
    </section>
  );
}

function SessionLine({ session, isThis }: { session: AccountPage['sessions'][number]; isThis: boolean }) {
  const { id, userAgent, createdAt, lastUsedAt } = session;
  return (
    <tr>
      <td>{deviceWords(userAgent)}</td>
      <td>
        <Moment at={createdAt} />
      </td>
      <td>
        <Moment at={lastUsedAt} />
      </td>
      <td>
        {isThis ? (
          'this one'
        ) : (
          <form action={endOneSession}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton look="quiet">End</SubmitButton>
          </form>
        )}
      </td>
    </tr>
  );
}
