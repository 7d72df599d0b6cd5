import { blocksOf } from './pdf-columns';
import { type PdfItem, type Segment, segmentsOf, withMarksAtTheirLines } from './pdf-segments';

/** A line as it is read. `block` counts the columns of a page; `blockLeft` and `blockRight` are the column's edges. */
export type Line = {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  block: number;
  blockLeft: number;
  blockRight: number;
};

// In sizes of the letters (em).
const SAME_ROW = 0.35;
const SPACE_MIN = 0.14;
/** A wider gap within a line parts cells. */
const CELL_GAP = 2;

/** The lines of a page in the order in which they are read; what is written askew comes last. */
export function linesOf(items: readonly PdfItem[]): Line[] {
  const upright = withMarksAtTheirLines(segmentsOf(items.filter(({ isTurned }) => !isTurned)));
  const lines = blocksOf(upright).flatMap((block, index) => blockLines(block, index));
  const turned = items.filter(({ isTurned }) => isTurned);
  return [...lines, ...turned.map((item) => turnedLine(item))];
}

function blockLines(block: readonly Segment[], index: number): Line[] {
  let [blockLeft, blockRight] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { left, right } of block) {
    blockLeft = Math.min(blockLeft, left);
    blockRight = Math.max(blockRight, right);
  }
  return rowsOf(block).map((row) => ({ ...rowLine(row), block: index, blockLeft, blockRight }));
}

/** Segments on the same base line. They come from top to bottom. */
function rowsOf(block: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of block) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near = first !== undefined && segment.y - first.y <= SAME_ROW * Math.max(first.size, segment.size);
    if (near) row?.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

function rowLine(row: readonly Segment[]): Pick<Line, 'text' | 'left' | 'right' | 'y' | 'size'> {
  const isRtl = row.filter((segment) => segment.isRtl).length > row.length / 2;
  const ordered = [...row].sort((a, b) => (isRtl ? b.right - a.right : a.left - b.left));
  let text = '';
  let before: Segment | null = null;
  let [left, right, y, size, letters] = [Number.POSITIVE_INFINITY, 0, 0, 1, 0];
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
  return { text: text.trim(), left: x, right: x, y, size, block: -1, blockLeft: x, blockRight: x };
}
