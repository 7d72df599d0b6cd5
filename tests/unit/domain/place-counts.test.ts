import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCount, countSteps, mapFinding, type PlaceCount, stepOf, stepText } from '@/domain/place-counts';

const place = (name: string, own: number): PlaceCount => ({
  code: name,
  name,
  kind: 'country',
  own,
  within: own,
  bestReliability: 'low',
  latestYear: null,
});

describe('the steps of a scale of counts', () => {
  const count = fc.integer({ min: 1, max: 1_000_000 });

  it('begin at one, rise, are five at most, and none lies beyond the largest count', () => {
    fc.assert(
      fc.property(count, (largest) => {
        const steps = countSteps(largest);
        expect(steps[0]).toBe(1);
        expect(steps.length).toBeLessThanOrEqual(5);
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
        expect(Math.max(...steps)).toBeLessThanOrEqual(largest);
      }),
    );
  });

  it('take in every count, a larger one never in a lower step', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const steps = countSteps(high);
        expect(steps[stepOf(low, steps)]).toBeLessThanOrEqual(low);
        expect(stepOf(low, steps)).toBeLessThanOrEqual(stepOf(high, steps));
      }),
    );
  });

  it('are told in words', () => {
    const steps = countSteps(31);
    expect(steps).toEqual([1, 2, 5, 10, 20]);
    expect(steps.map((_, i) => stepText(i, steps))).toEqual(['1', '2–4', '5–9', '10–19', '20 and more']);
  });
});

describe('the finding of a map', () => {
  it('names those with most claims, and says so only where there are others', () => {
    const countries = [place('B', 2), place('A', 2), place('C', 9), place('D', 1)];
    expect(mapFinding(countries, 249)).toBe(
      '4 of 249 countries and territories have claims of their own; those with most are C (9), A (2) and B (2).',
    );
    expect(mapFinding(countries.slice(0, 1), 249)).toBe(
      '1 of 249 countries and territories has claims of its own: B (2).',
    );
    expect(mapFinding([], 249)).toBe('None of 249 countries and territories has a claim of its own.');
  });

  it('does not depend on the order of the places', () => {
    const places = fc.uniqueArray(fc.record({ name: fc.string(), own: fc.nat() }), { selector: ({ name }) => name });
    fc.assert(
      fc.property(places, (list) => {
        const all = list.map(({ name, own }) => place(name, own));
        expect(byCount([...all].reverse()).map(({ own }) => own)).toEqual(byCount(all).map(({ own }) => own));
      }),
    );
  });
});
