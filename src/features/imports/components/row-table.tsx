import { DataTable } from '../../../ui/data-table';
import { RowFilter, type ImportDto, type ImportRowDto, type RowParameters } from '../schema';

const FILTER_LABEL: Readonly<Record<RowFilter, string>> = {
  all: 'All',
  sound: 'In order',
  faulty: 'With faults',
  duplicates: 'Duplicates',
  notes: 'With notes',
  taken: 'Taken',
  skipped: 'Skipped',
};

/** Which rows to show, with how many there are of each. */
export function RowFilters({ batch, filters }: { batch: ImportDto; filters: RowParameters }) {
  const { counts } = batch;
  const count: Record<RowFilter, number> = {
    all: counts.all,
    sound: counts.sound,
    faulty: counts.faulty,
    duplicates: counts.certain + counts.possible,
    notes: counts.noted,
    taken: counts.taken,
    skipped: counts.sound - counts.taken,
  };
  return (
    <nav aria-label="Rows to show">
      <ul className="import-filters">
        {RowFilter.options.map((name) => (
          <li key={name}>
            <a
              href={`/desk/import/${batch.id}?show=${name}#rows`}
              aria-current={name === filters.show ? 'page' : undefined}
            >
              {FILTER_LABEL[name]} ({count[name].toLocaleString('en')})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One page of rows: each with its faults, its notes and what it repeats. */
export function RowTable({ rows, choosing }: { rows: readonly ImportRowDto[]; choosing: boolean }) {
  if (rows.length === 0) return <p className="meta">There are no such rows.</p>;
  return (
    <DataTable
      label="Rows of the file"
      className="import-rows"
      heads={[...(choosing ? ['Take'] : []), 'Line', 'Row, and what was found']}
    >
      {rows.map((row) => (
        <tr key={row.position}>
          {choosing && (
            <td>
              <Tick row={row} />
            </td>
          )}
          <th scope="row">{row.line}</th>
          <td>
            <p className="import-label">{row.label}</p>
            {row.outcome !== null && <Outcome row={row} />}
            <Findings row={row} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

function Tick({ row }: { row: ImportRowDto }) {
  if (row.faults.length > 0) return <span className="meta">no</span>;
  return (
    <>
      <input type="hidden" name="shown" value={row.position} />
      <input
        type="checkbox"
        name="row"
        value={row.position}
        defaultChecked={row.taken}
        aria-label={`Take line ${row.line}: ${row.label.slice(0, 80)}`}
      />
    </>
  );
}

function Findings({ row }: { row: ImportRowDto }) {
  const { faults, notes, twin } = row;
  if (faults.length === 0 && notes.length === 0 && twin === null) return null;
  return (
    <ul className="import-findings">
      {faults.map(({ column, message }) => (
        <li key={`${column} ${message}`} className="import-fault">
          <strong>{column === null ? 'Fault' : column}</strong> {message}
        </li>
      ))}
      {twin !== null && <Twin twin={twin} />}
      {notes.map((note) => (
        <li key={note}>
          <strong>Note</strong> {note}
        </li>
      ))}
    </ul>
  );
}

function Twin({ twin }: { twin: NonNullable<ImportRowDto['twin']> }) {
  return (
    <li>
      <strong>{twin.certain ? 'Duplicate' : 'Perhaps a duplicate'}</strong> of{' '}
      {twin.id === null ? `line ${twin.line} (${twin.label})` : <a href={addressOf(twin.id)}>{twin.id}</a>}:{' '}
      {twin.reason}
    </li>
  );
}

function addressOf(id: string): string {
  if (id.startsWith('D')) return `/desk/drafts/${id}`;
  return `/${id.startsWith('C') ? 'claims' : 'sources'}/${id}`;
}

const OUTCOME = {
  imported: 'Imported as',
  skipped: 'Skipped',
  faulty: 'Not imported',
  'left-out': 'Left out:',
} as const;

function Outcome({ row }: { row: ImportRowDto }) {
  return (
    <span className="meta import-outcome">
      {row.outcome !== null && OUTCOME[row.outcome]}{' '}
      {row.draftId !== null && (
        <a href={`/desk/drafts/${row.draftId}`}>
          {row.draftId} ({row.recordId})
        </a>
      )}
      {row.message}
    </span>
  );
}
