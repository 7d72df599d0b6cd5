import { encode } from 'uqr';

/** A text as a QR code: the path of its dark modules, one unit each, in a square of `size` with its quiet margin. */
export function qrPath(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { path, size };
}
