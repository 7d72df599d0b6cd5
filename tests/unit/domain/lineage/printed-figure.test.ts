import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrinted } from '@/domain/lineage/printed-figure';

describe('a printed wording', () => {
  it.each([
    'its one millionth report',
    'one millionth',
    'the hundredth child',
    'seven hundredths',
    'zero',
    'two in zero',
    '0 in 5',
    '3 in 0',
    '00',
    '',
  ])('is read whether or not a number can be made of it: “%s”', (text) => {
    for (const { value, low, high } of readPrinted(text).numbers) {
      expect([value, low, high].every(Number.isFinite)).toBe(true);
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
  });

  it('counts no child where it only says which one it was', () => {
    expect(readPrinted('its one millionth report').numbers).toEqual([]);
    expect(readPrinted('its one million reports').numbers).toMatchObject([{ value: 1_000_000, scale: 'plain' }]);
  });

  it('says of a number what it can stand for, in the scale that it is printed in', () => {
    expect(readPrinted('about 1.8 million children').numbers).toMatchObject([
      { value: 1_800_000, low: 1_750_000, high: 1_850_000, scale: 'plain', isFraction: false },
    ]);
    expect(readPrinted('a 7 per cent rise').numbers).toMatchObject([{ value: 7, scale: 'per-cent' }]);
    expect(readPrinted('seven percentage points higher').numbers).toMatchObject([]);
    expect(readPrinted('7 percentage points higher').numbers).toMatchObject([{ value: 7, scale: 'points' }]);
  });

  it('is read to its end, whatever its words are', () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...'a one two ten half third thirds in out of every million millionth thousandth hundredths millions tens per cent percent points nearly over to and % - – 0 1.8 1,800 2000 50.000'.split(
          ' ',
        ),
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        for (const { value, low, high } of readPrinted(words.join(' ')).numbers) {
          expect([value, low, high].every(Number.isFinite)).toBe(true);
          expect(low).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 500 },
    );
  });
});
