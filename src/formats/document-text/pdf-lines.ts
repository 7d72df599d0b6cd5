import { blocksOf, LINES_MIN, LETTERS_MIN, lettersIn } from './pdf-columns';
import { type PdfItem, type Segment, segmentsOf } from './pdf-segments';

/** A line as it is read. `block` counts the columns of a page; what is written askew has the block -1. */
export type Line = { text: string; left: number; right: number; y: number; size: number; block: number };

// In sizes of the letters (em).
const SAME_ROW = 0.35;
const SPACE_MIN = 0.14;
/** A wider gap within a line parts cells. */
const CELL_GAP = 2.5;
/** Higher up than this begins a column, or whatever stands apart. */
const JUMP_UP = 1;

/** How often a page may go back to the left and up before its order is taken for no order. */
const RETURNS_MAX = 6;

/** Columns are looked for on pages with so many segments at most; no page that people read has as many. */
const SEGMENTS_MAX = 10_000;

/** The lines of a page in the order in which they are read; what is written askew comes last. */
export function linesOf(items: readonly PdfItem[]): Line[] {
  const upright = segmentsOf(items.filter(({ isTurned }) => !isTurned));
  const turned = items.filter(({ isTurned }) => isTurned);
  return [...uprightLines(upright), ...turned.map((item) => turnedLine(item))];
}

/** Most programs draw a page as it is read, tables and columns too; where stands what tells only when one does not. */
function uprightLines(segments: readonly Segment[]): Line[] {
  const rows = rowsOf(segments);
  const lines = rows.map((row) => ({ ...rowLine(row), block: 0 }));
  const isLaidOut = segments.length <= SEGMENTS_MAX && (isOutOfOrder(lines) || isInterleaved(rows));
  if (isLaidOut) {
    return blocksOf(segments).flatMap((block, index) =>
      rowsOf(block).map((row) => ({ ...rowLine(row), block: index })),
    );
  }
  let block = 0;
  return lines.map((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined && line.y < before.y - JUMP_UP * line.size) block += 1;
    return { ...line, block };
  });
}

function isOutOfOrder(lines: readonly Line[]): boolean {
  const returns = lines.filter((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && line.y < before.y - JUMP_UP * line.size && line.left < before.left;
  });
  return returns.length > RETURNS_MAX;
}

/** Whether rows go on over the same gutter, one under the other, with running text on both sides of it. */
function isInterleaved(rows: readonly Segment[][]): boolean {
  let run = { from: 0, to: 0, rows: 0 };
  for (const row of rows) {
    const gap = gutterIn(row);
    if (gap === null) {
      run = { from: 0, to: 0, rows: 0 };
      continue;
    }
    const shared = { from: Math.max(run.from, gap.from), to: Math.min(run.to, gap.to) };
    run = run.rows > 0 && shared.from < shared.to ? { ...shared, rows: run.rows + 1 } : { ...gap, rows: 1 };
    if (run.rows > LINES_MIN) return true;
  }
  return false;
}

/** The widest gap of a row, when text that is long enough for a line stands on both of its sides. */
function gutterIn(row: readonly Segment[]): { from: number; to: number } | null {
  const ordered = [...row].sort((a, b) => a.left - b.left);
  let widest: { from: number; to: number; at: number } | null = null;
  for (const [index, segment] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before === undefined) continue;
    const gap = { from: before.right, to: segment.left, at: index };
    if (widest === null || gap.to - gap.from > widest.to - widest.from) widest = gap;
  }
  if (widest === null) return null;
  const letters = (side: readonly Segment[]) => side.reduce((sum, { text }) => sum + lettersIn(text), 0);
  const fewer = Math.min(letters(ordered.slice(0, widest.at)), letters(ordered.slice(widest.at)));
  return fewer < LETTERS_MIN ? null : widest;
}

/** Segments that follow one another on the same base line. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of segments) {
    const row = rows.at(-1);
    const first = row?.[0];
    const apart = Math.abs(segment.y - (first?.y ?? 0));
    const isNear = first !== undefined && apart <= SAME_ROW * Math.max(first.size, segment.size);
    if (isNear) row?.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

function rowLine(row: readonly Segment[]): Omit<Line, 'block'> {
  const isRtl = row.filter((segment) => segment.isRtl).length > row.length / 2;
  const ordered = [...row].sort((a, b) => (isRtl ? b.right - a.right : a.left - b.left));
  let text = '';
  let before: Segment | null = null;
  let [left, right, y, size, letters] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1, 0];
  for (const segment of ordered) {
    if (before !== null) text += between(before, segment, isRtl);
    text += segment.text;
    before = segment;
    left = Math.min(left, segment.left);
    right = Math.max(right, segment.right);
    // The size of a line is that of most of its letters.
    if (segment.text.length > letters) [y, size, letters] = [segment.y, segment.size, segment.text.length];
  }
  return { text: text.replace(/ {2,}/g, ' ').trim(), left, right, y, size };
}

function between(first: Segment, second: Segment, isRtl: boolean): string {
  const gap = (isRtl ? first.left - second.right : second.left - first.right) / Math.max(first.size, second.size);
  if (gap > CELL_GAP) return '\t';
  return gap > SPACE_MIN ? ' ' : '';
}

function turnedLine({ text, x, y, size }: PdfItem): Line {
  return { text: text.trim(), left: x, right: x, y, size, block: -1 };
}
