import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontFromWoff2 } from './woff2';

// Read from where npm put them. The typeface comes from npm too, whole: a server often has none installed, and a chart
// without its words or arrows would be worse than no chart.
const PACKAGES = join(process.cwd(), 'node_modules');
const FONTS = ['inter-ui/web/Inter-Regular.woff2', 'inter-ui/web/Inter-SemiBold.woff2'];

let ready: Promise<Uint8Array[]> | undefined;

async function prepare(): Promise<Uint8Array[]> {
  await initWasm(readFile(join(PACKAGES, '@resvg/resvg-wasm/index_bg.wasm')));
  // Unpacked once: resvg would do it again for each drawing, which takes longer than some drawings do.
  return Promise.all(FONTS.map(async (font) => fontFromWoff2(await readFile(join(PACKAGES, font)))));
}

/** Pixels a side: up to the first a drawing is made twice as sharp; more than the second many programs do not open. */
const SIDE = { sharp: 12_000, most: 30_000 };

/** An SVG file as a PNG of twice its size; a long drawing of its own size, and smaller only where it must be. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= prepare();
  const fontBuffers = await ready;
  const size = /viewBox="0 0 (\d+) (\d+)"/.exec(svg);
  const largest = Math.max(Number(size?.[1] ?? 0), Number(size?.[2] ?? 0), 1);
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 * largest <= SIDE.sharp ? 2 : Math.min(1, SIDE.most / largest) },
    font: { fontBuffers, defaultFontFamily: 'Inter', loadSystemFonts: false },
  });
  try {
    return new Uint8Array(drawing.render().asPng());
  } finally {
    drawing.free();
  }
}

/** `packed`: as PNG and PDF keep pixels, each line with the number of its filter before it. */
export type Pixels = { width: number; height: number; packed: Buffer };

/** An SVG file in pixels on white paper, so many of them wide, for a file that has its own frame around them. */
export async function pixelsOf(svg: string, width: number): Promise<Pixels> {
  const drawn = await drawnLines(svg, width);
  // A drawing is mostly paper: the higher levels take five times as long and save a third.
  return { width: drawn.width, height: drawn.height, packed: await deflated(drawn.lines, { level: 3 }) };
}

async function drawnLines(svg: string, width: number) {
  ready ??= prepare();
  const fontBuffers = await ready;
  const drawing = new Resvg(svg, {
    background: '#fff',
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'Inter', loadSystemFonts: false },
  });
  try {
    const image = drawing.render();
    try {
      return { width: image.width, height: image.height, lines: linesOf(image.pixels, image.width) };
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}

/** Without the alpha, and with a 0 before each line: no filter. Little-endian, red is the lowest byte of a pixel. */
function linesOf(rgba: Uint8Array, width: number): Buffer {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
  const lines = Buffer.allocUnsafe((pixels.length / width) * (width * 3 + 1));
  let to = 0;
  for (let at = 0; at < pixels.length; at += 1) {
    if (at % width === 0) {
      lines[to] = 0;
      to += 1;
    }
    const pixel = pixels[at] as number;
    lines[to] = pixel;
    lines[to + 1] = pixel >>> 8;
    lines[to + 2] = pixel >>> 16;
    to += 3;
  }
  return lines;
}

const deflated = promisify(deflate);

/** An SVG file as a PNG on white paper, so many pixels wide. */
export async function paperPngOf(svg: string, wide: number): Promise<Buffer> {
  const { width, height, packed } = await pixelsOf(svg, wide);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a sample, three samples a pixel.
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
