import { Notice } from '../../../ui/notice';
import { ChangeList } from '../../history/components/change-list';
import type { RestorePage } from '../loaders';
import { RestoreForm } from './restore-form';
import { Moment } from '../../../ui/moment';

/** What would change, and the question whether it shall. */
export function RestoreQuestion({ page }: { page: RestorePage }) {
  const { event, at, subject, version, changes, faults } = page;
  return (
    <article>
      <h1>
        Restore {subject} as it was after no. {event}
      </h1>
      <p className="lead">
        This brings back the record of <Moment at={at} />, as a new entry in the history. Nothing of what came between
        is lost, and the standing of the record stays as it is.
      </p>
      <h2>What would change</h2>
      {changes.length === 0 ? <p>Nothing: the record is like that already.</p> : <ChangeList changes={changes} />}
      <RestoreEnd event={event} version={version} faults={faults} differs={changes.length > 0} />
      <p>
        <a href={`/desk/history?subject=${subject}`}>Back to the history of {subject}</a>
      </p>
    </article>
  );
}

type RestoreEndProps = Pick<RestorePage, 'event' | 'version' | 'faults'> & { differs: boolean };

function RestoreEnd({ event, version, faults, differs }: RestoreEndProps) {
  if (faults.length > 0) {
    return (
      <Notice title="This version cannot be restored: it breaks a rule that holds now" warn>
        <ul>
          {faults.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path}: {message}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  return differs ? <RestoreForm event={event} version={version} /> : null;
}
