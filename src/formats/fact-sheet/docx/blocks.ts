import {
  type FileChild,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Run,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Paper } from '../../../domain/fact-sheet/sheet';
import { pngOf } from '../../png';
import { qrSvg } from '../../svg/qr';
import type { Inline, PrintBlock, PrintNote, Tongue } from '../print-model';
import { labelled } from '../words';
import { bookmark, words } from './elements';
import { runs, textRuns, type Writing } from './runs';
import { BORDER, HEAD_SHADE, MARGIN, PAPER, turnedBar } from './styles';

/** What stands beside the words: where files are drawn, and how large a page is. */
export type Page = { paper: Paper; language: string };

const textWidth = (paper: Paper) => PAPER[paper].width - 2 * MARGIN;

export async function blocksOf(writing: Writing, page: Page, blocks: readonly PrintBlock[]): Promise<FileChild[]> {
  const made: FileChild[] = [];
  // One after the other: numbers are given in the order of reading, and a drawing takes memory while it is made.
  for (const block of blocks) made.push(...(await blockOf(writing, page, block)));
  return made;
}

async function blockOf(writing: Writing, page: Page, block: PrintBlock): Promise<FileChild[]> {
  switch (block.kind) {
    case 'heading':
      return [heading(writing, block)];
    case 'paragraph':
      return [paragraph(writing, PARAGRAPH_STYLES[block.role], block.inlines, block.tongue)];
    case 'list':
      return block.items.map(({ inlines, tongue }) =>
        paragraph(writing, 'ListBullet', inlines, tongue, { numbering: { reference: 'points', level: 0 } }),
      );
    case 'table':
      return table(writing, page, block);
    case 'figure':
      return figure(writing, page, block);
    case 'references':
      return block.items.map((item) => reference(writing, item));
    case 'qr':
      return [await qrCode(writing, block)];
  }
}

const PARAGRAPH_STYLES = {
  prose: 'Normal',
  claim: 'FactSheetClaim',
  caveat: 'FactSheetCaveat',
  meta: 'FactSheetMeta',
} as const;

export function paragraph(
  writing: Writing,
  style: string,
  inlines: readonly Inline[],
  tongue: Tongue = null,
  options: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    ...paragraphOptions(writing, style, tongue),
    ...options,
    children: runs(writing, inlines, tongue),
  });
}

export function paragraphOptions(writing: Writing, style: string, tongue: Tongue = null): IParagraphOptions {
  const direction = tongue?.direction ?? writing.direction;
  return {
    style,
    ...(direction === 'rtl' && { bidirectional: true }),
    ...(direction !== writing.direction && turnedBar(style, direction)),
  };
}

function heading(writing: Writing, { id, level, text }: Extract<PrintBlock, { kind: 'heading' }>): Paragraph {
  const { start, end } = bookmark(writing.place(id), writing.next());
  return new Paragraph({
    ...paragraphOptions(writing, `Heading${level}`),
    children: [start, ...textRuns(text, null, writing.direction), end],
  });
}

function reference(writing: Writing, { number, inlines }: { number: number | null; inlines: Inline[] }): Paragraph {
  const head = number === null ? [] : [new Run({ children: [...words(`${number}.`), new Tab()] })];
  const hanging = number === null ? 360 : 510;
  return new Paragraph({
    ...paragraphOptions(writing, 'Bibliography'),
    indent: { start: hanging, hanging },
    children: [...head, ...runs(writing, inlines, null)],
  });
}

function table(writing: Writing, { paper }: Page, block: Extract<PrintBlock, { kind: 'table' }>): FileChild[] {
  const { caption, heads, rows } = block;
  const columns = Math.max(heads.length, ...rows.map((row) => row.length), 1);
  const widths = columnWidths(textWidth(paper), columns, [heads.map((text) => [{ kind: 'text', text }]), ...rows]);
  const cell = (inlines: readonly Inline[], column: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      ...(isHead && { shading: { ...HEAD_SHADE, type: ShadingType.CLEAR, color: 'auto' } }),
      children: [
        new Paragraph({
          ...paragraphOptions(writing, 'FactSheetTable'),
          children: runs(writing, inlines, null, { strong: isHead || column === 0 }),
        }),
      ],
    });
  const filled = <T>(cells: readonly T[], empty: T) => Array.from({ length: columns }, (_, at) => cells[at] ?? empty);
  const made = [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: filled(heads, '').map((text, column) => cell([{ kind: 'text', text }], column, true)),
    }),
    ...rows.map(
      (row) =>
        new TableRow({ cantSplit: true, children: filled(row, []).map((inlines, at) => cell(inlines, at, false)) }),
    ),
  ];
  return [
    new Paragraph({
      ...paragraphOptions(writing, 'Caption'),
      keepNext: true,
      children: textRuns(caption, null, writing.direction),
    }),
    new Table({
      rows: made,
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

async function figure(
  writing: Writing,
  { paper }: Page,
  { svg, alt, caption }: Extract<PrintBlock, { kind: 'figure' }>,
): Promise<FileChild[]> {
  const png = await pngOf(svg);
  const view = new DataView(png.buffer, png.byteOffset);
  // A PNG says its size at byte 16; the drawing was made twice as large, for the printer.
  const [width, height] = [view.getUint32(16) / 2, view.getUint32(20) / 2];
  // Twips are 15 to a CSS pixel. Some of the page is left for the caption.
  const [widest, highest] = [textWidth(paper) / 15, (PAPER[paper].height - 2 * MARGIN) / 15 - 90];
  const scale = Math.min(1, widest / width, highest / height);
  return [
    picture(writing, png, { alt, title: caption }, { width: width * scale, height: height * scale }),
    new Paragraph({ ...paragraphOptions(writing, 'Caption'), children: textRuns(caption, null, writing.direction) }),
  ];
}

async function qrCode(writing: Writing, { text, alt }: Extract<PrintBlock, { kind: 'qr' }>): Promise<Paragraph> {
  const svg = qrSvg(text, alt, 400);
  // Too much for a code: what it would say is read instead.
  if (svg === null) return paragraph(writing, 'FactSheetMeta', [{ kind: 'text', text }]);
  return picture(writing, await pngOf(svg), { alt, title: '' }, { width: 113, height: 113 });
}

function picture(
  writing: Writing,
  png: Uint8Array,
  { alt, title }: { alt: string; title: string },
  transformation: { width: number; height: number },
): Paragraph {
  const id = writing.next();
  return new Paragraph({
    ...paragraphOptions(writing, 'FactSheetFigure'),
    children: [
      new ImageRun({
        type: 'png',
        data: Buffer.from(png),
        transformation,
        altText: { id: String(id), name: `Picture ${id}`, description: alt, title },
      }),
    ],
  });
}

/** A note as the paragraphs of its footnote: its title, then what is to be known of it, one after the other. */
export function noteParagraphs(
  writing: Writing,
  { title, facts }: PrintNote,
  page: Page,
  how: { style: string; inFootnote: boolean; lead: ParagraphChild[] },
): Paragraph[] {
  const options = paragraphOptions(writing, how.style);
  const said = facts.flatMap(({ label, inlines }) => [
    ...textRuns(labelled(label, page.language), null, writing.direction, { strong: true }),
    ...runs(writing, inlines, null, how),
    new Run({ children: words(endsSentence(inlines) ? ' ' : '. ') }),
  ]);
  return [
    new Paragraph({
      ...options,
      children: [...how.lead, ...runs(writing, title, null, { strong: true, inFootnote: how.inFootnote })],
    }),
    ...(said.length === 0 ? [] : [new Paragraph({ ...options, children: said })]),
  ];
}

function endsSentence(inlines: readonly Inline[]): boolean {
  const last = inlines.findLast((inline) => inline.kind === 'text' && inline.text.trim() !== '');
  return last?.kind === 'text' && /[.!?…。！？؟۔]["'”’»)\]]*\s*$/u.test(last.text);
}
