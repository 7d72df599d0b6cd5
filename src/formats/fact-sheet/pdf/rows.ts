import type { Telling } from './canvas';
import type { Piece } from './flow';
import type { Paragraph } from './lines';
import type { Box, Sheet } from './sheet';

/** A paragraph in its box, within a row of one or more that begin at the same height. */
export type Cell = { paragraph: Paragraph; telling: Telling; box: Box };

export type RowOptions = {
  before: number;
  /** Room above and below the words, within the row. */
  padding?: number;
  isKept?: boolean;
  /** Rows of more lines than this may be parted. */
  linesTogether?: number;
  repeat?: Piece['repeat'];
  /** Drawn with every piece, beneath its words. */
  under?: (top: number, height: number) => void;
  /** Drawn with the last piece. */
  after?: (bottom: number) => void;
  /** Called with the first. */
  begin?: (top: number) => void;
};

/** A row as one piece; or, when it is long, line by line, without one line alone at either end. */
export function rowPieces(sheet: Sheet, cells: readonly Cell[], options: RowOptions): Piece[] {
  const { before, padding = 0, isKept = false, linesTogether = 4, repeat, under, after, begin } = options;
  const leading = Math.max(...cells.map(({ paragraph }) => paragraph.style.leading));
  const count = Math.max(...cells.map(({ paragraph }) => paragraph.lines.length));
  const parts = count <= linesTogether ? [[0, count] as const] : partsOf(count);
  return parts.map(([from, to], index) => {
    const [isFirst, isLast] = [index === 0, index === parts.length - 1];
    const above = isFirst ? padding : 0;
    const height = (to - from) * leading + above + (isLast ? padding : 0);
    return {
      height,
      before: isFirst ? before : 0,
      isKept: isLast && isKept,
      repeat,
      draw: (top: number) => {
        if (isFirst) begin?.(top);
        under?.(top, height);
        for (const cell of cells) drawLines(sheet, cell, from, to, top + above, leading);
        if (isLast) after?.(top + height);
      },
    };
  });
}

/** Lines by one, but by two at both ends. */
function partsOf(count: number): (readonly [from: number, to: number])[] {
  const middle = Array.from({ length: count - 4 }, (_, index) => [index + 2, index + 3] as const);
  return [[0, 2], ...middle, [count - 2, count]];
}

function drawLines(sheet: Sheet, cell: Cell, from: number, to: number, top: number, leading: number) {
  const { paragraph, telling, box } = cell;
  const { size } = paragraph.style;
  // The middle of the small letters stands a little below the middle of the line.
  const baseline = (leading - size) / 2 + size * 0.8;
  for (const [index, line] of paragraph.lines.slice(from, to).entries()) {
    sheet.canvas.line(telling, paragraph, line, box, top + index * leading + baseline);
  }
}
