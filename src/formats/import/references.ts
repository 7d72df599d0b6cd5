import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { cslRow } from '../../domain/imports/csl-row';
import { type ImportRow, unreadableRow } from '../../domain/imports/row';
import { short } from '../../domain/imports/cells';

// Bibliographies are taken apart here and each entry is read for itself: one that is broken costs no other.

/** An entry of a bibliography as it stands in the file, and the line it begins on. */
export type Entry = { line: number; text: string };

/** The entries of a RIS file: each from its TY to its ER, or to the next TY where ER is missing. */
export function risEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  let open: { line: number; lines: string[] } | null = null;
  const close = () => {
    if (open?.lines.some((line) => line.trim() !== '')) {
      entries.push({ line: open.line, text: open.lines.join('\n') });
    }
    open = null;
  };
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const tag = /^\s*([A-Z][A-Z0-9]) {1,2}-(?: |$)/.exec(line)?.[1];
    if (tag === 'TY') close();
    if (tag === 'ER') close();
    else if (open !== null) (open as { lines: string[] }).lines.push(line);
    else if (tag !== undefined || line.trim() !== '') open = { line: index + 1, lines: [line] };
  }
  close();
  return entries;
}

/**
 * The entries of a BibTeX file, and its abbreviations (@string). An entry ends where its braces do, or at the latest
 * where the next line begins with another: a brace that is never closed costs one entry.
 */
export function bibtexEntries(text: string): { entries: Entry[]; abbreviations: string } {
  const starts = [...text.matchAll(/^[ \t]*@[ \t]*([A-Za-z]+)[ \t]*[{(]/gm)];
  const entries: Entry[] = [];
  let abbreviations = '';
  let [line, counted] = [1, 0];
  for (const [index, start] of starts.entries()) {
    line += text.slice(counted, start.index).split('\n').length - 1;
    counted = start.index;
    const whole = text.slice(start.index, starts[index + 1]?.index ?? text.length);
    const piece = whole.slice(0, endOfBraces(whole)).trim();
    const type = start[1]?.toLowerCase();
    if (type === 'string') abbreviations += `${piece}\n`;
    else if (type !== 'comment' && type !== 'preamble') entries.push({ line, text: piece });
  }
  return { entries, abbreviations };
}

/** Where the first brace is closed again; the end of the text when it never is. */
function endOfBraces(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (text[at] === '}' && depth <= 0) return at + 1;
  }
  return text.length;
}

/** The objects of a CSL-JSON file: of a whole one, or whatever is whole in a broken one. */
export function cslEntries(text: string): { entries: Entry[]; items: unknown[] | null } {
  try {
    const parsed: unknown = JSON.parse(text);
    return { entries: [], items: Array.isArray(parsed) ? parsed : [parsed] };
  } catch {
    return { entries: jsonObjects(text), items: null };
  }
}

/** The outermost objects of a JSON text, found by their braces: what is inside quotation marks does not count. */
function jsonObjects(text: string): Entry[] {
  const entries: Entry[] = [];
  let [depth, start, line, startLine] = [0, 0, 1, 1];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\n') {
      line += 1;
      // No text in JSON runs over a line's end: a quotation mark was forgotten.
      quoted = false;
    }
    if (quoted && letter === '\\') at += 1;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === '{') {
      if (depth === 0) [start, startLine] = [at, line];
      depth += 1;
    } else if (!quoted && letter === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) entries.push({ line: startLine, text: text.slice(start, at + 1) });
    }
  }
  if (depth > 0) entries.push({ line: startLine, text: text.slice(start) });
  return entries;
}

export function* risRows(text: string, origin: string): Generator<ImportRow> {
  for (const entry of risEntries(text)) {
    const isWhole = /^\s*TY {1,2}- ?\S/.test(entry.text);
    const tidy = entry.text.replace(/^\s*([A-Z][A-Z0-9]) {1,2}-(?: |$)/gm, '$1  - ');
    yield isWhole
      ? readEntry({ ...entry, text: `${tidy}\nER  - \n` }, '@ris/file', origin)
      : unreadable(entry, 'This is no entry: it does not begin with its type (TY).');
  }
}

export function* bibtexRows(text: string, origin: string): Generator<ImportRow> {
  const { entries, abbreviations } = bibtexEntries(text);
  for (const { line, text: entry } of entries) {
    yield readEntry({ line, text: entry }, '@bibtex/text', origin, abbreviations);
  }
}

export function* cslRows(text: string, origin: string): Generator<ImportRow> {
  const { entries, items } = cslEntries(text);
  for (const [index, item] of (items ?? []).entries()) yield itemRow(item, index + 1, origin);
  for (const entry of entries) {
    try {
      yield itemRow(JSON.parse(entry.text), entry.line, origin);
    } catch {
      yield unreadable(entry, 'This item is no valid JSON: is a quotation mark, a comma or a brace missing?');
    }
  }
}

function itemRow(item: unknown, line: number, origin: string): ImportRow {
  return typeof item === 'object' && item !== null && !Array.isArray(item)
    ? cslRow(item, line, origin)
    : unreadableRow('source', line, '', 'This is no CSL-JSON item.');
}

function readEntry(entry: Entry, forceType: string, origin: string, abbreviations = ''): ImportRow {
  try {
    // The type is given: left to guess, the library would fetch what looks like an address.
    const [item] = new Cite(abbreviations + entry.text, { forceType }).data;
    if (item === undefined) return unreadable(entry, 'Nothing in this entry could be read.');
    const row = cslRow(item, entry.line, origin);
    return row.reference?.startsWith('temp_id_') ? { ...row, reference: null } : row;
  } catch (error) {
    return unreadable(entry, `This entry could not be read: ${reasonText((error as Error).message)}.`);
  }
}

/** The library's reason, as far as whoever made the file can do something about it. */
function reasonText(message: string): string {
  if (/got EOF|unexpected end/i.test(message)) return 'a brace or a quotation mark is opened and never closed';
  return short(message.split('\n')[0] ?? '');
}

function unreadable({ line, text }: Entry, message: string): ImportRow {
  return unreadableRow('source', line, short(text.trim()), message);
}
