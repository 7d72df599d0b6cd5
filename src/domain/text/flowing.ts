import { lastUpTo } from './sorted-place';

/** Part of a text, in UTF-16 units. */
type Span = { start: number; end: number };

/** A text without the ends of lines within its sentences. */
export type Flowing = {
  text: string;
  /** Where a part of it stands in the text as it was given. */
  placed: (span: Span) => Span;
};

/** Blanks in a row, or the ends of lines with the blanks around them. */
const GAP = /(?:[^\S\n]*\n[^\S\n]*)+|[^\S\n]{2,}/g;
/** What begins a line of its own: an item of a list, a note, the number of a page. */
const OWN_LINE = /^(?:[-–—*•▪◦#>|]|\(?\d{1,3}[.)]\s|\d{1,3}\s+[\p{Lu}‘“]|\d{1,4}\s*(?:\n|$))/u;
/** A line as long as this was ended because it was full. */
const FULL = 40;

/**
 * A text as it would run on in one line for each paragraph: what was copied from a page with fixed lines has their ends
 * in the middle of its sentences, and of its figures. Headings, items of lists, notes and numbers of pages keep their
 * lines, and numbers that only a gap holds apart keep it. The time grows with the length of the text.
 */
export function flowing(text: string): Flowing {
  const parts: string[] = [];
  /** From where on so many characters are missing. */
  const from = [0];
  const missing = [0];
  let [read, written] = [0, 0];
  for (const { 0: gap, index } of text.matchAll(GAP)) {
    if (!isWithinSentence(text, index, gap)) continue;
    parts.push(text.slice(read, index), ' ');
    written += index - read + 1;
    read = index + gap.length;
    from.push(written);
    missing.push(read - written);
  }
  parts.push(text.slice(read));
  const place = (at: number) => at + (missing[lastUpTo(from, at)] ?? 0);
  return {
    text: parts.join(''),
    placed: ({ start, end }) => ({ start: place(start), end: end === start ? place(end) : place(end - 1) + 1 }),
  };
}

function isWithinSentence(text: string, at: number, gap: string): boolean {
  const end = at + gap.length;
  if (at === 0 || end === text.length) return false;
  // "2012" at the end of a line and "345" at the beginning of the next are two numbers.
  if (/\d/.test(text[at - 1] ?? '') && /\d/.test(text[end] ?? '')) return false;
  const lines = gap.split('\n').length - 1;
  if (lines === 0) return true;
  if (lines > 1 || OWN_LINE.test(text.slice(end, end + 8))) return false;
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - FULL), at);
  // The number of a page stands between the halves of a sentence.
  if (/^\s*\d+\s*$/.test(line)) return false;
  return line.length >= FULL || /^\p{Ll}/u.test(text.slice(end, end + 2));
}
