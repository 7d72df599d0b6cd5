// Part of the worker, in plain JavaScript (docs/decisions/0040-documents-read-in-a-worker.md).
import Module from 'node:module';
import { join } from 'node:path';
import { Refused } from './refused.mjs';

/** Pieces of text of a whole document. One word each of two million letters would be fewer. */
const PIECES_MAX = 600_000;

/** Posts the pages of a PDF one after the other, as pieces of text with their places. */
export async function readPdf({ bytes, limits, folder, post }) {
  const { getDocument } = await withoutCanvas();
  const document = await getDocument({
    // A copy of its own: pdf.js takes the bytes over.
    data: bytes,
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
    // Tables of letters for Chinese, Japanese and Korean, read from the package's own folder.
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
  }).promise.catch((error) => {
    throw new Refused(error.name === 'PasswordException' ? 'encrypted' : 'damaged');
  });
  if (document.numPages > limits.pages) throw new Refused('too-many-pages');
  let [characters, pieces] = [0, 0];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const items = await itemsOf(page);
    pieces += items.length;
    for (const { text } of items) characters += text.length;
    if (characters > limits.characters || pieces > PIECES_MAX) throw new Refused('too-much-text');
    post({ type: 'page', number, pages: document.numPages, height: page.getViewport({ scale: 1 }).height, items });
    page.cleanup();
  }
}

/**
 * pdf.js in this thread. It asks for a package that draws, 33 MB of machine code, as soon as it is loaded, and takes
 * three classes from it; nothing is drawn here, so it gets empty ones.
 */
async function withoutCanvas() {
  class Undrawn {}
  const load = Module._load;
  Module._load = (name, ...rest) =>
    name === '@napi-rs/canvas' ? { DOMMatrix: Undrawn, ImageData: Undrawn, Path2D: Undrawn } : load(name, ...rest);
  const { push } = Array.prototype;
  globalThis.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // The build for older programs puts a careful one of its own in its place, which takes a fifth of the time.
  Array.prototype.push = push;
  return pdfjs;
}

/** The text of a page: x to the right and y downwards in points, as the page is looked at. */
async function itemsOf(page) {
  const [a, b, c, d, e, f] = page.getViewport({ scale: 1 }).transform;
  const { items } = await page.getTextContent();
  const found = [];
  let isAfterSpace = false;
  for (const { str, transform: m, width, dir } of items) {
    if (m === undefined) continue;
    if (str.trim() === '') {
      isAfterSpace ||= str !== '';
      continue;
    }
    const [right, down] = [a * m[0] + c * m[1], b * m[0] + d * m[1]];
    const size = Math.hypot(a * m[2] + c * m[3], b * m[2] + d * m[3]) || Math.hypot(right, down);
    found.push({
      text: plainLetters(str),
      x: a * m[4] + c * m[5] + e,
      y: b * m[4] + d * m[5] + f,
      width,
      size,
      isRtl: dir === 'rtl',
      // Written askew or upright: a mark across the page, or the name of an axis.
      isTurned: Math.abs(down) > 0.2 * Math.abs(right) || right < 0,
      isAfterSpace,
    });
    isAfterSpace = false;
  }
  return found;
}

/** Letters of Arabic and Hebrew in the shapes that some programs draw them in, as the letters that people type. */
function plainLetters(text) {
  return text.replace(/[\ufb1d-\ufdff\ufe70-\ufefc]+/g, (shapes) => shapes.normalize('NFKC'));
}
