import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundingInterval, significantFigures } from '@/domain/rounding';

describe('significant figures', () => {
  it.each([
    ['1.8 million', 2],
    ['1.80 million', 3],
    ['1,800,000', 2],
    ['1 800 000', 2],
    ['1,2 million', 2],
    ['two million', 1],
    ['12', 2],
    ['0.05', 1],
    ['0.0', 2],
    ['0', 1],
    ['20 per cent', 1],
    ['27%', 2],
    ['12·60% [9·7-16·2]', 4],
    ['about 5.70 in 1,000', 3],
    ['many', 0],
  ])('of %s are %i', (printed, figures) => {
    expect(significantFigures(printed)).toBe(figures);
  });

  it.each([
    [1_800_000, 2],
    [5.7, 2],
    [-0.05, 1],
    [0, 1],
    [29_157_083, 8],
    [1e21, 1],
  ])('of the bare number %d are %i, zeros at the end left out', (value, figures) => {
    expect(significantFigures(value)).toBe(figures);
  });

  it('are refused for what is no number', () => {
    expect(() => significantFigures(Number.NaN)).toThrow(RangeError);
  });
});

describe('a rounding interval', () => {
  it.each([
    [1_800_000, 2, 1_750_000, 1_850_000],
    [1_800_000, 3, 1_795_000, 1_805_000],
    [5.7, 2, 5.65, 5.75],
    [100, 3, 99.5, 100.5],
    [-0.05, 1, -0.055, -0.045],
    [0, 1, -0.5, 0.5],
    [0, 3, -0.005, 0.005],
  ])('of %d with %i figures is %d to %d', (value, figures, low, high) => {
    expect(roundingInterval(value, figures)).toEqual({ low, high });
  });

  it('holds every number that rounds to what is printed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
        fc.integer({ min: 1, max: 9 }),
        (exact, figures) => {
          const { low, high } = roundingInterval(Number(exact.toPrecision(figures)), figures);
          // Where rounding goes up to a new power of ten (9.96 → 10) the last unit grows with it.
          expect(low).toBeLessThanOrEqual(exact * (1 + 1e-12));
          expect(high).toBeGreaterThanOrEqual(exact * (1 - 1e-12));
        },
      ),
    );
  });

  it('never narrows when fewer figures are printed', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 1, max: 8 }), (value, figures) => {
        const [wide, narrow] = [roundingInterval(value, figures), roundingInterval(value, figures + 1)];
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
      }),
    );
  });

  it.each([
    [Number.POSITIVE_INFINITY, 2],
    [1, 0],
    [1, 1.5],
  ])('of %d with %d figures is refused', (value, figures) => {
    expect(() => roundingInterval(value, figures)).toThrow(RangeError);
  });
});
