import { DataTable } from '../../../ui/data-table';
import { Moment } from '../../../ui/moment';
import type { ImportSummary } from '../schema';
import { counted, stateText } from './import-words';

/** The imports so far, the newest first. */
export function ImportList({ imports }: { imports: readonly ImportSummary[] }) {
  if (imports.length === 0) return <p className="meta">Nothing has been imported yet.</p>;
  return (
    <DataTable label="Imports" className="import-list" heads={['File', 'Holds', 'State', 'By', 'Sent']}>
      {imports.map((entry) => (
        <tr key={entry.id}>
          <th scope="row">
            <a href={`/desk/import/${entry.id}`}>{entry.fileName}</a>
          </th>
          <td>{entry.total > 0 ? counted(entry.total, 'row') : entry.kind}</td>
          <td>{stateText(entry)}</td>
          <td>{entry.authorName}</td>
          <td>
            <Moment at={entry.createdAt} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
