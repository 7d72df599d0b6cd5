import { DataTable } from '../../../ui/data-table';

type Change = { path: string; label: string; before: string | null; after: string | null };

type ChangeTableProps = { changes: readonly Change[]; before?: string; after?: string };

/** Field by field, what is there and what would be. */
export function ChangeTable({ changes, before = 'Published', after = 'Draft' }: ChangeTableProps) {
  return (
    <DataTable label="Changes, field by field" className="changes" heads={['Field', before, after]}>
      {changes.map(({ path, label, before: was, after: is }) => (
        <tr key={`${path} ${label}`}>
          <th scope="row">{label}</th>
          <td>
            <Text text={was} />
          </td>
          <td>
            <Text text={is} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

function Text({ text }: { text: string | null }) {
  return text === null ? <span className="unknown">nothing</span> : <span className="clash-text">{text}</span>;
}
