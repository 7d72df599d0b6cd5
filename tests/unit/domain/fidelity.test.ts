import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CitationRole, DistortionKind, OriginState } from '@/domain/citation';
import {
  countOutcomes,
  fidelityOf,
  isOnward,
  outcomeOf,
  RANKED_MIN,
  rankedByFidelity,
  wilsonInterval,
} from '@/domain/lineage/fidelity';
import { transmissionOf } from '@/domain/lineage/transmission';

const link = fc.record({
  originState: fc.constantFrom(...OriginState.options),
  role: fc.constantFrom(...CitationRole.options),
  distortions: fc
    .uniqueArray(fc.constantFrom(...DistortionKind.options), { maxLength: 3 })
    .map((kinds) => kinds.map((kind) => ({ kind }))),
});
const links = fc.array(link, { maxLength: 40 });
const counts = fc.record({ accurate: fc.nat(60), minor: fc.nat(60), major: fc.nat(60), untraced: fc.nat(60) });

describe('fidelity', () => {
  it('counts every onward citation exactly once, in whatever order they come', () => {
    fc.assert(
      fc.property(links, (list) => {
        const fidelity = fidelityOf(countOutcomes(list));
        expect(fidelity.accurate + fidelity.minor + fidelity.major + fidelity.untraced).toBe(
          list.filter(isOnward).length,
        );
        expect(fidelityOf(countOutcomes([...list].reverse()))).toEqual(fidelity);
      }),
    );
  });

  it('counts the citations that the grade of a claim is made of', () => {
    fc.assert(
      fc.property(links, (list) => {
        const origin = { originState: 'origin' as const, role: 'states' as const, distortions: [] };
        expect(fidelityOf(countOutcomes(list)).n).toBe(transmissionOf([origin, ...list]).passedOn);
      }),
    );
  });

  it('never calls an untraced citation accurate, whatever is or is not recorded of it', () => {
    fc.assert(
      fc.property(link, ({ distortions }) => {
        expect(outcomeOf({ originState: 'untraced', distortions })).toBe('untraced');
      }),
    );
    expect(fidelityOf({ accurate: 0, minor: 0, major: 0, untraced: 9 })).toMatchObject({
      n: 9,
      traced: 0,
      share: null,
      interval: null,
      ranked: false,
    });
  });

  it('is not lowered or raised by critics and origins', () => {
    fc.assert(
      fc.property(links, link, (list, other) => {
        for (const extra of [
          { ...other, role: 'disputes' as const },
          { ...other, originState: 'origin' as const },
        ]) {
          expect(countOutcomes([...list, extra])).toEqual(countOutcomes(list));
        }
      }),
    );
  });

  it('is a share of the traced alone: untraced ones change nothing of it', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const { share, interval, ranked } = fidelityOf(some);
        expect(fidelityOf({ ...some, untraced: some.untraced + 7 })).toMatchObject({ share, interval, ranked });
      }),
    );
  });

  it('is a distortion of meaning as soon as one of several is', () => {
    const drawn = (...kinds: DistortionKind[]) => ({
      originState: 'drawn' as const,
      distortions: kinds.map((kind) => ({ kind })),
    });
    expect(outcomeOf(drawn())).toBe('accurate');
    expect(outcomeOf(drawn('rounded', 'transcription'))).toBe('minor-distortion');
    expect(outcomeOf(drawn('rounded', 'stock-to-flow'))).toBe('major-distortion');
  });
});

describe('the interval of a share', () => {
  it('holds the share, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const successes = Math.round(n * part);
        const { low, high } = wilsonInterval(successes, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
      }),
    );
  });

  it('narrows with n, and mirrors itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, some) => {
        const successes = Math.min(some, n);
        const [few, many] = [wilsonInterval(successes, n), wilsonInterval(successes * 4, n * 4)];
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
        expect(wilsonInterval(n - successes, n).low).toBeCloseTo(1 - few.high, 12);
      }),
    );
  });

  it('is the published one', () => {
    // Worked out apart: 8 of 10, and 0 of 10, where the interval is z²/(n + z²) wide.
    expect(wilsonInterval(8, 10).low).toBeCloseTo(0.4902, 4);
    expect(wilsonInterval(8, 10).high).toBeCloseTo(0.9433, 4);
    expect(wilsonInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775, 4) });
  });
});

describe('a ranking by fidelity', () => {
  const entries = fc.uniqueArray(fc.record({ name: fc.string(), counts }), { selector: (entry) => entry.name });

  it('holds nobody with fewer than five traced citations, and everybody else once', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const named = list.map((entry) => ({ name: entry.name, fidelity: fidelityOf(entry.counts) }));
        const ranked = rankedByFidelity(named);
        for (const { entry } of ranked) expect(entry.fidelity.traced).toBeGreaterThanOrEqual(RANKED_MIN);
        expect(ranked.length).toBe(named.filter(({ fidelity }) => fidelity.traced >= RANKED_MIN).length);
        expect(rankedByFidelity([...named].reverse())).toEqual(ranked);
      }),
    );
  });

  it('gives equal shares equal ranks, and a larger share a smaller number', () => {
    const of = (name: string, accurate: number, major: number) => ({
      name,
      fidelity: fidelityOf({ accurate, minor: 0, major, untraced: 0 }),
    });
    const ranked = rankedByFidelity([of('c', 5, 5), of('b', 10, 10), of('a', 9, 1), of('d', 1, 9), of('few', 4, 0)]);
    expect(ranked.map(({ rank, entry }) => [rank, entry.name])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [2, 'c'],
      [4, 'd'],
    ]);
  });
});
