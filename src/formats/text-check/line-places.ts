import { lastUpTo } from '../../domain/text/sorted-place';

/** Finds line and column of places in a text, both from 1, asked in any order. */
export function placeFinder(text: string): (at: number) => { line: number; column: number } {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (at) => {
    const line = lastUpTo(starts, at);
    return { line: line + 1, column: at - (starts[line] ?? 0) + 1 };
  };
}
