import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrPath } from '@/lib/qr';

describe('a QR code as a path', () => {
  it('has a stroke over every dark square and over no other', () => {
    const text = 'https://plumbline.example/verify/R7KQ2M9XD';
    const { size, path } = qrPath(text) ?? { size: 0, path: '' };
    const dark = new Set<string>();
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let at = Number(x); at < Number(x) + Number(length); at += 1) dark.add(`${at} ${y}`);
    }
    const { data, size: expected } = encode(text, { border: 3 });
    expect(size).toBe(expected);
    for (const [y, row] of data.entries())
      for (const [x, isDark] of row.entries()) expect(dark.has(`${x} ${y}`)).toBe(isDark);
  });

  it('is not made of a text that is too long for one', () => {
    expect(qrPath('x'.repeat(5000))).toBe(null);
  });

  it('is made of the longest text that one can hold', () => {
    expect(qrPath('é'.repeat(1476))).not.toBe(null);
  });
});
