import { Document, Packer, Paragraph } from 'docx';
import PdfDocument from 'pdfkit';
import { type Block, EMPTY_SHEET, type Sheet, type SheetChart } from '../src/domain/fact-sheet/sheet';
import type { Inline, Print, PrintBlock } from '../src/formats/fact-sheet/print-model';

// A fact sheet of real claims as an advocate would write it, and the least that could print the same words.

const CHARTS: readonly SheetChart[] = ['interval', 'lineage', 'series'];

/** A heading for every ten claims, each claim's sentence in a block of its own, prose that names three of them, a drawing: six of sixty. */
export function sheetOfClaims(claims: readonly string[], hasInterval: (claim: string) => boolean = () => false): Sheet {
  const blocks: Block[] = [];
  const id = () => `b${blocks.length + 1}`;
  for (let at = 0; at < claims.length; at += 10) {
    const part = claims.slice(at, at + 10);
    const [first = '', second = first, third = first] = part;
    blocks.push({ id: id(), kind: 'heading', text: 'What was found, and by whom' });
    const text = `Figures such as this one are repeated without what they measure: {{${first} short}}.\n\n- Another is {{${second} figure}}.\n- And one more: {{${third}}}`;
    blocks.push({ id: id(), kind: 'prose', text });
    const kind = CHARTS[(at / 10) % CHARTS.length] ?? 'series';
    const drawn = kind === 'interval' ? (part.find(hasInterval) ?? first) : first;
    for (const claim of part) {
      const chart = claim === drawn ? kind : null;
      blocks.push({ id: id(), kind: 'claim', claim, form: 'sentence', chart });
    }
  }
  return { ...EMPTY_SHEET, title: 'What the figures can carry', audience: 'the members of the committee', blocks };
}

const words = (inlines: readonly Inline[]) =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.text : `[${inline.number}]`)).join('');

function wordsOf(block: PrintBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'qr':
      return [block.text];
    case 'paragraph':
      return [words(block.inlines)];
    case 'list':
    case 'references':
      return block.items.map(({ inlines }) => words(inlines));
    case 'table':
      return [block.caption, block.heads.join(' '), ...block.rows.map((row) => row.map(words).join(' '))];
    case 'figure':
      return [block.alt, block.caption];
  }
}

/** Every word that is printed, paragraph by paragraph. */
export function paragraphsOfPrint({ title, subtitle, body, notesTitle, notes, end }: Print): string[] {
  return [
    title,
    words(subtitle),
    ...body.flatMap(wordsOf),
    notesTitle,
    ...notes.flatMap((note) => [
      words(note.title),
      ...note.facts.map(({ label, inlines }) => `${label}: ${words(inlines)}`),
    ]),
    ...end.flatMap(wordsOf),
  ];
}

const FONT = 'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff';

/** The same words as a PDF by pdfkit alone: one embedded typeface, no tags, no links, no drawings. */
export function plainPdf(paragraphs: readonly string[]): Promise<Buffer> {
  return new Promise((done, failed) => {
    const writer = new PdfDocument({ size: 'A4', margin: 56 });
    const parts: Buffer[] = [];
    writer.on('data', (part: Buffer) => parts.push(part));
    writer.on('end', () => done(Buffer.concat(parts)));
    writer.on('error', failed);
    writer.font(FONT).fontSize(10);
    for (const paragraph of paragraphs) writer.text(paragraph, { paragraphGap: 4 });
    writer.end();
  });
}

/** The same words as a DOCX by the same package: bare paragraphs, no styles, no footnotes, no drawings. */
export function plainDocx(paragraphs: readonly string[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }));
}
