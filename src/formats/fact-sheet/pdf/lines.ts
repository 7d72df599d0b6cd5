import type { Inline } from '../print-model';
import { type Atom, atomsOf, crumbsOf } from './atoms';
import { type Span, spanned, type TextStyle } from './spans';

/** Atoms in the order in which they are read, each with its place from the left edge of the line, in points. */
export type Line = { atoms: { atom: Atom; x: number }[]; width: number };

export type Paragraph = { lines: Line[]; style: TextStyle; direction: 'ltr' | 'rtl'; spans: Set<Span> };

/** A paragraph in lines that are at most this wide. An empty one has one empty line. */
export function paragraphOf(
  inlines: readonly Inline[],
  style: TextStyle,
  direction: 'ltr' | 'rtl',
  width: number,
): Paragraph {
  const atoms = atomsOf(spanned(inlines, style, direction));
  const lines = linesOf(atoms, width).map((line) => placed(line, direction));
  return { lines, style, direction, spans: new Set(atoms.map(({ span }) => span)) };
}

/** How wide a text is without a break, and how wide its widest word is: between the two, a column can be any width. */
export function widthsOf(inlines: readonly Inline[], style: TextStyle): { least: number; whole: number } {
  let [least, word, whole] = [0, 0, 0];
  for (const { width, isSpace, mayEnd } of atomsOf(spanned(inlines, style, 'ltr'))) {
    whole += width;
    if (!isSpace) word += width;
    least = Math.max(least, word);
    if (mayEnd) word = 0;
  }
  return { least, whole };
}

/** Takes as many words to a line as there is room for. */
function linesOf(atoms: readonly Atom[], width: number): Atom[][] {
  const lines: Atom[][] = [];
  let line: Atom[] = [];
  let used = 0;
  const add = (word: readonly Atom[]) => {
    const ink = inkWidth(word);
    if (line.length > 0 && used + ink > width + 0.01) {
      lines.push(line);
      [line, used] = [[], 0];
    }
    if (ink > width + 0.01 && (word.length > 1 || [...(word[0]?.source ?? '')].length > 1)) {
      const crumbs = word.flatMap((atom) => (atom.isSpace ? [atom] : crumbsOf(atom)));
      if (crumbs.length > 1) {
        for (const crumb of crumbs) add([crumb]);
        return;
      }
    }
    line.push(...word);
    used += word.reduce((sum, atom) => sum + atom.width, 0);
  };
  let word: Atom[] = [];
  for (const atom of atoms) {
    word.push(atom);
    if (!atom.mayEnd) continue;
    add(word);
    word = [];
  }
  if (word.length > 0) add(word);
  lines.push(line);
  return lines;
}

/** Without the spaces at its end, which may hang over the edge. */
function inkWidth(word: readonly Atom[]): number {
  let [whole, ink] = [0, 0];
  for (const { width, isSpace } of word) {
    whole += width;
    if (!isSpace) ink = whole;
  }
  return ink;
}

/** Places in the line, as they are seen (Unicode Standard Annex 9, L1 and L2). */
function placed(atoms: readonly Atom[], direction: 'ltr' | 'rtl'): Line {
  const base = direction === 'rtl' ? 1 : 0;
  const lastInk = atoms.findLastIndex(({ isSpace }) => !isSpace);
  const level = (index: number) => (index > lastInk ? base : (atoms[index]?.level ?? base));
  const order = atoms.map((_, index) => index);
  const highest = order.reduce((most, index) => Math.max(most, level(index)), 0);
  for (let at = highest; at >= 1; at -= 1) reverseRuns(order, (index) => level(index) >= at);
  const places = new Array<number>(atoms.length).fill(0);
  // Spaces at the end hang over: to the right, or in a line from right to left to the left.
  const hanging = atoms.slice(lastInk + 1).reduce((sum, { width }) => sum + width, 0);
  let x = base === 1 ? -hanging : 0;
  for (const index of order) {
    places[index] = x;
    x += atoms[index]?.width ?? 0;
  }
  return { atoms: atoms.map((atom, index) => ({ atom, x: places[index] ?? 0 })), width: inkWidth(atoms) };
}

function reverseRuns(order: number[], isIn: (index: number) => boolean) {
  let start = 0;
  while (start < order.length) {
    if (!isIn(order[start] as number)) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < order.length && isIn(order[end] as number)) end += 1;
    const run = order.slice(start, end).reverse();
    for (const [offset, index] of run.entries()) order[start + offset] = index;
    start = end;
  }
}
