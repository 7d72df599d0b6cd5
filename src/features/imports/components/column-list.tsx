import { columnWords } from '../../../domain/imports/column-words';
import type { ImportKind } from '../../../domain/imports/row';
import { DataTable } from '../../../ui/data-table';

/** What each column of a CSV holds, and the words that it takes: folded away until somebody makes a file. */
export function ColumnList({ kind }: { kind: ImportKind }) {
  return (
    <details className="import-columns">
      <summary>Columns of a file of {kind}, and the words they take</summary>
      <DataTable label={`Columns of a file of ${kind}`} heads={['Column', 'What it holds']}>
        {columnWords(kind).map(({ name, needed, what, words }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
              {needed ? <span className="form-needed"> (needed)</span> : null}
            </th>
            <td>
              {what}
              {words === undefined ? null : <p className="meta">One of: {words.join(', ')}</p>}
            </td>
          </tr>
        ))}
      </DataTable>
    </details>
  );
}
