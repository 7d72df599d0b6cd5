import type { Inline, PrintBlock } from '../print-model';
import type { Piece } from './flow';
import { widthsOf } from './lines';
import { COLOURS, STYLES } from './look';
import { type Cell, rowPieces } from './rows';
import type { Box, Sheet } from './sheet';
import type { TextStyle } from './spans';
import type { Element } from './structure';

type Table = Extract<PrintBlock, { kind: 'table' }>;

/** Room between two columns. */
const GUTTER = 12;

/** Rows stay whole up to this many lines; beyond, they would leave much of a page empty. */
const LINES_TOGETHER = 24;

export function tablePieces(sheet: Sheet, { caption, heads, rows }: Table, parent: Element): Piece[] {
  const table = sheet.element(parent, 'Table');
  const boxes = columnsOf(sheet, heads, rows);
  const captioned =
    caption === ''
      ? []
      : rowPieces(
          sheet,
          [
            {
              paragraph: sheet.words(caption, STYLES.caption, sheet.body),
              telling: sheet.telling(sheet.element(table, 'Caption')),
              box: sheet.body,
            },
          ],
          { before: 12, isKept: true },
        );
  const head = sheet.element(table, 'THead');
  const headRow = cellsOf(sheet, heads.map(inlinesOf), boxes, () => STYLES.tableHead, headTelling(sheet, head));
  const [headPiece] = rowPieces(sheet, headRow, {
    ...{ before: caption === '' ? 12 : 3, padding: 3, isKept: true, linesTogether: Number.POSITIVE_INFINITY },
    after: (bottom) => rule(sheet, bottom, 0.8, COLOURS.strong),
  });
  // On the pages that follow the head is there for the eye: it was told once.
  const again = headRow.map((cell) => ({ ...cell, telling: sheet.telling('artifact') }));
  const [repeat] = rowPieces(sheet, again, {
    ...{ before: 0, padding: 3, linesTogether: Number.POSITIVE_INFINITY },
    after: (bottom) => rule(sheet, bottom, 0.8, COLOURS.strong),
  });
  const body = sheet.element(table, 'TBody');
  return [
    ...captioned,
    ...(headPiece === undefined ? [] : [headPiece]),
    ...rows.flatMap((row) => {
      const element = sheet.element(body, 'TR');
      const telling = (column: number) =>
        sheet.telling(sheet.element(element, column === 0 ? 'TH' : 'TD', column === 0 ? scope('Row') : {}));
      const style = (column: number) => (column === 0 ? STYLES.tableHead : STYLES.tableCell);
      return rowPieces(sheet, cellsOf(sheet, row, boxes, style, telling), {
        ...{ before: 0, padding: 3, linesTogether: LINES_TOGETHER, repeat },
        after: (bottom) => rule(sheet, bottom, 0.4, COLOURS.line),
      });
    }),
  ];
}

const scope = (name: 'Row' | 'Column') => ({ attributes: { O: 'Table', Scope: name } });

const inlinesOf = (text: string): Inline[] => [{ kind: 'text', text }];

function headTelling(sheet: Sheet, head: Element) {
  const row = sheet.element(head, 'TR');
  return () => sheet.telling(sheet.element(row, 'TH', scope('Column')));
}

/** A cell for every column, also where a row has fewer: a table with gaps cannot be read aloud. */
function cellsOf(
  sheet: Sheet,
  row: readonly Inline[][],
  boxes: readonly Box[],
  style: (column: number) => TextStyle,
  telling: (column: number) => Cell['telling'],
): Cell[] {
  return boxes.map((box, column) => ({
    paragraph: sheet.paragraph(row[column] ?? [], style(column), box),
    telling: telling(column),
    box,
  }));
}

function rule(sheet: Sheet, bottom: number, height: number, colour: string) {
  sheet.canvas.box('artifact', sheet.body.x, bottom - height, sheet.body.width, height, colour);
}

/** Columns as wide as their words want, or, where there is no room for that, as their widest word needs. */
function columnsOf(sheet: Sheet, heads: readonly string[], rows: readonly Inline[][][]): Box[] {
  const count = Math.max(1, heads.length, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: count }, (_, column) => {
    const cells = [
      widthsOf(inlinesOf(heads[column] ?? ''), STYLES.tableHead),
      ...rows.map((row) => widthsOf(row[column] ?? [], column === 0 ? STYLES.tableHead : STYLES.tableCell)),
    ];
    return { least: Math.max(8, ...cells.map(({ least }) => least)), whole: Math.max(8, ...cells.map((c) => c.whole)) };
  });
  const room = Math.max(count, sheet.body.width - GUTTER * (count - 1));
  let from = 0;
  return shared(columns, room).map((width) => {
    const box = sheet.inset(from, width);
    from += width + GUTTER;
    return box;
  });
}

function shared(columns: readonly { least: number; whole: number }[], room: number): number[] {
  const sum = (name: 'least' | 'whole') => columns.reduce((total, column) => total + column[name], 0);
  const [least, whole] = [sum('least'), sum('whole')];
  if (whole <= room) return columns.map((column) => (column.whole * room) / whole);
  if (least >= room) return columns.map((column) => (column.least * room) / least);
  return columns.map((column) => column.least + ((column.whole - column.least) * (room - least)) / (whole - least));
}
