import { type FileChild, ImageRun, Paragraph, type ParagraphChild, Run, Tab } from 'docx';
import type { Paper } from '../../../domain/fact-sheet/sheet';
import { paperPngOf } from '../../png';
import { qrSvg } from '../../svg/qr';
import { PIXELS_PER_INCH, sizeOf } from '../drawing';
import type { Inline, PrintBlock, PrintNote } from '../print-model';
import { labelled } from '../words';
import { bookmark, words } from './elements';
import { paragraph, paragraphOptions } from './paragraph';
import { runs, textRuns, typedRuns, type Writing } from './runs';
import { MARGIN, PAPER, textWidth } from './styles';
import { table } from './table';

export async function blocksOf(writing: Writing, paper: Paper, blocks: readonly PrintBlock[]): Promise<FileChild[]> {
  const made: FileChild[] = [];
  // One after the other: numbers are given in the order of reading, and a drawing takes memory while it is made.
  for (const block of blocks) made.push(...(await blockOf(writing, paper, block)));
  return made;
}

async function blockOf(writing: Writing, paper: Paper, block: PrintBlock): Promise<FileChild[]> {
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
      return table(writing, paper, block);
    case 'figure':
      return figure(writing, paper, block);
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

function heading(writing: Writing, { id, level, text }: Extract<PrintBlock, { kind: 'heading' }>): Paragraph {
  const { start, end } = bookmark(writing.place(id), writing.next());
  return new Paragraph({
    ...paragraphOptions(writing, `Heading${level}`),
    children: [start, ...typedRuns(writing, text), end],
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

async function figure(
  writing: Writing,
  paper: Paper,
  { svg, alt, caption }: Extract<PrintBlock, { kind: 'figure' }>,
): Promise<FileChild[]> {
  const { width, height } = sizeOf(svg);
  // Twips are 15 to a CSS pixel. Some of the page is left for the caption.
  const [widest, highest] = [textWidth(paper) / 15, (PAPER[paper].height - 2 * MARGIN) / 15 - 90];
  const scale = Math.min(1, widest / width, highest / height);
  const png = await paperPngOf(svg, Math.max(1, Math.round(width * scale * (PIXELS_PER_INCH / 96))));
  return [
    picture(writing, png, { alt, title: caption }, { width: width * scale, height: height * scale }),
    new Paragraph({ ...paragraphOptions(writing, 'Caption'), children: typedRuns(writing, caption) }),
  ];
}

async function qrCode(writing: Writing, { text, alt }: Extract<PrintBlock, { kind: 'qr' }>): Promise<Paragraph> {
  const svg = qrSvg(text, alt, 400);
  // Too much for a code: what it would say is read instead.
  if (svg === null) return paragraph(writing, 'FactSheetMeta', [{ kind: 'text', text }]);
  return picture(writing, await paperPngOf(svg, 800), { alt, title: '' }, { width: 113, height: 113 });
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
        // The package takes a second to name and to pack what is large: it gets a word for it, until it is packed again.
        data: writing.keepPicture(png),
        transformation,
        altText: { id: String(id), name: `Picture ${id}`, description: alt, title },
      }),
    ],
  });
}

/**
 * A note as the paragraphs of its footnote: its title, then what is to be known of it, one after the other. Where labels
 * run from right to left and what they name the other way, a line each: on one line, nobody could tell them apart.
 * A line each too where it `hasLines`, beneath its title as a heading.
 */
export function noteParagraphs(
  writing: Writing,
  { title, facts }: PrintNote,
  how: { style: string; lead: ParagraphChild[]; hasLines?: boolean },
): Paragraph[] {
  const options = paragraphOptions(writing, how.style);
  const inNote = { inFootnote: true };
  const said = facts.map(({ label, inlines }) => [
    ...textRuns(labelled(label, writing.language), null, writing.direction, { strong: true }),
    ...runs(writing, inlines, null, inNote),
  ]);
  const sentences = said.flatMap((runs, at) => [
    ...runs,
    new Run({ children: words(endsSentence(facts[at]?.inlines ?? []) ? ' ' : '. ') }),
  ]);
  const below = writing.direction === 'rtl' || how.hasLines ? said : sentences.length === 0 ? [] : [sentences];
  return [
    new Paragraph({
      ...(how.hasLines ? paragraphOptions(writing, 'Heading3') : options),
      children: [...how.lead, ...runs(writing, title, null, { ...inNote, strong: true })],
    }),
    ...below.map((children) => new Paragraph({ ...options, children })),
  ];
}

function endsSentence(inlines: readonly Inline[]): boolean {
  const last = inlines.findLast((inline) => inline.kind === 'text' && inline.text.trim() !== '');
  return last?.kind === 'text' && /[.!?…。！？؟۔]["'”’»)\]]*\s*$/u.test(last.text);
}
