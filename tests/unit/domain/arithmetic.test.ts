import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findArithmetic } from '@/domain/arithmetic/find';
import type { ArithmeticClaim, ArithmeticRelation, Neighbourhood } from '@/domain/arithmetic/finding';

type Figure = ArithmeticClaim['figure'];
type Group = ArithmeticClaim['population']['group'];
type Change = Partial<Omit<ArithmeticClaim, 'figure' | 'population' | 'place' | 'period'>> & {
  figure?: Partial<Figure>;
  group?: Group;
  place?: string;
  period?: Partial<ArithmeticClaim['period']>;
};

const WITHIN: Record<string, string[]> = {
  '001': ['001'],
  '142': ['142', '001'],
  TH: ['TH', '142', '001'],
  US: ['US', '001'],
};

function claim(number: number, value: number | null, change: Change = {}): ArithmeticClaim {
  const { figure, group = 'children', place = '001', period, ...rest } = change;
  return {
    id: `C${number}`,
    statement: `Claim ${number} of something.`,
    figure: {
      kind: 'count',
      value,
      low: null,
      high: null,
      unit: 'children',
      bound: 'approximately',
      asPrinted: null,
      of: null,
      ...figure,
    },
    population: { group, description: group, ageMin: null, ageMax: null },
    place: { code: place, within: WITHIN[place] ?? [place] },
    period: { start: '2000', end: '2000', measure: 'stock', label: null, ...period },
    series: null,
    origin: null,
    ...rest,
  };
}

const percent = (number: number, value: number, change: Change = {}) =>
  claim(number, value, {
    ...change,
    figure: { kind: 'percentage', unit: 'per cent', of: 'victims', ...change.figure },
  });

function partOf(whole: ArithmeticClaim, parts: readonly ArithmeticClaim[], note: string | null): Neighbourhood {
  const relations: ArithmeticRelation[] = parts.map(({ id }) => ({ kind: 'part-of', from: id, to: whole.id, note }));
  return { claims: [whole, ...parts], relations };
}

const ADDS_UP = 'One of the forms that add up to the total.';
const only = (neighbourhood: Neighbourhood) => {
  const found = findArithmetic(neighbourhood, null);
  expect(found).toHaveLength(1);
  return found[0];
};

describe('parts of a whole', () => {
  it('are added up as a reader would write it down', () => {
    const parts = [5.7, 0.3, 1.8, 0.6].map((millions, i) => claim(i + 2, millions * 1e6));
    expect(only(partOf(claim(1, 8_400_000), parts, ADDS_UP))).toMatchObject({
      rule: 'component-sum',
      outcome: 'agrees',
      claims: ['C1', 'C2', 'C3', 'C4', 'C5'],
      equation: '5.7 + 1.8 + 0.6 + 0.3 = 8.4 million, as stated',
      stated: { value: 8_400_000, low: 8_350_000, high: 8_450_000 },
      computed: { value: 8_400_000, low: 8_200_000, high: 8_600_000 },
    });
  });

  it('that come to less prove nothing while nobody says that they are all', () => {
    const parts = [5.7, 0.3].map((millions, i) => claim(i + 2, millions * 1e6));
    expect(only(partOf(claim(1, 8_400_000), parts, ADDS_UP))).toMatchObject({
      outcome: 'cannot-tell',
      equation: '5.7 + 0.3 = 6 of 8.4 million',
    });
  });

  it('that come to more than the whole differ', () => {
    const parts = [5.7, 3.8].map((millions, i) => claim(i + 2, millions * 1e6));
    expect(only(partOf(claim(1, 8_400_000), parts, ADDS_UP))).toMatchObject({
      outcome: 'differs',
      equation: '5.7 + 3.8 = 9.5 million; stated: 8.4 million',
    });
  });

  it('are not added while they may overlap', () => {
    const parts = [9_800_000, 2_400_000].map((value, i) => claim(i + 2, value));
    expect(findArithmetic(partOf(claim(1, 12_300_000), parts, null), null)).toEqual([]);
    const note = 'The forms overlap and cannot be added.';
    expect(findArithmetic(partOf(claim(1, 12_300_000), parts, note), null)).toEqual([]);
  });

  it.each<[string, Change]>([
    ['another unit', { figure: { unit: 'reports' } }],
    ['another kind', { figure: { kind: 'rate' } }],
    ['another period', { period: { end: '2001' } }],
    ['another measure', { period: { measure: 'flow' } }],
  ])('are not added to those of %s', (_what, change) => {
    const parts = [claim(2, 5_700_000), claim(3, 9_900_000, change)];
    expect(findArithmetic(partOf(claim(1, 8_400_000), parts, ADDS_UP), null)).toEqual([]);
  });

  it('are added when they speak of groups that leave nobody out', () => {
    const whole = percent(1, 30, { figure: { bound: 'exact' } });
    const parts = (girls: number) => [percent(2, girls, { group: 'girls' }), percent(3, 7, { group: 'boys' })];
    expect(only(partOf(whole, parts(23), null))).toMatchObject({
      outcome: 'agrees',
      equation: '23 + 7 = 30 %, as stated',
    });
    expect(only(partOf(whole, parts(20), null))).toMatchObject({ outcome: 'differs' });
  });

  it('that are shares of something else prove nothing', () => {
    const whole = percent(1, 27);
    const parts = [percent(2, 17, { group: 'girls', figure: { of: 'all victims' } }), percent(3, 9, { group: 'boys' })];
    expect(only(partOf(whole, parts, null))).toMatchObject({ outcome: 'cannot-tell' });
  });

  it('are added over places of which none lies in another', () => {
    const whole = claim(1, 2_000_000, { figure: { bound: 'at-least' } });
    const apart = [claim(2, 1_000_000, { place: '142' }), claim(3, 300_000, { place: 'US' })];
    expect(only(partOf(whole, apart, null))).toMatchObject({
      outcome: 'cannot-tell',
      equation: '1 + 0.3 = 1.3 of at least 2 million',
    });
    const inside = [claim(2, 1_000_000, { place: '142' }), claim(3, 300_000, { place: 'TH' })];
    expect(findArithmetic(partOf(whole, inside, null), null)).toEqual([]);
  });

  const numbers = fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 2, maxLength: 9 });

  it('that are exact always agree with their sum', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const whole = claim(
          1,
          values.reduce((a, b) => a + b, 0),
        );
        const parts = values.map((value, i) => claim(i + 2, value));
        expect(only(partOf(whole, parts, ADDS_UP))?.outcome).toBe('agrees');
      }),
    );
  });

  it('keep their outcome when every number is ten times as large', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 999_999_999 }), (values, total) => {
        const outcomeAt = (scale: number) =>
          findArithmetic(
            partOf(
              claim(1, total * scale),
              values.map((value, i) => claim(i + 2, value * scale)),
              ADDS_UP,
            ),
            null,
          ).map(({ outcome }) => outcome);
        expect(outcomeAt(10)).toEqual(outcomeAt(1));
      }),
    );
  });

  it('of which one is larger than the whole always differ', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 3, max: 1e6 }),
        fc.boolean(),
        (total, factor, declared) => {
          const parts = [claim(2, total * factor), claim(3, total)];
          const found = findArithmetic(partOf(claim(1, total), parts, declared ? ADDS_UP : null), null);
          expect(found.map(({ outcome }) => outcome)).toContain('differs');
        },
      ),
    );
  });

  it('give the same findings in whatever order they come', () => {
    fc.assert(
      fc.property(numbers, fc.infiniteStream(fc.nat()), (values, keys) => {
        const { claims, relations } = partOf(
          claim(1, 50_000_000),
          values.map((value, i) => claim(i + 2, value)),
          ADDS_UP,
        );
        const shuffle = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        expect(findArithmetic({ claims: shuffle(claims), relations: shuffle(relations) }, null)).toEqual(
          findArithmetic({ claims, relations }, null),
        );
      }),
    );
  });
});

describe('shares of one whole', () => {
  const shares = (girls: number, boys: number) => ({
    claims: [percent(1, girls, { group: 'girls' }), percent(2, boys, { group: 'boys' })],
    relations: [],
  });
  it('cannot be more than 100 per cent', () => {
    expect(only(shares(65, 40))).toMatchObject({ outcome: 'differs', equation: '65 + 40 = 105 of 100 %' });
    expect(only(shares(65, 35))).toMatchObject({ outcome: 'agrees' });
    expect(only(shares(65, 31))).toMatchObject({ outcome: 'cannot-tell' });
  });
});

describe('a share of a total', () => {
  const total = claim(1, 4_500_000, { group: 'all-ages', figure: { unit: 'people' } });
  it('is multiplied out when the note of the part gives it', () => {
    const at = (value: number) => only(partOf(total, [claim(2, value)], '21 per cent of it.'));
    expect(at(945_000)).toMatchObject({
      rule: 'share-of-total',
      outcome: 'agrees',
      equation: '21 % × 4.5 million = 0.945 million, as stated',
      computed: { low: 912_250, high: 978_250 },
    });
    expect(at(1_200_000)).toMatchObject({ outcome: 'differs' });
  });

  it('that is a claim of its own is matched with the count that prints it, and with no other', () => {
    const share = percent(2, 98, { group: 'women-and-girls' });
    expect(findArithmetic(partOf(total, [share, claim(3, 945_000)], null), null)).toEqual([]);
    const count = claim(3, 4_400_000, { group: 'women-and-girls', figure: { unit: 'people' } });
    expect(only(partOf(total, [share, count], null))).toMatchObject({ outcome: 'agrees', claims: ['C1', 'C2', 'C3'] });
  });
});

describe('a change', () => {
  const share = (number: number, value: number, start: string, end: string, change: Change = {}) =>
    percent(number, value, { series: 's', period: { start, end, measure: null }, ...change });
  const before = share(1, 20, '2003', '2006');
  const after = share(2, 27, '2007', '2010');
  const stated = (kind: 'percent-change' | 'percentage-points', value: number) =>
    share(3, value, '2003', '2010', { figure: { kind } });

  it('is shown in points and in per cent, and only the one that is stated can agree', () => {
    expect(only({ claims: [before, after, stated('percentage-points', 7)], relations: [] })).toMatchObject({
      outcome: 'agrees',
      equation: '20 → 27 %: +7 points, +35 %; C3 states +7 points',
    });
    const misquoted = only({ claims: [before, after, stated('percent-change', 7)], relations: [] });
    expect(misquoted).toMatchObject({ outcome: 'differs', equation: '20 → 27 %: +7 points, +35 %; C3 states +7 %' });
    expect(misquoted?.sentence).toContain('it fits their difference in percentage points');
  });

  it('is not checked against two editions of a value, unless one is of the same source', () => {
    const other = share(4, 10, '2003', '2006', { origin: 'S2' });
    const claims = [before, other, after, stated('percentage-points', 7)];
    expect(findArithmetic({ claims, relations: [] }, null)).toEqual([]);
    const ours = claims.map((claim) => (claim === other ? claim : { ...claim, origin: 'S1' }));
    expect(only({ claims: ours, relations: [] })?.claims).toEqual(['C1', 'C2', 'C3']);
  });

  it('of a count is never checked against shares of the same people', () => {
    const count = { ...stated('percent-change', 31), series: 'other' };
    expect(findArithmetic({ claims: [before, after, count], relations: [] }, null)).toEqual([]);
  });
});

describe('a running total', () => {
  const year = (number: number, at: number, value: number) =>
    claim(number, value, { period: { start: `${at}`, end: `${at}`, measure: 'flow' } });
  const total = (value: number, end: string) =>
    claim(1, value, { period: { start: '1998', end, measure: 'cumulative' } });
  const years = [year(2, 1998, 4_561), year(3, 1999, 9_668), year(4, 2000, 19_245)];

  it('agrees with the yearly counts it is the sum of, and with nothing else', () => {
    const at = (value: number) => only({ claims: [total(value, '2000-12-31'), ...years], relations: [] });
    expect(at(33_474)).toMatchObject({ outcome: 'agrees', equation: '4,561 + 9,668 + 19,245 = 33,474, as stated' });
    expect(at(34_474)).toMatchObject({ outcome: 'differs' });
  });

  it('that ends within a year lies between the sums without and with that year', () => {
    const at = (value: number) => only({ claims: [total(value, '2000-03'), ...years], relations: [] });
    expect(at(15_001)).toMatchObject({ outcome: 'agrees', computed: { value: null, low: 14_228, high: 33_475.5 } });
    expect(at(14_001)).toMatchObject({ outcome: 'differs' });
  });

  it('cannot be told while a year is missing, which is named', () => {
    const found = only({ claims: [total(33_474, '2002'), ...years], relations: [] });
    expect(found).toMatchObject({ outcome: 'cannot-tell' });
    expect(found?.sentence).toContain('no yearly count is recorded for 2001 to 2002');
  });
});
