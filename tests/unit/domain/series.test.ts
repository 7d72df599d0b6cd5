import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breaksWithin,
  comparableGroups,
  comparisons,
  inOrder,
  joinedPairs,
  middleOf,
  panelsOf,
  type SeriesLink,
  type SeriesMember,
  spanOf,
} from '@/domain/series';
import { breakWord, changeText, seriesFinding, yearsOf } from '@/domain/series-text';

function member(number: number, year: string | null, change: Partial<SeriesMember> = {}): SeriesMember {
  return {
    id: `C${number}`,
    figure: {
      kind: 'count',
      value: number,
      low: null,
      high: null,
      unit: 'reports',
      bound: 'exact',
      direction: null,
      of: null,
    },
    period: { start: year, end: year, measure: 'flow', label: null },
    population: { group: 'content', description: 'Reports in a test.', ageMin: null, ageMax: null },
    geography: { code: '001', name: 'World' },
    methodKind: 'hotline-reports',
    definition: null,
    status: 'current',
    ...change,
  };
}

const link = (from: number, to: number, seriesBreak = false): SeriesLink => ({
  from: `C${from}`,
  to: `C${to}`,
  kind: 'continues',
  note: null,
  seriesBreak,
});

const year = fc.option(fc.integer({ min: 1990, max: 2025 }).map(String), { nil: null });
const anyMember = fc.record({
  year,
  unit: fc.constantFrom('reports', 'images'),
  place: fc.constantFrom('001', 'KE'),
  numberless: fc.boolean(),
});
const anySeries = fc.array(anyMember, { minLength: 1, maxLength: 12 }).chain((parts) => {
  const members = parts.map(({ year: at, unit, place, numberless }, index) => {
    const plain = member(index + 1, at, { geography: { code: place, name: place } });
    const figure = numberless
      ? { ...plain.figure, unit, kind: 'direction' as const, value: null, direction: 'increases' as const }
      : { ...plain.figure, unit };
    return { ...plain, figure };
  });
  const number = fc.integer({ min: 1, max: members.length });
  const links = fc.array(
    fc.tuple(number, number, fc.boolean()).map(([from, to, broken]) => link(from, to, broken)),
    { maxLength: 20 },
  );
  return fc.tuple(fc.constant(members), links, fc.shuffledSubarray(members, { minLength: members.length }));
});

describe('a series', () => {
  it('is the same whatever the order its claims come in', () => {
    fc.assert(
      fc.property(anySeries, ([members, links, shuffled]) => {
        expect(inOrder(shuffled)).toEqual(inOrder(members));
        expect(comparableGroups(shuffled)).toEqual(comparableGroups(members));
        expect(panelsOf(shuffled)).toEqual(panelsOf(members));
        expect(comparisons(shuffled, [...links].reverse())).toEqual(comparisons(members, links));
        expect(seriesFinding(shuffled, links)).toBe(seriesFinding(members, links));
      }),
    );
  });

  it('has every claim in exactly one group, and in exactly one place of its drawing', () => {
    fc.assert(
      fc.property(anySeries, ([members]) => {
        const ids = members.map(({ id }) => id).sort();
        const { time, rows, undrawn } = panelsOf(members);
        const drawn = [...time.flat(), ...rows.flat(), ...undrawn];
        for (const placed of [comparableGroups(members).flat(), drawn]) {
          expect(placed.map(({ id }) => id).sort()).toEqual(ids);
        }
      }),
    );
  });

  it('has no line through a break, none between unlike figures, and none that the record does not name', () => {
    fc.assert(
      fc.property(anySeries, ([members, links]) => {
        for (const group of comparableGroups(members)) {
          const at = (id: string) => {
            const found = group.find((claim) => claim.id === id);
            const span = found && spanOf(found.period);
            if (!span) throw new Error(`${id} is not of this group, or has no date`);
            return middleOf(span);
          };
          const breaks = breaksWithin(group, links);
          for (const { from, to } of joinedPairs(group, links)) {
            expect(at(from)).toBeLessThan(at(to));
            expect(links.some((l) => l.from === to && l.to === from && !l.seriesBreak)).toBe(true);
            expect(breaks.some((gap) => at(gap.from) < at(to) && at(from) < at(gap.to))).toBe(false);
          }
        }
      }),
    );
  });

  it('puts claims without a date last, never where they might belong', () => {
    const ordered = inOrder([member(1, null), member(2, '2020'), member(3, '1998-03')]);
    expect(ordered.map(({ id }) => id)).toEqual(['C3', 'C2', 'C1']);
    expect(spanOf({ start: null, end: null })).toBeNull();
    expect(spanOf({ start: null, end: '2018' })).toEqual({ start: 2018, end: 2019 });
    expect(spanOf({ start: '2002', end: '2011' })).toEqual({ start: 2002, end: 2012 });
    expect(yearsOf([member(1, null)])).toBeNull();
  });

  it('joins what goes on, and not what merely stands beside it', () => {
    const group = [member(1, '2000'), member(2, '2001'), member(3, '2002'), member(4, '2003')];
    expect(joinedPairs(group, [link(2, 1), link(3, 2, true), link(4, 3)])).toEqual([
      { from: 'C1', to: 'C2' },
      { from: 'C3', to: 'C4' },
    ]);
    expect(joinedPairs(group, [])).toEqual([]);
    expect(joinedPairs(group, [link(4, 1), link(3, 2, true)])).toEqual([]);
  });

  it('names every change against the claim before, and a definition worded differently is no break', () => {
    const [before, after] = [
      member(1, '2000', { definition: 'One.' }),
      member(2, '2001', {
        definition: 'Another.',
        methodKind: 'census',
        geography: { code: 'KE', name: 'Kenya' },
        population: { group: 'children', description: 'Children.', ageMin: 5, ageMax: 17 },
      }),
    ];
    const changes = comparisons([before, after], []).get('C2')?.changes;
    expect(changes).toEqual(['population', 'age', 'place', 'method', 'definition-wording']);
    expect(changeText('place', before, after)).toBe('place: Kenya (before: World)');
    expect(changeText('age', before, after)).toBe('age: 5–17 years (before: not stated)');
    expect(comparisons([before, after], [link(2, 1, true)]).get('C2')?.changes[0]).toBe('break');
  });

  it('takes 0–17 years and under 18 for the same ages, and no others', () => {
    const of = (ageMin: number | null, ageMax: number | null) =>
      member(2, '2001', { population: { group: 'children', description: 'Children.', ageMin, ageMax } });
    const changes = (after: SeriesMember) =>
      comparisons([{ ...of(null, 17), id: 'C1', period: member(1, '2000').period }, after], []).get('C2')?.changes;
    expect(changes(of(0, 17))).toEqual([]);
    expect(changes(of(5, 17))).toEqual(['age']);
    expect(changes(of(null, null))).toEqual(['age']);
    expect(changeText('age', of(0, 17), of(5, 17))).toBe('age: 5–17 years (before: under 18 years)');
  });

  it('says in its finding what its records say', () => {
    const three = [member(1, '2000'), member(2, '2001'), member(3, '2002')];
    const finding = (...links: SeriesLink[]) => seriesFinding(three, links);
    expect(finding(link(2, 1, true), link(3, 2, true))).toBe(
      'Three figures for 2000–2002; the series breaks twice, so they make no trend.',
    );
    expect(finding(link(2, 1, true), link(3, 2))).toBe(
      'Three figures for 2000–2002; the series breaks once, and no trend runs through a break.',
    );
    expect(finding(link(2, 1), link(3, 2))).toBe('Three figures for 2000–2002; from 1 to 3, without a break.');
    expect(finding()).toBe('Three figures for 2000–2002; none is recorded to continue another, so they make no trend.');
    const undated = [member(1, '2001'), member(2, null), member(3, null), member(4, null)];
    expect(seriesFinding(undated, [])).toBe(
      'Four figures, one for 2001 and three of no established period; none is recorded to continue another, so they make no trend.',
    );
    expect(seriesFinding(undated.slice(1), [])).toMatch(/^Three figures of no established period; /);
    expect(breakWord('The method changed: no trend.')).toBe('method changed');
    expect(breakWord('Active searching began.')).toBe('break in series');
    expect(breakWord(null)).toBe('break in series');
  });
});
