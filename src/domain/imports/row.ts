import { z } from 'zod';
import { ClaimRecord } from '../claim';
import { SourceRecord } from '../source';

/** The most that is taken of one file. Above it a file is refused, not cut. */
export const IMPORT_LIMITS = { bytes: 50 * 1024 * 1024, rows: 100_000, fieldCharacters: 20_000 } as const;

/** What a file can hold. */
export const ImportKind = z.enum(['claims', 'sources']);
export type ImportKind = z.infer<typeof ImportKind>;

export const ImportFormat = z.enum(['csv', 'csl-json', 'ris', 'bibtex', 'doi']);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** How the example row of a template begins. Left in a file it is a fault, so that nobody imports it by mistake. */
export const EXAMPLE_START = 'Example row, to be deleted: ';

/** A record before it has a number: its id and its key follow from that, and are nobody's to choose. */
export const SourceContent = SourceRecord.omit({ id: true, key: true });
export type SourceContent = z.infer<typeof SourceContent>;
export const ClaimContent = ClaimRecord.omit({ id: true, key: true });
export type ClaimContent = z.infer<typeof ClaimContent>;

/** What is wrong with a row: in which column (null: the row as a whole), and what it should be. */
export const RowFault = z.strictObject({ column: z.string().nullable(), message: z.string() });
export type RowFault = z.infer<typeof RowFault>;

type RowOf<Kind extends string, Content> = {
  kind: Kind;
  /** Line of the file that it begins on, counted from 1. */
  line: number;
  /** What it is shown as: a title or a statement. */
  label: string;
  /** The key that the file gives it, by which other rows of the same import may name it. */
  reference: string | null;
  /** For a claim: the source as the file names it, by id, DOI or key; it is looked up in the database. */
  citedSource: string | null;
  /** Null when the row has faults. */
  record: Content | null;
  faults: RowFault[];
  /** What was changed or left out on the way, and is not wrong. */
  notes: string[];
};
export type ImportRow = RowOf<'source', SourceContent> | RowOf<'claim', ClaimContent>;

/** A row that could not be read at all. */
export function unreadableRow(kind: 'source' | 'claim', line: number, label: string, message: string): ImportRow {
  return {
    kind,
    line,
    label: labelOf(label) || '(could not be read)',
    reference: null,
    citedSource: null,
    record: null,
    faults: [{ column: null, message }],
    notes: [],
  };
}

const LABEL_MAX = 300;
/** Half of a surrogate pair: no character, and PostgreSQL refuses it. */
const HALF_PAIR = /\p{Surrogate}/gu;

/** A title or statement, short enough for a list. */
export function labelOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LABEL_MAX ? `${line.slice(0, LABEL_MAX).replace(HALF_PAIR, '')}…` : line;
}

/**
 * Text that every store can hold: NUL and half surrogate pairs, which a JSON file may spell out and PostgreSQL refuses,
 * are gone, other control characters are spaces; line breaks and tabs stay.
 */
export function storableText(text: string): string {
  return text.replace(HALF_PAIR, '').replace(/[^\P{Cc}\t\n\r]/gu, ' ');
}

/** A bare DOI in lower case, from an address of a resolver or with "doi:" in front as well; null when it is none. */
export function bareDoi(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '')
    .replace(/^doi:\s*/i, '')
    .toLowerCase();
  return /^10\.\d{4,9}\/\S+$/.test(bare) ? bare : null;
}
