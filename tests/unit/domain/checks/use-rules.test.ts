import { describe, expect, test } from 'vitest';
import { checkUse } from '@/domain/checks/run';
import type { CheckedClaim, Use } from '@/domain/checks/subject';
import { checkedClaim, TODAY, use } from '../../../support/checked-claim';

const found = (claim: Partial<CheckedClaim>, marked: string, change: Partial<Use> = {}) =>
  checkUse(use(checkedClaim(claim), marked, change), { today: TODAY }).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );

const figure = (change: Partial<CheckedClaim['figure']>): Partial<CheckedClaim> => ({
  figure: { ...checkedClaim().figure, ...change },
});
const share = (change: Partial<CheckedClaim['figure']> = {}) =>
  figure({ kind: 'percentage', value: 27, unit: 'per cent', of: 'detected victims of trafficking', ...change });
const points = figure({
  kind: 'percentage-points',
  value: 7,
  unit: 'percentage points',
  of: 'detected victims of trafficking',
});
const reports: Partial<CheckedClaim> = {
  ...figure({ value: 20_500_000, unit: 'reports' }),
  population: { group: 'content', description: 'Reports to a hotline', ageMin: null, ageMax: null },
  doesNotMeasure: ['Children: many reports may be about one child.'],
  period: { start: '2024', end: '2024', measure: 'flow', label: null },
};
const old: Partial<CheckedClaim> = { period: { start: '2000', end: '2000', measure: 'stock', label: null } };
const allForms: Partial<CheckedClaim> = {
  population: {
    group: 'children',
    description: 'Children trafficked for any form of exploitation',
    ageMin: null,
    ageMax: 17,
  },
};

test('a figure that is said as its claim says it has nothing to find', () => {
  expect(found({}, 'About {1.8 million} children were in prostitution worldwide in 2021.')).toEqual([]);
});

describe('what a sentence makes of a figure', () => {
  test.each<[string, Partial<CheckedClaim>, string, string[]]>([
    ['a stock a year', {}, 'In 2021, {1.8 million} children were in prostitution every year.', ['PL011 error']],
    ['a stock annually', {}, 'In 2021 {1.8 million} children annually were in prostitution.', ['PL011 error']],
    [
      'a flow a year',
      { period: { start: '2021', end: '2021', measure: 'flow', label: null } },
      'In 2021, {1.8 million} children a year were in prostitution.',
      [],
    ],
    [
      'who denies it does not say it',
      {},
      'It is not true of 2021 that {1.8 million} children are in prostitution every year.',
      [],
    ],
    [
      'points as per cent',
      points,
      'From 2003 to 2010 the share of detected victims of trafficking rose by {7 per cent}.',
      ['PL009 error'],
    ],
    ['points as %', points, 'In 2010 the share of detected victims of trafficking was up {7%}.', ['PL009 error']],
    [
      'points as points',
      points,
      'In 2010 the share of detected victims of trafficking was up {7 percentage points}.',
      [],
    ],
    [
      'a share as growth of a number',
      points,
      'In 2010 there was a {7%} increase in the number of children among detected victims of trafficking.',
      ['PL009 error', 'PL010 error'],
    ],
    ['a share as a share', share(), 'In 2021 {27 per cent} of detected victims of trafficking were children.', []],
    [
      'a share as a number',
      share(),
      'In 2021 the number of detected victims of trafficking who are children was {27} thousand.',
      ['PL010 error'],
    ],
    ['a share of what is not said', share(), 'In 2021 {27 per cent} were children.', ['PL015 warning']],
    ['no year', {}, '{1.8 million} children were in prostitution worldwide.', ['PL012 warning']],
    [
      '2000 as today',
      old,
      'Today, {1.8 million} children are in prostitution worldwide.',
      ['PL012 warning', 'PL013 warning'],
    ],
    ['2000 in the past', old, 'In 2000, {1.8 million} children were in prostitution worldwide.', []],
    [
      'a bound left out',
      figure({ bound: 'at-least' }),
      'In 2021 {1.8 million} children were in prostitution.',
      ['PL014 warning'],
    ],
    [
      'a bound kept',
      figure({ bound: 'at-least' }),
      'In 2021 at least {1.8 million} children were in prostitution.',
      [],
    ],
    [
      'an upper bound turned into a lower',
      figure({ bound: 'at-most' }),
      'In 2021 more than {1.8 million} children were in prostitution.',
      ['PL014 warning'],
    ],
    [
      'an interval left out',
      figure({ low: 1_000_000, high: 3_000_000, interval: 'range' }),
      'In 2021 {1.8 million} children were in prostitution.',
      ['PL014 note'],
    ],
    [
      'an interval kept',
      figure({ low: 1_000_000, high: 3_000_000, interval: 'range' }),
      'In 2021 {1.8 million} (1 million to 3 million) children were in prostitution.',
      [],
    ],
    [
      'every form said as sexual',
      allForms,
      'In 2021 {1.8 million} children were trafficked for sexual exploitation.',
      ['PL016 error'],
    ],
    [
      'every form said as every form',
      allForms,
      'In 2021 {1.8 million} children were trafficked for any form of exploitation, sexual exploitation among them.',
      [],
    ],
    ['reports as children', reports, 'In 2024 {20.5 million} children were reported.', ['PL017 error']],
    ['reports as reports', reports, 'In 2024 there were {20.5 million} reports.', []],
    [
      'reports about people are reports',
      { ...reports, doesNotMeasure: ['Offences.'] },
      'In 2024 there were {20.5 million} reports about victims.',
      [],
    ],
    [
      'one work as many',
      {},
      'Several independent studies put it at {1.8 million} children in 2021.',
      ['PL018 warning'],
    ],
    [
      'what it does not measure',
      {},
      'In 2021 {1.8 million} children were newly exploited in one year.',
      ['PL021 error'],
    ],
    [
      'retracted',
      { status: 'retracted' },
      'In 2021 about {1.8 million} children were in prostitution.',
      ['PL008 error'],
    ],
    [
      'disputed',
      { status: 'disputed', standingReason: 'Two ways.' },
      'In 2021 about {1.8 million} children were in prostitution.',
      ['PL008 warning'],
    ],
    [
      'very low',
      { reliability: 'very-low' },
      'In 2021 about {1.8 million} children were in prostitution.',
      ['PL006 error'],
    ],
  ])('%s', (_name, claim, marked, expected) => {
    expect(found(claim, marked)).toEqual(expected);
  });
});

test('a caveat that is printed answers what the sentence leaves out', () => {
  const claim = {
    ...share({ bound: 'at-least', low: 20, high: 30, interval: 'range' }),
    reliability: 'very-low' as const,
  };
  expect(found(claim, '{27 per cent} were children.').length).toBeGreaterThan(3);
  // That it is not fit to be quoted at all is said even so.
  expect(found(claim, '{27 per cent} were children.', { isCaveatPrinted: true })).toEqual(['PL006 warning']);
});

test('a misquotation is refused, and the faithful claim named with its sentence', () => {
  const claim = checkedClaim({
    status: 'misquotation',
    relations: [
      { kind: 'misquotation-of', direction: 'outgoing', claim: { id: 'C46', statement: 'Two shares differ.' } },
    ],
  });
  const [finding] = checkUse(use(claim, 'In 2021 about {1.8 million} children.'), { today: TODAY });
  expect(finding).toMatchObject({ rule: 'PL003', severity: 'error' });
  expect(finding?.remedy).toContain('C46');
  expect(finding?.remedy).toContain('Two shares differ.');
});

test('the sentence of the base may speak of sexual exploitation where its own words do', () => {
  const marked = 'In 2021 {1.8 million} children were trafficked for sexual exploitation.';
  expect(found(allForms, marked, { wording: 'sentence' })).toEqual([]);
});
