import { type ImportFormat, type ImportKind, type ImportRow, storableText } from '../../domain/imports/row';
import { csvRows } from './csv';
import { decodeFile } from './decode';
import { bibtexRows, cslRows, risRows } from './references';

export type ReadFile =
  | {
      ok: true;
      format: ImportFormat;
      encoding: string;
      notes: string[];
      rows: AsyncIterable<ImportRow> | Iterable<ImportRow>;
    }
  | { ok: false; problem: string };

const ZOTERO =
  'This is RDF, as Zotero writes it, which is not read here. In Zotero choose "Export", then "CSL JSON" or "RIS", and send that.';

/**
 * A file as rows, read as they are asked for. Nothing of it is believed: neither its name nor its ending, only what
 * stands in it.
 *
 * @param format what it was said to be; null: to be found out
 */
export async function readImportFile(
  bytes: Uint8Array,
  { name, kind, format }: { name: string; kind: ImportKind; format: ImportFormat | null },
): Promise<ReadFile> {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding, notes } = decoded;
  if (text.trim() === '') return { ok: false, problem: 'The file is empty.' };
  if (/^\s*(<\?xml[^>]*>\s*)?<rdf:RDF/i.test(text.slice(0, 2000))) return { ok: false, problem: ZOTERO };
  if (/^\s*<(!doctype|html|\?xml)/i.test(text.slice(0, 2000))) {
    return { ok: false, problem: 'This is a page or a document in XML. An import takes CSV, CSL-JSON, RIS or BibTeX.' };
  }
  const found = format ?? guessFormat(text);
  const origin = `the file ${storableText(name).slice(0, 200) || 'without a name'}`;
  if (found === 'csv') {
    const csv = await csvRows(text, kind, origin);
    return csv.ok ? { ok: true, format: found, encoding, notes: [...notes, ...csv.notes], rows: csv.rows } : csv;
  }
  if (kind === 'claims')
    return { ok: false, problem: 'Claims can only be imported from CSV: this looks like a bibliography.' };
  const rows =
    found === 'ris' ? risRows(text, origin) : found === 'bibtex' ? bibtexRows(text, origin) : cslRows(text, origin);
  return { ok: true, format: found, encoding, notes, rows };
}

/** What a text looks like; a table is what is left. */
export function guessFormat(text: string): ImportFormat {
  const start = text.slice(0, 100_000);
  if (/^\s*[[{]/.test(start)) return 'csl-json';
  if (/^\s*TY {1,2}- /m.test(start)) return 'ris';
  if (/^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/m.test(start)) return 'bibtex';
  return 'csv';
}
