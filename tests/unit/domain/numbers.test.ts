import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers, numberToken } from '@/domain/text/numbers';
import { figureTokens, parseSearchQuery, queryFault } from '@/domain/text/search-query';

describe('numbers in text', () => {
  it.each([
    ['1.8 million', 1_800_000, false],
    ['1,800,000', 1_800_000, false],
    ['1 800 000', 1_800_000, false],
    ['1.8m', 1_800_000, false],
    ['two million', 2_000_000, false],
    ['7%', 7, true],
    ['7 %', 7, true],
    ['7 per cent', 7, true],
    ['0.37', 0.37, false],
    ['9.8 billion', 9_800_000_000, false],
  ])('%s is read as its value', (text, value, percent) => {
    expect(findNumbers(text).map(({ value, percent }) => ({ value, percent }))).toEqual([{ value, percent }]);
  });

  it('reads both ends of a range of percentages', () => {
    expect(findNumbers('40–50 % of them').map((n) => [n.value, n.percent])).toEqual([
      [40, true],
      [50, true],
    ]);
  });

  it('says where each number stands', () => {
    const text = 'some 1.8 million children';
    const [found] = findNumbers(text);
    expect(text.slice(found?.start, found?.end)).toBe('1.8 million');
  });

  it('leaves numbers inside words alone', () => {
    expect(findNumbers('A/HRC/22a and C12')).toEqual([]);
  });

  it('finds every whole number however its thousands are grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        expect(findNumbers(value.toLocaleString('en-GB'))[0]?.value).toBe(value);
        expect(findNumbers(String(value))[0]?.value).toBe(value);
      }),
    );
  });
});

describe('a search', () => {
  it.each(['1.8 million', '1,800,000', '1.8m', '1800000'])('for %s finds the figure 1,800,000', (text) => {
    const tokens = figureTokens({ kind: 'count', value: 1_800_000, low: null, high: null }, []);
    expect(tokens).toContain(parseSearchQuery(text).numbers[0]?.token);
  });

  it('for 7% finds percentages and not counts', () => {
    const token = parseSearchQuery('7%').numbers[0]?.token ?? '';
    expect(figureTokens({ kind: 'percentage', value: 7, low: null, high: null }, [])).toContain(token);
    expect(figureTokens({ kind: 'count', value: 7, low: null, high: null }, [])).not.toContain(token);
  });

  it('never passes on anything but letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { words, numbers } = parseSearchQuery(text);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}'’]+$/u);
        for (const number of numbers) expect(number.token).toMatch(/^[np](neg)?\d+(d\d+)?$/);
      }),
    );
  });

  it('is refused when over-long or with control characters', () => {
    expect(queryFault('x'.repeat(201))).not.toBeNull();
    expect(queryFault('a\u0000b')).not.toBeNull();
    expect(queryFault("'; drop table claims; --")).toBeNull();
  });

  it('gives different values different tokens', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (a, b) => {
        expect(numberToken(a, false) === numberToken(b, false)).toBe(a === b);
      }),
    );
  });
});
