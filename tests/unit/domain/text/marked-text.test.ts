import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedParagraphs } from '@/domain/text/marked-text';

const pieces = (text: string, spans: readonly [number, number][]) =>
  markedParagraphs(
    text,
    spans.map(([start, end]) => ({ span: { start, end } })),
  ).map((paragraph) =>
    paragraph.pieces.map((piece) => (piece.mark === null ? piece.text : `[${piece.text}]`)).join(''),
  );

describe('a text with its marks', () => {
  it('is cut where a mark begins and ends, in the order of the text', () => {
    expect(
      pieces('In 2000, 1.8 million children', [
        [9, 20],
        [3, 7],
      ]),
    ).toEqual(['In [2000], [1.8 million] children']);
  });
  it('is parted by empty lines, and by nothing else', () => {
    expect(pieces('a\nb\n \n\nc', [[7, 8]])).toEqual(['a\nb', '[c]']);
    expect(pieces('\n\n  \n', [])).toEqual([]);
  });
  it('gives a mark what an earlier one leaves, and ends it with its paragraph', () => {
    expect(
      pieces('abcdef', [
        [0, 3],
        [1, 5],
      ]),
    ).toEqual(['[abc][de]f']);
    expect(pieces('ab\n\ncd', [[1, 5]])).toEqual(['a[b]', 'cd']);
  });
  it('holds every letter of its paragraphs once, whatever the marks', () => {
    const span = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => ({ span: { start: Math.min(a, b), end: Math.max(a, b) } }));
    const text = fc.string({ unit: fc.constantFrom('a', '1', ' ', '\n', '\t'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(span, { maxLength: 12 }), (written, marks) => {
        for (const { start, pieces: cut } of markedParagraphs(written, marks)) {
          const whole = cut.map((piece) => piece.text).join('');
          expect(written.slice(start, start + whole.length)).toBe(whole);
          expect(whole).not.toMatch(/\n\s*\n\S/);
        }
        const kept = markedParagraphs(written, marks).flatMap(({ pieces: cut }) => cut.map((piece) => piece.text));
        expect(kept.join('').replace(/\s/g, '')).toBe(written.replace(/\s/g, ''));
      }),
    );
  });
});
