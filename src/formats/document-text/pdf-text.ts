import { type Line, linesOf } from './pdf-lines';
import { goesOn, paragraphsOf, seamOf, wordsOf } from './pdf-paragraphs';
import { type LinedPage, withoutRunningHeads } from './pdf-running-heads';
import type { PdfItem } from './pdf-segments';

/** A page as it was read: its pieces, and how high it is in points. */
export type PdfPage = { items: readonly PdfItem[]; height: number };

export type PagedText = { text: string; pages: { start: number; end: number }[] };

export function linedPage({ items, height }: PdfPage): LinedPage {
  return { lines: linesOf(items), height };
}

/** Pages of lines as running text, and where each page stands in it. */
export function pdfText(lined: readonly LinedPage[]): PagedText {
  const pages = withoutRunningHeads(lined).map(({ lines }) => lines);
  const words = wordsOf(pages.flat());
  const texts = pages.map((lines) => paragraphsOf(lines, words));
  const parts: string[] = [];
  const spans: PagedText['pages'] = [];
  let length = 0;
  /** The last page with something on it. */
  let before: { index: number; part: number } | null = null;
  for (const [index, text] of texts.entries()) {
    if (text !== '' && before !== null) {
      const last = parts[before.part] ?? '';
      const { cut, space } = between(pages[before.index] ?? [], pages[index] ?? [], last, text, words);
      parts[before.part] = last.slice(0, last.length - cut);
      for (const span of spans.slice(before.index)) {
        span.end -= cut;
        span.start = Math.min(span.start, span.end);
      }
      parts.push(space);
      length += space.length - cut;
    }
    parts.push(text);
    spans.push({ start: length, end: length + text.length });
    length += text.length;
    if (text !== '') before = { index, part: parts.length - 1 };
  }
  return { text: parts.join(''), pages: spans };
}

/** What goes, and what comes between two pages. */
function between(
  before: readonly Line[],
  page: readonly Line[],
  text: string,
  own: string,
  words: ReadonlySet<string>,
): { cut: number; space: string } {
  return pageGoesOn(before, page, text, own) ? seamOf(text, own, words) : { cut: 0, space: '\n\n' };
}

/** A sentence goes on over the page only in letters of the same size: a note at the foot does not. */
function pageGoesOn(before: readonly Line[], page: readonly Line[], text: string, own: string): boolean {
  const [last, first] = [before.at(-1), page[0]];
  if (last === undefined || first === undefined || last.block < 0 || first.text.includes('\t')) return false;
  return Math.abs(last.size - first.size) < 0.12 * first.size && goesOn(text.slice(-200), own.slice(0, 200));
}
