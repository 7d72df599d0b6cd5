import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

// Read from where npm put them. The typeface comes from npm too, whole: a server often has none installed, and a chart
// without its words or arrows would be worse than no chart.
const PACKAGES = join(process.cwd(), 'node_modules');
const FONTS = ['inter-ui/web/Inter-Regular.woff2', 'inter-ui/web/Inter-SemiBold.woff2'];

let ready: Promise<Uint8Array[]> | undefined;

async function prepare(): Promise<Uint8Array[]> {
  await initWasm(readFile(join(PACKAGES, '@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(FONTS.map((font) => readFile(join(PACKAGES, font))));
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

export type Pixels = { width: number; height: number; rgb: Buffer };

/** An SVG file in pixels on white paper, so many of them wide, for a file that keeps pixels its own way. */
export async function pixelsOf(svg: string, width: number): Promise<Pixels> {
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
      return { width: image.width, height: image.height, rgb: withoutAlpha(image.pixels) };
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}

function withoutAlpha(rgba: Uint8Array): Buffer {
  const rgb = Buffer.allocUnsafe((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] as number;
    rgb[to + 1] = rgba[from + 1] as number;
    rgb[to + 2] = rgba[from + 2] as number;
  }
  return rgb;
}
