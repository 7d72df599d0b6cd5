import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgeBand, ageBandsOf } from '@/domain/age-band';

const age = fc.option(fc.integer({ min: 0, max: 120 }), { nil: null });
const ages = fc.record({ ageMin: age, ageMax: age });

describe('the age bands of a claim', () => {
  it.each([
    [{ ageMin: 12, ageMax: 17 }, ['10-14', '15-17']],
    [{ ageMin: 5, ageMax: 17 }, ['under-10', '10-14', '15-17']],
    [{ ageMin: 5, ageMax: 14 }, ['under-10', '10-14']],
    [{ ageMin: null, ageMax: 12 }, ['under-10', '10-14']],
    [{ ageMin: null, ageMax: 9 }, ['under-10']],
    [{ ageMin: 10, ageMax: 10 }, ['10-14']],
    [{ ageMin: 15, ageMax: null }, ['15-17']],
  ])('are those its range overlaps: %o', (range, bands) => expect(ageBandsOf(range)).toEqual(bands));

  it.each([
    { ageMin: null, ageMax: null },
    { ageMin: null, ageMax: 17 },
    { ageMin: 0, ageMax: 17 },
    { ageMin: 0, ageMax: null },
    { ageMin: 18, ageMax: null },
    { ageMin: 18, ageMax: 20 },
  ])('are none where all of childhood or only adults are meant: %o', (range) => expect(ageBandsOf(range)).toEqual([]));

  it('are neighbours in their order, each once', () => {
    fc.assert(
      fc.property(ages, (range) => {
        const places = ageBandsOf(range).map((band) => AgeBand.options.indexOf(band));
        for (const [i, place] of places.entries()) expect(place).toBe((places[0] ?? 0) + i);
      }),
    );
  });

  it('hold every child of the range, and no range without a child in it', () => {
    const first = { 'under-10': 0, '10-14': 10, '15-17': 15 };
    const last = { 'under-10': 9, '10-14': 14, '15-17': 17 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 100 }), (ageMin, more) => {
        const bands = ageBandsOf({ ageMin, ageMax: ageMin + more });
        for (let year = ageMin; year <= Math.min(ageMin + more, 17); year += 1) {
          expect(bands.some((band) => first[band] <= year && year <= last[band])).toBe(true);
        }
        if (ageMin > 17) expect(bands).toEqual([]);
      }),
    );
  });
});
