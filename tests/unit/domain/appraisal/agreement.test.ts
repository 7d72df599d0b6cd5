import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Agreement,
  agreementOf,
  disagreement,
  type PairCount,
  pairsForInterval,
  weightedKappa,
} from '@/domain/appraisal/agreement';
import type { Scale } from '@/domain/appraisal/scales';

const ANSWERS: Scale = { ordered: ['yes', 'unclear', 'no'], apart: ['not-applicable'] };
const NOMINAL: Scale = { ordered: [], apart: ['yes', 'unclear', 'no'] };

const identity = (size: number) =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => +(i === j)));

/** A table of counts as pairs of a scale. */
function pairsOf(scale: Scale, counts: readonly (readonly number[])[]): PairCount[] {
  const words = [...scale.ordered, ...scale.apart];
  return counts.flatMap((row, i) => row.map((count, j) => ({ first: words[i] ?? '', second: words[j] ?? '', count })));
}

describe('kappa is what was published', () => {
  // Cohen J. Weighted kappa. Psychological Bulletin 1968;70:213–220, table 1: 200 cases, three diagnoses.
  const COHEN = [
    [0.44, 0.07, 0.09],
    [0.05, 0.2, 0.05],
    [0.01, 0.03, 0.06],
  ];
  const SERIOUSNESS = [
    [0, 1, 3],
    [1, 0, 6],
    [3, 6, 0],
  ];

  test('by Cohen in 1968: .492 without weights, .348 with his', () => {
    expect(weightedKappa(COHEN, identity(3), 200)?.kappa).toBeCloseTo(0.492, 3);
    const weights = SERIOUSNESS.map((row) => row.map((weight) => 1 - weight / 6));
    expect(weightedKappa(COHEN, weights, 200)?.kappa).toBeCloseTo(0.348, 3);
  });

  // SAS/STAT User's Guide, The FREQ Procedure, "Agreement Study": two dermatologists, 88 patients, four words in order.
  const SKIN = [
    [10, 4, 1, 0],
    [5, 10, 12, 2],
    [2, 4, 12, 5],
    [0, 2, 6, 13],
  ];
  const WORDS = ['terrible', 'poor', 'marginal', 'clear'];

  test('by SAS for two dermatologists: .3449, standard error .0724, interval .2030 to .4868', () => {
    const found = weightedKappa(
      SKIN.map((row) => row.map((count) => count / 88)),
      identity(4),
      88,
    );
    expect(found?.kappa).toBeCloseTo(0.3449, 4);
    expect(found?.standardError).toBeCloseTo(0.0724, 4);
    expect(found?.interval.low).toBeCloseTo(0.203, 4);
    expect(found?.interval.high).toBeCloseTo(0.4868, 4);
  });

  test('and with linear weights it is what the formula of Cohen gives by hand', () => {
    // 1 − (sum of distances seen) / (sum of distances expected), worked out from the counts alone.
    const rows = SKIN.map((row) => row.reduce((a, b) => a + b));
    const columns = WORDS.map((_, j) => SKIN.reduce((sum, row) => sum + (row[j] ?? 0), 0));
    let [seen, expected] = [0, 0];
    SKIN.forEach((row, i) => {
      row.forEach((count, j) => {
        seen += Math.abs(i - j) * count;
        expected += (Math.abs(i - j) * (rows[i] ?? 0) * (columns[j] ?? 0)) / 88;
      });
    });
    const scale = { ordered: WORDS, apart: [] };
    const agreement = agreementOf(scale, pairsOf(scale, SKIN));
    expect(agreement.kappa).toBeCloseTo(1 - seen / expected, 10);
    expect(agreement).toMatchObject({ n: 88, raw: 45 / 88, weighting: 'linear' });
  });
});

describe('weights', () => {
  test('grow in equal steps along the order, and are whole for what stands apart', () => {
    expect(disagreement(ANSWERS, 'yes', 'unclear')).toBe(0.5);
    expect(disagreement(ANSWERS, 'yes', 'no')).toBe(1);
    for (const answer of ANSWERS.ordered) expect(disagreement(ANSWERS, answer, 'not-applicable')).toBe(1);
    expect(disagreement(ANSWERS, 'not-applicable', 'not-applicable')).toBe(0);
  });

  test('are none where no answer is better than another', () => {
    expect(disagreement(NOMINAL, 'yes', 'unclear')).toBe(1);
    expect(agreementOf(NOMINAL, []).weighting).toBe('none');
  });
});

test('there is no kappa under ten pairs, and no interval where there are too few for it', () => {
  const some = (count: number) => [
    { first: 'yes', second: 'yes', count },
    { first: 'no', second: 'no', count: 1 },
  ];
  expect(agreementOf(ANSWERS, some(8))).toMatchObject({ n: 9, raw: 1, kappa: null, interval: null });
  expect(agreementOf(ANSWERS, some(9))).toMatchObject({ n: 10, raw: 1, kappa: 1, interval: null });
  expect(pairsForInterval(4)).toBe(32);
  expect(agreementOf(ANSWERS, some(30)).interval).toBeNull();
  expect(agreementOf(ANSWERS, some(31)).interval).not.toBeNull();
});

test('there is no kappa where both always gave the same answer: chance alone would agree', () => {
  expect(agreementOf(ANSWERS, [{ first: 'yes', second: 'yes', count: 50 }])).toMatchObject({ raw: 1, kappa: null });
});

test('an answer that the scale does not have is an error, not a category', () => {
  expect(() => agreementOf(ANSWERS, [{ first: 'yes', second: 'perhaps', count: 1 }])).toThrow('perhaps');
});

describe('for any pairs', () => {
  const scales = fc.constantFrom(ANSWERS, NOMINAL, { ordered: ['A', 'B', 'C', 'D', 'E'], apart: ['F'] });
  const cases = scales.chain((scale) => {
    const word = fc.constantFrom(...scale.ordered, ...scale.apart);
    const pair = fc.record({ first: word, second: word, count: fc.integer({ min: 1, max: 40 }) });
    return fc.record({ scale: fc.constant(scale), pairs: fc.array(pair, { minLength: 1, maxLength: 20 }) });
  });
  const swapped = (pairs: readonly PairCount[]) =>
    pairs.map(({ first, second, count }) => ({ first: second, second: first, count }));
  const close = (a: number | null, b: number | null) =>
    a === null || b === null ? expect(a).toBe(b) : expect(a).toBeCloseTo(b, 9);

  test('raw agreement lies between 0 and 1, and kappa is never above 1', () => {
    fc.assert(
      fc.property(cases, ({ scale, pairs }) => {
        const { raw, kappa, interval }: Agreement = agreementOf(scale, pairs);
        expect(raw).toBeGreaterThanOrEqual(0);
        expect(raw).toBeLessThanOrEqual(1 + 1e-12);
        if (kappa === null) return;
        expect(kappa).toBeLessThanOrEqual(1 + 1e-12);
        if (interval !== null) {
          expect(interval.low).toBeLessThanOrEqual(kappa + 1e-12);
          expect(interval.high).toBeGreaterThanOrEqual(kappa - 1e-12);
        }
      }),
    );
  });

  test('who was first makes no difference', () => {
    fc.assert(
      fc.property(cases, ({ scale, pairs }) => {
        const [a, b] = [agreementOf(scale, pairs), agreementOf(scale, swapped(pairs))];
        close(a.raw, b.raw);
        close(a.kappa, b.kappa);
      }),
    );
  });

  test('two who answer alike agree fully', () => {
    fc.assert(
      fc.property(cases, ({ scale, pairs }) => {
        const alike = pairs.map(({ first, count }) => ({ first, second: first, count }));
        const { raw, kappa } = agreementOf(scale, alike);
        close(raw, 1);
        if (kappa !== null) close(kappa, 1);
      }),
    );
  });
});
