import { DataTable } from '../../../ui/data-table';
import { Moment } from '../../../ui/moment';
import { counted } from '../../../lib/counted';
import type { ImportSummary } from '../schema';
import { stateText } from './import-words';

/** The imports so far, the newest first. */
export function ImportList({ imports }: { imports: readonly ImportSummary[] }) {
  if (imports.length === 0) return <p className="meta">Nothing has been imported yet.</p>;
  return (
    <DataTable
      label="Imports"
      className="table-short import-list"
      stacks
      heads={['File', 'Holds', 'State', 'By', 'Sent']}
    >
      {imports.map((entry) => (
        <tr key={entry.id}>
          <th scope="row">
            <a href={`/desk/import/${entry.id}`}>{entry.fileName}</a>
          </th>
          <td>{heldText(entry)}</td>
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

/** Its rows while it waits; afterwards the drafts that were made of them or discarded again. */
function heldText({ state, total, kind }: ImportSummary): string {
  if (total === 0) return kind;
  return counted(total, ['done', 'undone'].includes(state) ? 'draft' : 'row');
}
