import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aroundFigure } from '@/domain/text-check/around-figure';

describe('a sentence that is cut down around its figure', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 400 });
  const figure = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

  test('fits, keeps the figure, has whole characters, and is left alone where it fits already', () => {
    fc.assert(
      fc.property(text, figure, text, fc.integer({ min: 250, max: 600 }), (before, number, after, most) => {
        const sentence = `${before}${number}${after}`;
        const cut = aroundFigure(sentence, number, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut).toContain(number);
        expect(encodeURIComponent(cut)).not.toBe('');
        if (sentence.length <= most) expect(cut).toBe(sentence);
        else expect(cut.length).toBeGreaterThanOrEqual(most - 4);
      }),
    );
  });

  test('begins where the sentence begins when the figure does not stand in it', () => {
    expect(aroundFigure('a'.repeat(700), '1.8 million', 10)).toBe('aaaaaaaa…');
  });

  test('says where something was left out', () => {
    expect(aroundFigure(`${'a'.repeat(20)}5${'b'.repeat(20)}`, '5', 9)).toBe('…aaa5bbb…');
  });
});
