import { dateText } from '../../../domain/partial-date';
import type { HistoryEntry } from '../schema';

/** What happened to a record, newest first. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      {entries.length === 0 ? (
        <p className="unknown">Nothing is recorded.</p>
      ) : (
        <ul className="history">
          {entries.map(({ at, actor, action, summary }) => (
            <li key={`${at} ${action} ${summary}`}>
              <time dateTime={at}>{dateText(at.slice(0, 10))}</time> {summary} <span className="meta">{actor}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
