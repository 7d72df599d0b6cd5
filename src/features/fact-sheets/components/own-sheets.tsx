import { counted } from '../../../lib/counted';
import { DataTable } from '../../../ui/data-table';
import { SubmitButton } from '../../../ui/form/submit-button';
import { Moment } from '../../../ui/moment';
import { begin, putAway } from '../actions';
import type { OwnSheet } from '../loaders';

/** The sheets of whoever looks, and those they put away. */
export function OwnSheets({ sheets, away }: { sheets: readonly OwnSheet[]; away: string | null }) {
  const open = sheets.filter(({ isDeleted }) => !isDeleted);
  const deleted = sheets.filter(({ isDeleted }) => isDeleted);
  return (
    <>
      {away === null || !deleted.some(({ id }) => id === away) ? null : (
        <div className="notice" role="status">
          <p className="notice-title">{away} was put away.</p>
          <AwayForm id={away} step="back" words="Take it back" />
        </div>
      )}
      <form action={begin} className="form-bare sheet-begin">
        <SubmitButton>Begin a fact sheet</SubmitButton>
      </form>
      {open.length === 0 ? (
        <p>
          You have no fact sheet yet. Begin one here, or choose “Add to a fact sheet” on the page of a{' '}
          <a href="/claims">claim</a>.
        </p>
      ) : (
        <SheetTable sheets={open} />
      )}
      {deleted.length === 0 ? null : (
        <details>
          <summary>{counted(deleted.length, 'sheet', 'sheets')} put away</summary>
          <ul>
            {deleted.map(({ id, title }) => (
              <li key={id}>
                {id} {nameOf(title)} <AwayForm id={id} step="back" words={`Take ${id} back`} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const nameOf = (title: string) => (title === '' ? 'Without a title' : title);

function SheetTable({ sheets }: { sheets: readonly OwnSheet[] }) {
  return (
    <DataTable
      label="Your fact sheets"
      className="sheet-list"
      caption={counted(sheets.length, 'fact sheet', 'fact sheets')}
      heads={['Sheet', 'Claims', 'Releases', 'Changed', <AwayHead key="away" />]}
      stacks
    >
      {sheets.map(({ id, title, audience, claims, releases, isListed, updatedAt }) => (
        <tr key={id}>
          <th scope="row">
            <a href={`/desk/fact-sheets/${id}`}>
              <bdi>{nameOf(title)}</bdi>
            </a>
            <p className="meta">
              {id}
              {audience === '' ? null : (
                <>
                  {' '}
                  · for <bdi>{audience}</bdi>
                </>
              )}
            </p>
          </th>
          <td className="number">{claims}</td>
          <td>
            {releases === 0 ? (
              <span className="meta">none</span>
            ) : (
              <a href={`/desk/fact-sheets/${id}/preview#releases`}>{releases}</a>
            )}
            {isListed ? <span className="meta"> in the gallery</span> : null}
          </td>
          <td>
            <Moment at={updatedAt} />
          </td>
          <td>
            <AwayForm id={id} step="away" words={`Put ${id} away`} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** Its cells say what they are themselves. */
const AwayHead = () => <span className="visually-hidden">Put away</span>;

function AwayForm({ id, step, words }: { id: string; step: 'away' | 'back'; words: string }) {
  return (
    <form action={putAway} className="form-bare">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="do" value={step} />
      <SubmitButton look="quiet">{words}</SubmitButton>
    </form>
  );
}
