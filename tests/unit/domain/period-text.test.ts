import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateText, PartialDate } from '@/domain/partial-date';
import { periodText } from '@/domain/period-text';

const period = (start: string | null, end: string | null, label: string | null = null) =>
  periodText({ start, end, label, measure: null });

describe('a partial date in words', () => {
  test.each([
    ['2002', '2002'],
    ['2002-04', 'April 2002'],
    ['2002-04-05', '5 April 2002'],
  ])('%s is written %s, to the precision it is known', (date, text) => expect(dateText(date)).toBe(text));

  test('never says more than is known', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?$/), (date) => {
        expect(PartialDate.parse(date)).toBe(date);
        expect(dateText(date).split(' ').length).toBe(date.split('-').length);
        expect(dateText(date)).toContain(date.slice(0, 4));
      }),
    );
  });
});

describe('a reference period in words', () => {
  test.each([
    ['2000', '2000', null, '2000'],
    ['2007', '2010', null, '2007–2010'],
    ['1998', null, null, 'since 1998'],
    [null, '2014-03', null, 'until March 2014'],
    ['2011', '2023', 'past year', '2011–2023 (past year)'],
    ['2000', '2000', 'reference year 2000', 'reference year 2000'],
    [null, null, 'undated', 'undated'],
    [null, null, null, null],
  ])('%s to %s, %s: %s', (start, end, label, text) => expect(period(start, end, label)).toBe(text));
});
