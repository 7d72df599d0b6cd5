import type { z } from 'zod';
import { readNumber } from '../text/typed-number';
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
    const read = readNumber(text, this.commaDecimals ? 'unknown' : 'typed');
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
