import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fontFromWoff } from '@/formats/fact-sheet/pdf/woff';

const FILES = join('node_modules', '@fontsource', 'source-serif-4', 'files');

describe('a font from a WOFF file', () => {
  it('is a plain TrueType file whose tables lie where its directory says', () => {
    const names = readdirSync(FILES).filter((name) => name.endsWith('-400-normal.woff'));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const font = Buffer.from(fontFromWoff(readFileSync(join(FILES, name))));
      expect(font.readUInt32BE(0), name).toBe(0x00010000);
      const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
        const at = 12 + index * 16;
        return {
          tag: font.toString('latin1', at, at + 4),
          from: font.readUInt32BE(at + 8),
          size: font.readUInt32BE(at + 12),
        };
      });
      expect(tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'loca']));
      for (const { from, size } of tables) expect(from + size).toBeLessThanOrEqual(font.length);
      const head = tables.find(({ tag }) => tag === 'head');
      // The magic number of this table.
      expect(font.readUInt32BE((head?.from ?? 0) + 12)).toBe(0x5f0f3cf5);
    }
  });

  it('is not made from anything else', () => {
    expect(() => fontFromWoff(Buffer.from('wOF2 and more than that'))).toThrow('not a WOFF 1 file');
  });
});
