import { encode } from 'uqr';

/** Most bytes that a QR code can hold, at the level of error correction used here. */
const BYTES_MAX = 2953;

/**
 * A text as a QR code: dark squares of one unit as an SVG path, in a square of `size` units with a quiet border. Null: it
 * is too long for one.
 */
export function qrPath(text: string): { size: number; path: string } | null {
  if (new TextEncoder().encode(text).length > BYTES_MAX) return null;
  const { data, size } = encode(text, { border: 3 });
  return { size, path: data.flatMap((row, y) => rowPath(row, y)).join('') };
}

/** Neighbours in one stroke: between two squares that only touch, some printers leave a hair of white. */
function rowPath(row: readonly boolean[], y: number): string[] {
  const strokes: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x += 1;
    const length = x + 1 - from;
    strokes.push(`M${from} ${y}h${length}v1h-${length}z`);
  }
  return strokes;
}
