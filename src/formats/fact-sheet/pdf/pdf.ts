import { setImmediate } from 'node:timers/promises';
import { blockPieces, headingPieces, type OnHeading } from './blocks';
import { Canvas } from './canvas';
import { flow, type Pause, type Piece } from './flow';
import { drawFurniture, furnitureOf } from './furniture';
import { MARGINS, PAPERS, STYLES } from './look';
import { notePieces } from './notes';
import { outlineOf } from './outline';
import { describe } from './properties';
import { rowPieces } from './rows';
import { Sheet } from './sheet';
import type { Element } from './structure';
import { finish, newWriter } from './writer';
import type { Print } from '../print-model';

/**
 * A fact sheet as a PDF: tagged (PDF/UA-1), with its fonts, its bookmarks and its properties. The same print makes the
 * same bytes.
 */
export async function renderPdf(print: Print): Promise<Buffer> {
  const [width, height] = PAPERS[print.paper];
  const writer = newWriter({
    ...{ size: [width, height], margin: 0, pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, bufferPages: true },
    ...{ lang: print.language, info: { CreationDate: new Date(0) } },
  });
  describe(writer, print);
  const canvas = new Canvas(writer);
  const sheet = new Sheet(canvas, print, { x: MARGINS.side, width: width - 2 * MARGINS.side }, height);
  const furniture = furnitureOf(sheet);
  const banner = furniture.banner === null ? null : sheet.element(canvas.structure.root, 'P');
  const outline = outlineOf(writer);
  const pause = pauser();
  const pieces = await allPieces(sheet, pause, (heading) => {
    outline(heading);
    if (heading.id !== '') sheet.place(heading.id, heading.top);
  });
  let pages = 1;
  canvas.addPage();
  const next = () => {
    canvas.addPage();
    pages += 1;
  };
  await flow(pieces, { top: furniture.head, bottom: height - furniture.foot, next }, pause);
  for (let page = 1; page <= pages; page += 1) {
    canvas.turnTo(page - 1);
    drawFurniture(sheet, furniture, page, pages, banner);
  }
  canvas.end();
  return finish(writer);
}

async function allPieces(sheet: Sheet, pause: Pause, onHeading: OnHeading): Promise<Piece[]> {
  const { print } = sheet;
  const { root } = sheet.canvas.structure;
  const pieces: Piece[] = titlePieces(sheet, root);
  for (const block of print.body) {
    pieces.push(...(await blockPieces(sheet, block, root, onHeading)));
    await pause();
  }
  if (print.notes.length > 0) {
    const heading = { level: 2 as const, text: print.notesTitle, id: 'notes' };
    pieces.push(...headingPieces(sheet, heading, root, onHeading));
    for (const note of print.notes) {
      pieces.push(...notePieces(sheet, note, root));
      await pause();
    }
  }
  for (const block of print.end) {
    pieces.push(...(await blockPieces(sheet, block, root, onHeading)));
    await pause();
  }
  return pieces;
}

function titlePieces(sheet: Sheet, root: Element): Piece[] {
  const { print, body } = sheet;
  const title = {
    paragraph: sheet.words(print.title, STYLES.title, body),
    telling: sheet.telling(sheet.element(root, 'H1')),
    box: body,
  };
  const pieces = rowPieces(sheet, [title], { before: 0, isKept: true, linesTogether: 12 });
  if (print.subtitle.length === 0) return pieces;
  const paragraph = sheet.paragraph(print.subtitle, STYLES.subtitle, body);
  const telling = sheet.telling(sheet.element(root, 'P'));
  return [...pieces, ...rowPieces(sheet, [{ paragraph, telling, box: body }], { before: 6 })];
}

/** How long others may have to wait for their turn, in milliseconds. */
const TURN = 25;

/** The server answers others in between: a long sheet takes a second or two. */
function pauser(): Pause {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return;
    await setImmediate();
    since = performance.now();
  };
}
