import { qrPath } from '../../../lib/qr';
import { pixelsOf } from '../../png';
import { PIXELS_PER_INCH, sizeOf } from '../drawing';
import type { PrintBlock } from '../print-model';
import type { Piece } from './flow';
import { STYLES } from './look';
import { rowPieces } from './rows';
import type { Sheet } from './sheet';
import type { Element } from './structure';
import type { Ref } from './writer';

type Of<Kind extends PrintBlock['kind']> = Extract<PrintBlock, { kind: Kind }>;

/** A drawing's own pixel, at the 96 of them that an inch has on the screen. */
const POINTS_PER_PIXEL = 0.75;

/** Tallest picture, as a share of a page. */
const SHARE_OF_PAGE = 0.72;

export async function figurePieces(
  sheet: Sheet,
  { svg, alt, caption }: Of<'figure'>,
  parent: Element,
): Promise<Piece[]> {
  const own = sizeOf(svg);
  const scale = Math.min(
    POINTS_PER_PIXEL,
    sheet.body.width / own.width,
    (sheet.paperHeight * SHARE_OF_PAGE) / own.height,
  );
  const [width, height] = [own.width * scale, own.height * scale];
  const image = await imageOf(sheet, svg, Math.max(1, Math.round((width / 72) * PIXELS_PER_INCH)));
  const box = sheet.inset(0, width);
  const group = sheet.element(parent, 'Div');
  const { element, attributes } = figureOf(sheet, group, alt);
  const draw = (top: number) => {
    attributes.BBox = boundsOf(sheet, box.x, top, width, height);
    sheet.canvas.picture(element, image, box.x, top, width, height);
  };
  const picture: Piece = { height, before: 12, isKept: caption !== '', draw };
  if (caption === '') return [picture];
  const telling = sheet.telling(sheet.element(group, 'Caption'));
  const paragraph = sheet.words(caption, STYLES.meta, sheet.body);
  return [picture, ...rowPieces(sheet, [{ paragraph, telling, box: sheet.body }], { before: 4 })];
}

export function qrPieces(sheet: Sheet, { text, alt }: Of<'qr'>, parent: Element): Piece[] {
  const code = qrPath(text);
  if (code === null) return [];
  const side = 76;
  const box = sheet.inset(0, side);
  const { element, attributes } = figureOf(sheet, parent, alt);
  const operators = `${squares(code.path)} f`;
  return [
    {
      ...{ height: side, before: 10, isKept: false },
      draw: (top) => {
        attributes.BBox = boundsOf(sheet, box.x, top, side, side);
        sheet.canvas.drawing(element, box.x, top, side / code.size, '#000000', operators);
      },
    },
  ];
}

/** The strokes of the path in the words of a page: `M3 4h5v1h-5z` as `3 4 5 1 re`. */
const squares = (path: string) => path.replace(/M(\d+) (\d+)h(\d+)v1h-\d+z/g, '$1 $2 $3 1 re ');

function figureOf(sheet: Sheet, parent: Element, alt: string) {
  const attributes: Record<string, unknown> = { O: 'Layout', Placement: 'Block' };
  return { element: sheet.element(parent, 'Figure', { alt, attributes }), attributes };
}

/** Where a picture stands on the page, from the lower left corner of the paper. */
function boundsOf(sheet: Sheet, x: number, top: number, width: number, height: number): number[] {
  const bottom = sheet.paperHeight - top;
  return [x, bottom - height, x + width, bottom];
}

async function imageOf(sheet: Sheet, svg: string, wide: number): Promise<Ref> {
  const { width, height, packed } = await pixelsOf(svg, wide);
  const image = sheet.canvas.writer.ref({
    ...{ Type: 'XObject', Subtype: 'Image', Width: width, Height: height },
    ...{ ColorSpace: 'DeviceRGB', BitsPerComponent: 8, Filter: 'FlateDecode' },
    // Lines as a PNG has them.
    DecodeParms: { Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: width },
  });
  image.end(packed);
  return image;
}
