import type { Paragraph } from './lines';
import { COLOURS, MARGINS, STYLES } from './look';
import type { Box, Sheet } from './sheet';
import type { Element } from './structure';
import type { TextStyle } from './spans';

// What stands at the head and the foot of every page. A screen reader passes it over, all but the warning on a preview.

const BANNER = { top: 20, padding: 4 };

/** Room that the banner and the foot take from a page. */
export type Furniture = { banner: Paragraph | null; footer: Paragraph; head: number; foot: number };

/** Share of a line that the foot has for itself; the rest is for the number of the page. */
const FOOT_SHARE = 0.78;

export function furnitureOf(sheet: Sheet): Furniture {
  const { print, body } = sheet;
  const banner = print.banner === null ? null : sheet.words(print.banner, STYLES.banner, body);
  const footer = sheet.words(print.footer, STYLES.furniture, sheet.inset(0, body.width * FOOT_SHARE));
  const bannerHeight = banner === null ? 0 : banner.lines.length * STYLES.banner.leading + 2 * BANNER.padding;
  return {
    ...{ banner, footer },
    head: banner === null ? MARGINS.top : Math.max(MARGINS.top, BANNER.top + bannerHeight + 30),
    foot: MARGINS.bottom + (footer.lines.length - 1) * STYLES.furniture.leading,
  };
}

/** The banner's words belong to this element on the first page; afterwards they have been told. */
export function drawFurniture(
  sheet: Sheet,
  furniture: Furniture,
  page: number,
  of: number,
  bannerElement: Element | null,
) {
  const { print, body, paperHeight } = sheet;
  if (furniture.banner !== null) drawBanner(sheet, furniture.banner, page === 1 ? bannerElement : null);
  if (page > 1) {
    const [left, right] = [body.width * 0.7, body.width * 0.28];
    oneLine(sheet, print.title, STYLES.furniture, sheet.inset(0, left), furniture.head - 22, 'start');
    const id = sheet.inset(left + body.width * 0.02, right);
    oneLine(sheet, print.metadata.releaseId ?? '', STYLES.furniture, id, furniture.head - 22, 'end');
  }
  const top = paperHeight - furniture.foot + 20;
  sheet.canvas.box('artifact', body.x, top - 8, body.width, 0.4, COLOURS.strong);
  const box = sheet.inset(0, body.width * FOOT_SHARE);
  drawAll(sheet, furniture.footer, box, top + STYLES.furniture.size);
  const rest = sheet.inset(body.width * (FOOT_SHARE + 0.02), body.width * (0.98 - FOOT_SHARE));
  oneLine(sheet, print.pageText(page, of), STYLES.furniture, rest, top + STYLES.furniture.size, 'end');
}

function drawBanner(sheet: Sheet, banner: Paragraph, element: Element | null) {
  const { leading, size } = STYLES.banner;
  const height = banner.lines.length * leading + 2 * BANNER.padding;
  const { x, width } = sheet.body;
  sheet.canvas.box('artifact', x - 8, BANNER.top, width + 16, height, COLOURS.warnWash);
  sheet.canvas.box('artifact', x - 8, BANNER.top + height - 0.6, width + 16, 0.6, COLOURS.warn);
  const telling = sheet.telling(element ?? 'artifact');
  for (const [index, line] of banner.lines.entries()) {
    const baseline = BANNER.top + BANNER.padding + index * leading + (leading - size) / 2 + size * 0.8;
    sheet.canvas.line(telling, banner, line, sheet.body, baseline);
  }
}

function drawAll(sheet: Sheet, paragraph: Paragraph, box: Box, baseline: number) {
  for (const [index, line] of paragraph.lines.entries()) {
    sheet.canvas.line(sheet.telling('artifact'), paragraph, line, box, baseline + index * paragraph.style.leading);
  }
}

/** The first line of a text, with an ellipsis where there would be more; at the start or the end of its box. */
function oneLine(sheet: Sheet, text: string, style: TextStyle, box: Box, baseline: number, side: 'start' | 'end') {
  let paragraph = sheet.words(text, style, box);
  if (paragraph.lines.length > 1) {
    const first = (paragraph.lines[0]?.atoms ?? []).map(({ atom }) => atom.source).join('');
    paragraph = sheet.words(`${first.trimEnd().replace(/.{2}$/su, '')}…`, style, box);
  }
  const [line] = paragraph.lines;
  if (line === undefined) return;
  const shift = side === 'start' ? 0 : box.width - line.width;
  const x = sheet.print.direction === 'rtl' ? box.x - shift : box.x + shift;
  sheet.canvas.line(sheet.telling('artifact'), paragraph, line, { x, width: box.width }, baseline);
}
