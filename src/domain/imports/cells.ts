import type { z } from 'zod';
import { findNumbers } from '../text/numbers';
import { EXAMPLE_START, type RowFault, IMPORT_LIMITS, storableText } from './row';

/**
 * Reads the cells of one row by the name of their column, and gathers what is wrong with them. A cell that is empty is
 * null: not established.
 */
export class Cells {
  readonly faults: RowFault[] = [];
  readonly notes: string[] = [];

  /** @param commaDecimals the file separates cells by semicolons, as spreadsheets do where a comma is the decimal sign */
  constructor(
    private readonly cells: ReadonlyMap<string, string>,
    private readonly commaDecimals = false,
  ) {
    for (const [column, cell] of cells) {
      if (cell.length > IMPORT_LIMITS.fieldCharacters) {
        const length = cell.length.toLocaleString('en');
        this.fault(
          column,
          `holds ${length} characters; the most is ${IMPORT_LIMITS.fieldCharacters.toLocaleString('en')}`,
        );
      }
    }
  }

  fault(column: string | null, message: string): void {
    if (!this.faults.some((known) => known.column === column)) this.faults.push({ column, message });
  }

  text(column: string): string | null {
    const cell = this.cells.get(column) ?? '';
    // What is too long is a fault already; nothing that follows has to look at ten megabytes.
    if (cell.length > IMPORT_LIMITS.fieldCharacters) return null;
    return storableText(cell).trim() || null;
  }

  required(column: string, what: string): string {
    const text = this.text(column);
    if (text === null) this.fault(column, `is empty; it should be ${what}`);
    return text ?? '';
  }

  /** The text by which a row is known: that of the example row of a template is a fault. */
  name(column: string, what: string): string {
    const text = this.required(column, what);
    if (text.toLowerCase().startsWith(EXAMPLE_START.trim().toLowerCase()))
      this.fault(column, 'is the example of the template: delete this row');
    return text;
  }

  /** Several values in one cell, with | between them. */
  list(column: string): string[] {
    return (this.text(column) ?? '')
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  /** One word of a list, however it is cased, with spaces or hyphens. Empty is null, unless a word is required. */
  word<T extends string>(column: string, words: z.ZodEnum<{ [key in T]: key }>): T | null {
    const text = this.text(column);
    if (text === null) return null;
    const found = wordIn(words, text);
    if (found === null) this.fault(column, `"${short(text)}" should be one of: ${words.options.join(', ')}`);
    return found;
  }

  requiredWord<T extends string>(column: string, words: z.ZodEnum<{ [key in T]: key }>): T {
    if (this.text(column) === null) this.fault(column, `is empty; it should be one of: ${words.options.join(', ')}`);
    return this.word(column, words) ?? (words.options[0] as T);
  }

  number(column: string): number | null {
    const text = this.text(column);
    if (text === null) return null;
    const read = readNumber(text, this.commaDecimals);
    if (typeof read === 'number') return read;
    this.fault(column, `"${short(text)}" ${read}`);
    return null;
  }

  whole(column: string, least: number): number | null {
    const text = this.text(column);
    if (text === null) return null;
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
    this.fault(column, `"${short(text)}" should be a whole number from ${least}`);
    return null;
  }
}

export function wordIn<T extends string>(words: z.ZodEnum<{ [key in T]: key }>, text: string): T | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return (words.options as T[]).find((option) => option === word) ?? null;
}

export function short(text: string): string {
  return text.length > 60 ? `${storableText(text.slice(0, 60))}…` : text;
}

const PLAIN = /^[-−]?\d{1,15}(\.\d{1,15})?$/;
const SHOULD = 'should be a plain number such as 1800000 or 7.5';

/**
 * A number that can be read in one way only: plain (`1800000`, `7.5`), with grouped thousands (`1,800,000`), or with a
 * scale (`1.8 million`); a per cent sign is passed over. Otherwise the rest of a sentence that says why not.
 *
 * @param commaDecimals the file is of a place where `1,234` and `1.234` may each be either number
 */
export function readNumber(text: string, commaDecimals = false): number | string {
  const trimmed = text.trim();
  const bare = trimmed.replace(/\s*(%|per\s?cent)$/i, '').trim();
  if (/^[-−+]?\d+([.,]\d+)?e[+-]?\d+$/i.test(bare)) {
    return `is a spreadsheet's short form, which may have lost digits; it ${SHOULD}`;
  }
  if (commaDecimals && /^[-−]?\d{1,3}[.,]\d{3}$/.test(bare)) {
    return `can be read in two ways in a file with semicolons; write it without the separator, or with another digit after it`;
  }
  if (PLAIN.test(bare)) return Number(bare.replace('−', '-'));
  const negative = /^[-−]/.test(bare);
  const positive = negative ? bare.slice(1) : bare;
  const [found, ...more] = findNumbers(positive);
  const whole = found !== undefined && more.length === 0 && found.start === 0 && found.end === positive.length;
  if (!whole || found.percent) return SHOULD;
  return negative ? -found.value : found.value;
}
