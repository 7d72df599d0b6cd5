import { DataTable } from '../../../ui/data-table';
import { SubmitButton } from '../../../ui/form/submit-button';
import { Notice } from '../../../ui/notice';
import { Moment } from '../../../ui/moment';
import { revokeOwnKey } from '../actions';
import type { KeyRow } from '../loaders';
import { DONE } from '../schema';
import { KeyForm } from './account-forms';

/** The own keys for scripts, and the form for another. */
export function KeyList({ keys, done }: { keys: readonly KeyRow[]; done: string | undefined }) {
  const said = done === undefined ? undefined : DONE[done];
  return (
    <div className="prose">
      <p className="eyebrow">
        <a href="/desk/account">Account</a>
      </p>
      <h1>Keys for scripts</h1>
      {said && <Notice title={said} />}
      <p className="lead">
        A script sends its key as <code>Authorization: Bearer plb_…</code> to <a href="/docs/api">the API</a>. It may do
        what the key is for, and never more than you may. Whoever has the key can do it in your name. A new password
        revokes all keys.
      </p>
      {keys.length === 0 ? (
        <p className="unknown">There is no key yet.</p>
      ) : (
        <DataTable
          label="Keys"
          heads={[
            'Key',
            'May',
            'Expires',
            'Last used',
            <span key="act" className="visually-hidden">
              Revoke it
            </span>,
          ]}
        >
          {keys.map((key) => (
            <KeyLine key={key.id} row={key} />
          ))}
        </DataTable>
      )}
      <section>
        <h2>Make a key</h2>
        <KeyForm />
      </section>
    </div>
  );
}

function KeyLine({ row: { id, name, prefix, scopes, expiresAt, lastUsedAt, revokedAt, expired } }: { row: KeyRow }) {
  return (
    <tr>
      <td>
        {name}
        <br />
        <code>{prefix}…</code>
      </td>
      <td>{scopes.join(', ')}</td>
      <td>{expired ? 'expired' : <Moment at={expiresAt} />}</td>
      <td>{lastUsedAt === null ? 'never' : <Moment at={lastUsedAt} />}</td>
      <td>
        {revokedAt !== null ? (
          'revoked'
        ) : (
          <form action={revokeOwnKey}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton look="quiet">Revoke</SubmitButton>
          </form>
        )}
      </td>
    </tr>
  );
}
