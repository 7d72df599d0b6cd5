import { type Line, linesOf } from './pdf-lines';
import { goesOn, joined, paragraphsOf, wordsOf } from './pdf-paragraphs';
import { withoutRunningHeads } from './pdf-running-heads';
import type { PdfItem } from './pdf-segments';

/** A page as it was read: its pieces, and how high it is in points. */
export type PdfPage = { items: readonly PdfItem[]; height: number };

export type PagedText = { text: string; pages: { start: number; end: number }[] };

/** Pages of pieces as running text, and where each page stands in it. */
export function pdfText(pages: readonly PdfPage[]): PagedText {
  const lined = pages.map(({ items, height }) => ({ lines: linesOf(items), height }));
  const lines = withoutRunningHeads(lined).map((page) => page.lines);
  const words = wordsOf(lines.flat());
  let text = '';
  const spans: PagedText['pages'] = [];
  for (const [index, page] of lines.entries()) {
    const own = paragraphsOf(page, words);
    const before = text;
    if (text === '' || own === '') text += own;
    else if (pageGoesOn(lines.slice(0, index), page, text, own)) text = joined(text, own, words);
    else text += `\n\n${own}`;
    const start = own === '' ? text.length : text.length - own.length;
    const last = spans.at(-1);
    // A hyphen taken from the end of the page before.
    if (last !== undefined && text.length < before.length + own.length) last.end = Math.min(last.end, start);
    spans.push({ start, end: text.length });
  }
  return { text, pages: spans };
}

/** A sentence goes on over the page only in letters of the same size: a note at the foot does not. */
function pageGoesOn(before: readonly Line[][], page: readonly Line[], text: string, own: string): boolean {
  const last = before.findLast((lines) => lines.length > 0)?.at(-1);
  const first = page[0];
  if (last === undefined || first === undefined || last.block < 0 || first.text.includes('\t')) return false;
  return Math.abs(last.size - first.size) < 0.12 * first.size && goesOn(text.slice(-200), own.slice(0, 200));
}
