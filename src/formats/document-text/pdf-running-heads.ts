import type { Line } from './pdf-lines';

/** Lines at the head and at the foot of a page that may be running heads. */
const EDGE_LINES = 3;
/** On so many pages a line has to stand before it is taken for one. */
const PAGES_MIN = 3;

const ROMAN = /^[ivxlc]{1,7}$/i;

/**
 * Pages without what runs along their edges: the numbers of pages, and lines that come again on page after page, of
 * which the first stays. A number that is no number of a page stays as well, whatever stands around it.
 */
export function withoutRunningHeads(pages: readonly Line[][]): Line[][] {
  const counts = new Map<string, number>();
  for (const [index, lines] of pages.entries()) {
    for (const shape of new Set(edgesOf(lines).map((line) => shapeOf(line, index)))) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  const seen = new Set<string>();
  const offsets = pageNumberOffsets(pages);
  return pages.map((lines, index) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter((line) => {
      if (!edges.has(line)) return true;
      if (isPageNumber(line.text, index, offsets, pages.length)) return false;
      const shape = shapeOf(line, index);
      if ((counts.get(shape) ?? 0) < PAGES_MIN || !/\p{L}/u.test(line.text)) return true;
      if (seen.has(shape)) return false;
      seen.add(shape);
      return true;
    });
  });
}

function edgesOf(lines: readonly Line[]): Line[] {
  const byHeight = lines.filter(({ block }) => block >= 0).sort((a, b) => a.y - b.y);
  return byHeight.length <= EDGE_LINES
    ? byHeight
    : [...new Set([...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)])];
}

/** What is the same on every page: the words, the place, and numbers counted from the page's own. */
function shapeOf({ text, y }: Line, index: number): string {
  const counted = text.replace(/\d+/g, (number) => {
    const behind = Number(number) - index;
    return number.length <= 4 && behind >= -20 && behind <= 2000 ? `#${behind}` : number;
  });
  return `${Math.round(y / 6)} ${counted}`;
}

const ALONE =
  /^\W*(?:(?:page|p\.|pg\.?|página|pagina|seite)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|de|von|sur)\s*(\d{1,4}))?\W*$/i;

/** By how much printed numbers are ahead of the count of pages, with how many pages agree on it. */
function pageNumberOffsets(pages: readonly Line[][]): Map<number, number> {
  const offsets = new Map<number, number>();
  for (const [index, lines] of pages.entries()) {
    const found = new Set<number>();
    for (const { text } of edgesOf(lines)) {
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
  if (/page|página|seite/i.test(text)) return true;
  if (ROMAN.test(number)) return true;
  if (total !== undefined) return Number(total) === pages && Number(number) <= pages;
  const offset = Number(number) - index;
  return offset === 1 || (offsets.get(offset) ?? 0) >= 2;
}
