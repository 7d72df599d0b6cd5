import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openFont } from '@/formats/fact-sheet/pdf/writer';
import { fontFromWoff2 } from '@/formats/woff2';

type Read = {
  numGlyphs: number;
  characterSet: number[];
  getGlyph(id: number): { advanceWidth: number; path: { toSVG(): string } };
};
/** As the fontkit that pdfkit brings reads it: it knows WOFF 2 too. */
const read = (bytes: Uint8Array) => openFont(bytes) as unknown as Read;

const packed = readFileSync('node_modules/inter-ui/web/Inter-Regular.woff2');

describe('a WOFF 2 file unpacked', () => {
  it('has every glyph that another reader finds in the packed one, in the same outline and as wide', () => {
    const [before, after] = [read(new Uint8Array(packed)), read(fontFromWoff2(packed))];
    expect(before.numGlyphs).toBeGreaterThan(1000);
    expect(after.numGlyphs).toBe(before.numGlyphs);
    expect(after.characterSet).toEqual(before.characterSet);
    for (let id = 0; id < before.numGlyphs; id += 1) {
      const [one, other] = [before.getGlyph(id), after.getGlyph(id)];
      expect(other.path.toSVG(), `glyph ${id}`).toBe(one.path.toSVG());
      expect(other.advanceWidth).toBe(one.advanceWidth);
    }
  });

  it('refuses what is no such file', () => {
    expect(() => fontFromWoff2(Buffer.from('wOFF and more'))).toThrow('not a WOFF 2 file');
  });
});
