import { type FileChild, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Paper } from '../../../domain/fact-sheet/sheet';
import type { Inline, PrintBlock } from '../print-model';
import { paragraphOptions } from './paragraph';
import { runs, typedRuns, type Writing } from './runs';
import { BORDER, HEAD_SHADE, textWidth } from './styles';

/** A table with its caption above. Its head is repeated on every page, and no row is torn apart. */
export function table(
  writing: Writing,
  paper: Paper,
  { caption, heads, rows }: Extract<PrintBlock, { kind: 'table' }>,
): FileChild[] {
  const columns = Math.max(heads.length, ...rows.map((row) => row.length), 1);
  const headRow = heads.map((text): Inline[] => [{ kind: 'text', text }]);
  const widths = columnWidths(textWidth(paper), columns, [headRow, ...rows]);
  const filled = (cells: readonly Inline[][], isHead: boolean) =>
    widths.map((width, at) => cell(writing, cells[at] ?? [], { width, isHead, isStrong: isHead || at === 0 }));
  return [
    new Paragraph({
      ...paragraphOptions(writing, 'Caption'),
      keepNext: true,
      children: typedRuns(writing, caption),
    }),
    new Table({
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: filled(headRow, true) }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: filled(row, false) })),
      ],
      columnWidths: widths,
      width: { size: textWidth(paper), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: {
        top: BORDER,
        bottom: BORDER,
        left: BORDER,
        right: BORDER,
        insideHorizontal: BORDER,
        insideVertical: BORDER,
      },
      margins: { left: 90, right: 90 },
      tableLook: { firstRow: true, firstColumn: true },
      ...(writing.direction === 'rtl' && { visuallyRightToLeft: true }),
    }),
    // Two tables one after the other would become one.
    new Paragraph({ ...paragraphOptions(writing, 'FactSheetTable') }),
  ];
}

function cell(
  writing: Writing,
  inlines: readonly Inline[],
  { width, isHead, isStrong }: { width: number; isHead: boolean; isStrong: boolean },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(isHead && { shading: { ...HEAD_SHADE, type: ShadingType.CLEAR, color: 'auto' } }),
    children: [
      new Paragraph({
        ...paragraphOptions(writing, 'FactSheetTable'),
        children: runs(writing, inlines, null, { strong: isStrong }),
      }),
    ],
  });
}

const lengthOf = (inlines: readonly Inline[]) =>
  inlines.reduce((sum, inline) => sum + (inline.kind === 'text' ? inline.text.length : 2), 0);

/** Widths by what stands in the columns, so that a long one gets more, and none becomes too narrow for a word. */
function columnWidths(whole: number, columns: number, rows: readonly (readonly Inline[][])[]): number[] {
  const longest = (column: number) => rows.reduce((most, row) => Math.max(most, lengthOf(row[column] ?? [])), 0);
  const weights = Array.from({ length: columns }, (_, column) =>
    Math.sqrt(Math.min(Math.max(longest(column), 8), 200)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const widths = weights.map((weight) => Math.floor((weight / sum) * whole));
  widths[0] = (widths[0] ?? 0) + whole - widths.reduce((total, width) => total + width, 0);
  return widths;
}
