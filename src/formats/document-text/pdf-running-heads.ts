import type { Line } from './pdf-lines';

/** A page of lines, and how high it is in points. */
export type LinedPage = { lines: Line[]; height: number };

/** Running heads stand within this part of a page's height from its edges. */
const MARGIN = 0.1;
/** On so many pages a line has to stand before it is taken for one. */
const PAGES_MIN = 3;
const LETTERS_MAX = 110;
/** A number at either end of a line. */
const END_NUMBER = /\b\d{1,4}$|^\d{1,4}\b/;

const ROMAN = /^[ivxlc]{1,7}$/i;

/**
 * Pages without what runs along their edges: the numbers of pages, and lines that come again on page after page, of
 * which the first stays. A sentence is none, and a number that is no number of a page stays, whatever stands around it.
 */
export function withoutRunningHeads(pages: readonly LinedPage[]): LinedPage[] {
  const counts = new Map<string, number>();
  for (const [index, page] of pages.entries()) {
    for (const shape of new Set(edgesOf(page).flatMap((line) => shapesOf(line, index)))) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  const seen = new Set<string>();
  const offsets = pageNumberOffsets(pages);
  return pages.map((page, index) => {
    const edges = new Set(edgesOf(page));
    const lines = page.lines.flatMap((line) => {
      if (!edges.has(line)) return [line];
      if (isPageNumber(line.text, index, offsets, pages.length)) return [];
      const shapes = shapesOf(line, index);
      const shape = shapes.find((each) => (counts.get(each) ?? 0) >= PAGES_MIN);
      if (shape === undefined || !isHead(line.text)) return [line];
      if (seen.has(shape)) return [];
      seen.add(shape);
      // Where its number goes along with the pages, that is no figure of the text.
      return [shape === shapes[0] ? line : { ...line, text: withoutPageNumber(line.text) }];
    });
    return { ...page, lines: lines.length === 0 ? page.lines : lines };
  });
}

function edgesOf({ lines, height }: LinedPage): Line[] {
  return lines.filter(({ y, block }) => block >= 0 && (y < MARGIN * height || y > (1 - MARGIN) * height));
}

function withoutPageNumber(text: string): string {
  return text.replace(END_NUMBER, '').trim();
}

function isHead(text: string): boolean {
  return /\p{L}/u.test(text) && text.length <= LETTERS_MAX && !/[.!?]["'”’]?$/.test(text);
}

/** What may be the same on every page: the place and the words, with their numbers or with how far those are ahead. */
function shapesOf({ text, y }: Line, index: number): string[] {
  const ahead = (number: string) => `#${Number(number) - index}`;
  // A year may stand beside the number of the page, and stay as it is.
  const [counted, ended] = [text.replace(/\d{1,4}/g, ahead), text.replace(END_NUMBER, ahead)];
  return [text, counted, ended].map((words) => `${Math.round(y / 6)} ${words}`);
}

const ALONE =
  /^\W*(?:(?:page|p\.|pg\.?|página|pagina|seite)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|de|von|sur)\s*(\d{1,4}))?\W*$/i;

/** By how much printed numbers are ahead of the count of pages, with how many pages agree on it. */
function pageNumberOffsets(pages: readonly LinedPage[]): Map<number, number> {
  const offsets = new Map<number, number>();
  for (const [index, page] of pages.entries()) {
    const found = new Set<number>();
    for (const { text } of edgesOf(page)) {
      const number = Number(ALONE.exec(text)?.[1] ?? Number.NaN);
      if (Number.isInteger(number)) found.add(number - index);
    }
    for (const offset of found) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  }
  return offsets;
}

function isPageNumber(text: string, index: number, offsets: ReadonlyMap<number, number>, pages: number): boolean {
  const match = ALONE.exec(text);
  if (match === null) return false;
  const [, number = '', total] = match;
  if (/page|página|seite/i.test(text) || ROMAN.test(number)) return true;
  if (total !== undefined) return Number(total) === pages && Number(number) <= pages;
  const offset = Number(number) - index;
  return offset === 1 || (offsets.get(offset) ?? 0) >= 2;
}
