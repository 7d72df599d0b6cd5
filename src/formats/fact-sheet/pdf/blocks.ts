import type { PrintBlock } from '../print-model';
import { figurePieces, qrPieces } from './figures';
import type { Piece } from './flow';
import { COLOURS, STYLES } from './look';
import { rowPieces } from './rows';
import type { Sheet } from './sheet';
import { tablePieces } from './tables';
import type { Element } from './structure';

type Of<Kind extends PrintBlock['kind']> = Extract<PrintBlock, { kind: Kind }>;

/** Told of a heading once it has its place, for the bookmarks. */
export type OnHeading = (heading: { level: 2 | 3; text: string; id: string; top: number }) => void;

export async function blockPieces(
  sheet: Sheet,
  block: PrintBlock,
  parent: Element,
  onHeading: OnHeading,
): Promise<Piece[]> {
  switch (block.kind) {
    case 'heading':
      return headingPieces(sheet, block, parent, onHeading);
    case 'paragraph':
      return paragraphPieces(sheet, block, parent);
    case 'list':
      return listPieces(sheet, block, parent);
    case 'references':
      return referencePieces(sheet, block, parent);
    case 'table':
      return tablePieces(sheet, block, parent);
    case 'figure':
      return figurePieces(sheet, block, parent);
    case 'qr':
      return qrPieces(sheet, block, parent);
  }
}

export function headingPieces(
  sheet: Sheet,
  { level, text, id }: Omit<Of<'heading'>, 'kind'>,
  parent: Element,
  onHeading: OnHeading,
): Piece[] {
  const telling = sheet.telling(sheet.element(parent, `H${level}`));
  const paragraph = sheet.words(text, level === 2 ? STYLES.heading2 : STYLES.heading3, sheet.body);
  const begin = (top: number) => onHeading({ level, text, id, top });
  const before = level === 2 ? 22 : 14;
  return [
    ...rowPieces(sheet, [{ paragraph, telling, box: sheet.body }], { before, isKept: true, begin }),
    gap(level === 2 ? 5 : 2),
  ].map((piece) => ({ ...piece, isKept: true }));
}

/** Room that stays with what follows. */
const gap = (height: number): Piece => ({ height, before: 0, isKept: true, draw: () => {} });

/** Room before each role, how far it is moved in, and the colour of the bar beside it. */
const ROLES = {
  prose: { before: 7, inset: 0, bar: null },
  claim: { before: 10, inset: 12, bar: COLOURS.accent },
  caveat: { before: 5, inset: 12, bar: COLOURS.strong },
  meta: { before: 5, inset: 0, bar: null },
} as const;

function paragraphPieces(sheet: Sheet, { role, inlines, tongue }: Of<'paragraph'>, parent: Element): Piece[] {
  const { before, inset, bar } = ROLES[role];
  const box = sheet.inset(inset, sheet.body.width - inset, sheet.body, tongue?.direction);
  const outer = role === 'claim' ? sheet.element(parent, 'BlockQuote') : parent;
  const element = sheet.element(outer, 'P', tongue === null ? {} : { language: tongue.language });
  const paragraph = sheet.paragraph(inlines, STYLES[role], box, tongue?.direction);
  const edge = sheet.inset(0, 2, sheet.body, tongue?.direction);
  const under =
    bar === null
      ? undefined
      : (top: number, height: number) => sheet.canvas.box('artifact', edge.x, top, edge.width, height, bar);
  return rowPieces(sheet, [{ paragraph, telling: sheet.telling(element), box }], { before, under });
}

function listPieces(sheet: Sheet, { items }: Of<'list'>, parent: Element): Piece[] {
  const list = sheet.element(parent, 'L', { attributes: { O: 'List', ListNumbering: 'Disc' } });
  return items.flatMap(({ inlines, tongue }, index) => {
    const item = sheet.element(list, 'LI', tongue === null ? {} : { language: tongue.language });
    const [label, body] = [sheet.element(item, 'Lbl'), sheet.element(item, 'LBody')];
    const [mark, box] = [sheet.inset(2, 10), sheet.inset(14, sheet.body.width - 14)];
    return rowPieces(
      sheet,
      [
        { paragraph: sheet.words('•', STYLES.prose, mark), telling: sheet.telling(label), box: mark },
        {
          paragraph: sheet.paragraph(inlines, STYLES.prose, box, tongue?.direction),
          telling: sheet.telling(body),
          box,
        },
      ],
      { before: index === 0 ? 6 : 3 },
    );
  });
}

function referencePieces(sheet: Sheet, { items }: Of<'references'>, parent: Element): Piece[] {
  const isNumbered = items.some(({ number }) => number !== null);
  const list = sheet.element(parent, 'L', {
    attributes: { O: 'List', ListNumbering: isNumbered ? 'Decimal' : 'None' },
  });
  const inset = isNumbered ? 24 : 0;
  const box = sheet.inset(inset, sheet.body.width - inset);
  const mark = sheet.inset(0, 20);
  return items.flatMap(({ number, inlines }, index) => {
    const item = sheet.element(list, 'LI');
    const label =
      number === null
        ? []
        : [
            {
              paragraph: sheet.words(`${number}.`, STYLES.reference, mark),
              telling: sheet.telling(sheet.element(item, 'Lbl')),
              box: mark,
            },
          ];
    const telling = sheet.telling(sheet.element(item, 'LBody'));
    const paragraph = sheet.paragraph(inlines, STYLES.reference, box);
    return rowPieces(sheet, [...label, { paragraph, telling, box }], { before: index === 0 ? 6 : 4 });
  });
}
