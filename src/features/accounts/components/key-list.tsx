import { Notice } from '../../../ui/notice';
import { TableScroll } from '../../../ui/table-scroll';
import { When } from '../../../ui/when';
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
      <p>
        A script sends its key as <code>Authorization: Bearer plb_…</code> to <a href="/docs/api">the API</a>. It may do
        what the key is for, and never more than you may. Whoever has the key can do it in your name. A new password
        revokes all keys.
      </p>
      {keys.length === 0 ? (
        <p className="unknown">There is no key yet.</p>
      ) : (
        <TableScroll label="Keys">
          <table>
            <thead>
              <tr>
                <th scope="col">Key</th>
                <th scope="col">May</th>
                <th scope="col">Expires</th>
                <th scope="col">Last used</th>
                <th scope="col">
                  <span className="visually-hidden">Revoke it</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <KeyLine key={key.id} row={key} />
              ))}
            </tbody>
          </table>
        </TableScroll>
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
      <td>{expired ? 'expired' : <When at={expiresAt} />}</td>
      <td>{lastUsedAt === null ? 'never' : <When at={lastUsedAt} />}</td>
      <td>
        {revokedAt !== null ? (
          'revoked'
        ) : (
          <form action={revokeOwnKey}>
            <input type="hidden" name="id" value={id} />
            <button type="submit" className="button-quiet">
              Revoke
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
