type Change = { path: string; label: string; before: string | null; after: string | null };

type ChangeTableProps = { changes: readonly Change[]; before?: string; after?: string };

/** Field by field, what is there and what would be. */
export function ChangeTable({ changes, before = 'Published', after = 'Draft' }: ChangeTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard.
    <section className="table-scroll" tabIndex={0} aria-label="Changes, field by field">
      <table className="changes">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </section>
  );
}

function Text({ text }: { text: string | null }) {
  return text === null ? <span className="unknown">nothing</span> : <span className="clash-text">{text}</span>;
}
