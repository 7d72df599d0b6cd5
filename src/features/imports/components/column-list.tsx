import { columnWords } from '../../../domain/imports/column-words';
import type { ImportKind } from '../../../domain/imports/row';

/** What each column of a CSV holds, and the words that it takes: folded away until somebody makes a file. */
export function ColumnList({ kind }: { kind: ImportKind }) {
  return (
    <details className="import-columns">
      <summary>Columns of a file of {kind}, and the words they take</summary>
      <dl className="facts">
        {columnWords(kind).map(({ name, needed, what, words }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
              {needed ? ' (needed)' : null}
            </dt>
            <dd>
              {what}
              {words === undefined ? null : <p className="meta">One of: {words.join(', ')}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
