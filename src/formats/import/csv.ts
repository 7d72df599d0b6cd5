import { parse } from 'csv-parse';
import { CLAIM_COLUMNS, claimRow } from '../../domain/imports/claim-row';
import { Cells, short } from '../../domain/imports/cells';
import { type ImportKind, type ImportRow, unreadableRow } from '../../domain/imports/row';
import { SOURCE_COLUMNS, sourceRow } from '../../domain/imports/source-row';

export type CsvRows = { ok: true; rows: AsyncIterable<ImportRow>; notes: string[] } | { ok: false; problem: string };

const COLUMNS: Readonly<Record<ImportKind, Readonly<Record<string, boolean>>>> = {
  claims: CLAIM_COLUMNS,
  sources: SOURCE_COLUMNS,
};

/** The names of all columns, in order: a template holds these and nothing else. */
export function templateColumns(kind: ImportKind): string[] {
  return Object.keys(COLUMNS[kind]);
}

/** What separates the cells: whichever of , ; and tab occurs most often in the first line, outside quotation marks. */
export function guessSeparator(text: string): string {
  const end = text.search(/[\r\n]/);
  const bare = text.slice(0, end === -1 ? 100_000 : end).replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: bare.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

/** A record of the file: the line it begins on, and its cells, or why there are none. */
export type CsvRecord = { line: number; cells: string[] } | { line: number; fault: string };

/** Beginning anew after a quotation mark that was never closed: a file with more of them is broken in another way. */
const RESTARTS_MAX = 20;
const CHUNK = 256 * 1024;

/**
 * The records of a CSV (RFC 4180, any line ends), one after the other. A quotation mark inside a bare cell is data. One
 * that opens and never closes would swallow the rest of the file: that row is a fault, and reading goes on one line on.
 */
export async function* csvRecords(text: string, separator: string): AsyncGenerator<CsvRecord> {
  const bytes = Buffer.from(text, 'utf8');
  let [offset, line] = [0, 1];
  for (let start = 0; start <= RESTARTS_MAX && offset < bytes.length; start += 1) {
    let fault: string | null = null;
    for await (const piece of piecesFrom(bytes, offset, separator)) {
      if ('error' in piece) fault = faultText(piece.error);
      else {
        yield { line, cells: piece.cells };
        line += lineEnds(bytes, offset, piece.end);
        offset = piece.end;
      }
    }
    if (fault === null) return;
    yield { line, fault: start === RESTARTS_MAX ? 'Reading ends here: too many rows are broken.' : fault };
    const next = bytes.indexOf(10, offset);
    if (next === -1) return;
    line += 1;
    offset = next + 1;
  }
}

type Piece = { cells: string[]; end: number } | { error: Error };

/** What the parser makes of the bytes from here on. It is fed by hand: as a stream, it loses what it read before an error. */
async function* piecesFrom(bytes: Buffer, from: number, separator: string): AsyncGenerator<Piece> {
  let ready: Piece[] = [];
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    on_record: (cells: string[], { bytes: read }) => {
      ready.push({ cells, end: from + read });
      return null;
    },
  });
  const closed = new Promise<void>((done) => parser.once('close', done));
  parser.on('error', (error) => ready.push({ error }));
  parser.resume();
  for (let at = from; at < bytes.length && !parser.destroyed; at += CHUNK) {
    await new Promise<void>((done) => parser.write(bytes.subarray(at, at + CHUNK), () => done()));
    const pieces = ready;
    ready = [];
    yield* pieces;
  }
  parser.end();
  await closed;
  yield* ready;
}

/** Ends of lines: LF, CR LF, or a CR alone. */
function lineEnds(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) count += 1;
  return count;
}

function faultText(error: unknown): string {
  const { code } = error as { code?: string };
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark opens here and is never closed.';
  if (code === undefined) throw error;
  return `This row cannot be read (${code.toLowerCase().replaceAll('_', ' ')}).`;
}

/** A spreadsheet's guard against formulas, as our own files have it, is taken off again: see formats/csv.ts. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/**
 * The rows of a CSV whose first line names the columns, in any order and case. A file that lacks a necessary column is
 * refused as a whole.
 */
export async function csvRows(text: string, kind: ImportKind, origin: string): Promise<CsvRows> {
  const separator = guessSeparator(text);
  const records = csvRecords(text, separator);
  const first = await records.next();
  const head = first.done || !('cells' in first.value) ? [] : first.value.cells.map(columnName);
  const problem = headProblem(head, kind);
  if (problem !== null) return { ok: false, problem };
  const known = COLUMNS[kind];
  const unknown = head.filter((name) => name !== '' && !Object.hasOwn(known, name));
  const notes =
    unknown.length > 0 ? [`Columns that are not known and were not read: ${unknown.map(short).join(', ')}.`] : [];
  if (separator !== ',') notes.push(`The cells are separated by ${separator === ';' ? 'semicolons' : 'tabs'}.`);
  return { ok: true, notes, rows: rowsOf(records, head, { kind, origin, commaDecimals: separator === ';' }) };
}

function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

function headProblem(head: readonly string[], kind: ImportKind): string | null {
  const missing = Object.entries(COLUMNS[kind]).flatMap(([name, needed]) =>
    needed && !head.includes(name) ? [name] : [],
  );
  const twice = head.filter((name, index) => name !== '' && head.indexOf(name) !== index);
  if (missing.length > 0) {
    return `The first line must name the columns, and these are missing: ${missing.join(', ')}. The template for ${kind} has them all.`;
  }
  return twice.length > 0 ? `The first line names a column twice: ${[...new Set(twice)].map(short).join(', ')}.` : null;
}

type Look = { kind: ImportKind; origin: string; commaDecimals: boolean };

async function* rowsOf(
  records: AsyncIterable<CsvRecord>,
  head: readonly string[],
  look: Look,
): AsyncGenerator<ImportRow> {
  const kind = look.kind === 'claims' ? 'claim' : 'source';
  for await (const record of records) {
    if ('fault' in record) yield unreadableRow(kind, record.line, '', record.fault);
    else if (record.cells.some((cell) => cell.trim() !== '')) yield rowOf(record.line, record.cells, head, look);
  }
}

function rowOf(line: number, cells: readonly string[], head: readonly string[], look: Look): ImportRow {
  const kind = look.kind === 'claims' ? 'claim' : 'source';
  if (cells.length !== head.length) {
    const message = `has ${cells.length} cells where the first line names ${head.length}: is a separator or a quotation mark missing?`;
    return unreadableRow(kind, line, short(cells.slice(0, 3).join(' ')), message);
  }
  const byName = new Map(head.map((name, index) => [name, unguarded(cells[index] ?? '')]));
  const row = new Cells(byName, look.commaDecimals);
  return look.kind === 'claims' ? claimRow(row, line, look.origin) : sourceRow(row, line, look.origin);
}
