import type { ImportRowDto } from '../features/imports/schema';
import { csvOf } from './csv';

const HEADS = ['line', 'holds', 'name', 'outcome', 'draft', 'record', 'duplicate of', 'message'];

/** What became of every row of an import, as a table. Cells that a spreadsheet would run are neutralised by `csvOf`. */
export function importReportCsv(rows: readonly ImportRowDto[]): string {
  return csvOf(
    HEADS,
    rows.map((row) => [
      row.line,
      row.kind,
      row.label,
      outcomeOf(row),
      row.draftId,
      row.recordId,
      row.twin === null ? null : (row.twin.id ?? `line ${row.twin.line}`),
      messageOf(row),
    ]),
  );
}

/** A draft that was discarded since, one by one or with the whole import, is no longer what the row became. */
function outcomeOf({ outcome, draftState, faults }: ImportRowDto): string {
  if (draftState === 'discarded') return 'imported, discarded since';
  return outcome ?? (faults.length > 0 ? 'faulty' : 'not confirmed');
}

function messageOf({ faults, notes, twin, message }: ImportRowDto): string | null {
  const parts = [
    ...faults.map(({ column, message: text }) => (column === null ? text : `${column} ${text}`)),
    ...(twin === null ? [] : [`${twin.certain ? 'duplicate' : 'perhaps a duplicate'}: ${twin.reason}`]),
    ...notes,
    ...(message === null ? [] : [message]),
  ];
  return parts.length > 0 ? parts.join('; ') : null;
}
