import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber, typedNumber } from '@/domain/text/typed-number';

describe('a number that somebody types', () => {
  test.each([
    ['1.8 million', 1_800_000],
    ['1.8m', 1_800_000],
    ['1,800,000', 1_800_000],
    ['1 800 000', 1_800_000],
    ['12,340', 12_340],
    ['12.34', 12.34],
    ['12.3400', 12.34],
    ['0.125', 0.125],
    ['1234.567', 1234.567],
    ['+35 %', 35],
    ['−3.5', -3.5],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('"%s" is %d', (text, value) => {
    expect(readNumber(text, 'typed')).toBe(value);
  });

  test.each([
    ['12.340', 'can be read in two ways: write 12,340 for thousands, or 12.34 for a fraction'],
    ['2.345', 'can be read in two ways: write 2,345 for thousands, or 2.3450 for a fraction'],
    ['7.000', 'can be read in two ways: write 7,000 for thousands, or 7 for a fraction'],
    ['123456789012345678901234567890', 'has more digits than can be kept exactly; about 15 can'],
    ['1,234,567,890,123,456', 'has more digits than can be kept exactly; about 15 can'],
    ['0.12345678901234567891', 'has more digits than can be kept exactly; about 15 can'],
    ['1'.repeat(2000), 'has more digits than can be kept exactly; about 15 can'],
    ['1.8E+06', expect.stringMatching(/spreadsheet's short form/)],
    ['1e6', expect.stringMatching(/spreadsheet's short form/)],
    ['abc', expect.stringMatching(/^should be a plain number/)],
    ['', expect.stringMatching(/^should be a plain number/)],
  ])('"%s" is asked about, not read as another', (text, message) => {
    expect(readNumber(text, 'typed')).toEqual(message);
  });

  test('is read back from its input as the number that it is', () => {
    const value = fc.oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 1000),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(value, (number) => {
        expect(readNumber(typedNumber(number), 'typed')).toBe(Object.is(number, -0) ? 0 : number);
      }),
      { numRuns: 1000 },
    );
  });
});
