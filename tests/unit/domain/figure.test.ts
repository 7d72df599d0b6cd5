import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Figure, figureFaults } from '@/domain/figure';
import { figureText, intervalText, numberText } from '@/domain/figure-text';

const count = {
  kind: 'count' as const,
  value: 1_800_000,
  low: null,
  high: null,
  interval: null,
  unit: 'children',
  bound: 'approximately' as const,
  direction: null,
  asPrinted: null,
  of: null,
};

describe('a figure', () => {
  it('stands when low ≤ point ≤ high', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(), fc.nat(), fc.nat()), (numbers) => {
        const [low, value, high] = [...numbers].sort((a, b) => a - b) as [number, number, number];
        expect(figureFaults({ ...count, low, value, high })).toEqual([]);
      }),
    );
  });

  it('is refused when its point lies outside its interval', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1 }), (low, width, beyond) => {
        const high = low + width;
        expect(figureFaults({ ...count, low, high, value: high + beyond })).not.toEqual([]);
        expect(figureFaults({ ...count, low: high + beyond, high, value: null })).not.toEqual([]);
      }),
    );
  });

  it.each([-1, 100.5])('of kind percentage is refused at %d', (value) => {
    expect(figureFaults({ ...count, kind: 'percentage', value })).toEqual([
      { at: 'value', message: 'must lie between 0 and 100, as a percentage' },
    ]);
  });

  it('needs a number, unless it is a direction', () => {
    expect(figureFaults({ ...count, value: null })).not.toEqual([]);
    expect(figureFaults({ ...count, kind: 'direction', value: null, direction: 'increases' })).toEqual([]);
    expect(figureFaults({ ...count, kind: 'direction', value: 3, direction: 'increases' })).not.toEqual([]);
  });

  it('keeps at most eight words of a source', () => {
    expect(Figure.safeParse({ ...count, asPrinted: 'one two three four five six seven eight' }).success).toBe(true);
    expect(Figure.safeParse({ ...count, asPrinted: 'one two three four five six seven eight nine' }).success).toBe(
      false,
    );
  });
});

describe('a number in text', () => {
  it.each([
    [1_800_000, '1.8 million'],
    [13_182, '13,182'],
    [1_234_567, '1,234,567'],
    [0.37, '0.37'],
    [945_000, '945,000'],
    [12_300_000, '12.3 million'],
    [9_800_000_000, '9.8 billion'],
  ])('%d is written %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('never stands for another value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        const written = numberText(value);
        const scale = written.endsWith('billion') ? 1e9 : written.endsWith('million') ? 1e6 : 1;
        expect(Math.round(Number.parseFloat(written.replaceAll(',', '')) * scale)).toBe(value);
      }),
    );
  });

  it('shows bound, range, sign and interval', () => {
    expect(figureText({ ...count, bound: 'at-least' })).toBe('≥ 1.8 million');
    expect(figureText({ ...count, kind: 'percentage', value: null, low: 40, high: 50, bound: 'exact' })).toBe(
      '40–50 %',
    );
    expect(figureText({ ...count, kind: 'percentage', value: null, low: 50, high: null })).toBe('More than half');
    expect(figureText({ ...count, kind: 'percentage-points', value: 7, bound: 'exact' })).toBe('+7 points');
    expect(intervalText({ ...count, value: 20_900_000, low: 19_500_000, high: 22_300_000 })).toBe(
      '19.5 million–22.3 million',
    );
  });
});
