import { Moment } from '../../../ui/moment';
import type { ImportSummary } from '../schema';
import { counted, stateText } from './import-words';

/** The imports so far, the newest first. */
export function ImportList({ imports }: { imports: readonly ImportSummary[] }) {
  if (imports.length === 0) return <p className="meta">Nothing has been imported yet.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard too.
    <section className="table-scroll" aria-label="Imports" tabIndex={0}>
      <table className="import-list">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Holds</th>
            <th scope="col">State</th>
            <th scope="col">By</th>
            <th scope="col">Sent</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((entry) => (
            <tr key={entry.id}>
              <th scope="row">
                <a href={`/desk/import/${entry.id}`}>{entry.fileName}</a>
              </th>
              <td>{entry.total > 0 ? counted(entry.total, 'row') : entry.kind}</td>
              <td>{stateText(entry)}</td>
              <td>{entry.authorName}</td>
              <td className="import-moment">
                <Moment at={entry.createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
