import { lastUpTo } from './sorted-place';

/** As many as are read of any document (formats/document-text/problems.ts). */
const PAGES_MAX = 200;

/**
 * Finds the page, from 1, that a place of a text stands on; null where the text has no pages.
 *
 * @param starts where each page begins, in UTF-16 units of the text, in their order; an empty page begins where the next does
 */
export function pageFinder(starts: readonly number[] | null): (at: number) => number | null {
  if (starts === null || starts.length === 0) return () => null;
  return (at) => lastUpTo(starts, at) + 1;
}

/** The starts of pages as a form sends them along with the text: “0,1200,2650”. */
export function writtenStarts(starts: readonly number[] | null): string {
  return starts?.join(',') ?? '';
}

/** The starts of pages as a form brought them; null for everything that cannot be those of this text. */
export function readStarts(written: string, text: string): number[] | null {
  if (!/^\d{1,7}(,\d{1,7})*$/.test(written)) return null;
  const starts = written.split(',').map(Number);
  const isOrdered = starts.every((start, index) => start >= (starts[index - 1] ?? 0));
  const isWithin = (starts.at(-1) ?? 0) <= text.length && starts.length <= PAGES_MAX;
  return isOrdered && isWithin && starts[0] === 0 ? starts : null;
}
