import { dateText } from '../../../domain/partial-date';
import type { LatestChange } from '../schema';

type HistoryListProps = {
  entries: readonly LatestChange[];
  /** The permanent address of the record without the host: `/claims/C1`. */
  path: string;
};

/** What happened to a record last, and the way to all of it. */
export function HistoryList({ entries, path }: HistoryListProps) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      {entries.length === 0 ? (
        <p className="unknown">Nothing is recorded.</p>
      ) : (
        <ul className="history">
          {entries.map(({ position, at, actor, summary, changed }) => (
            <li key={position}>
              <time dateTime={at}>{dateText(at.slice(0, 10))}</time> {summary}
              {actor === null ? null : <span className="meta"> {actor}</span>}
              {changed === null ? null : <p className="meta">What changed: {changed}</p>}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${path}/history`}>All changes, word by word</a>
      </p>
    </section>
  );
}
