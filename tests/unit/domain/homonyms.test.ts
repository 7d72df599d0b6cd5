import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedNumbers, differences, findHomonyms, type HomonymClaim, type RecordedHomonym } from '@/domain/homonyms';

function claim(number: number, change: Partial<HomonymClaim> & { value?: number } = {}): HomonymClaim {
  const { value = 1_200_000, ...rest } = change;
  return {
    id: `C${number}`,
    figure: { kind: 'count', value, low: null, high: null, unit: 'children', of: null },
    printed: [],
    population: { group: 'children', description: 'Children trafficked', ageMin: null, ageMax: 17 },
    place: { code: '001', name: 'World' },
    period: { start: '2000', end: '2000', measure: 'flow', label: null },
    topics: ['trafficking'],
    organisation: 'ILO',
    ...rest,
  };
}

const share = (number: number, value: number, change: Partial<HomonymClaim> = {}) =>
  claim(number, {
    ...change,
    figure: { kind: 'percentage', value, low: null, high: null, unit: 'per cent', of: 'all' },
  });

const idsOf = (mine: HomonymClaim, others: readonly HomonymClaim[], recorded: RecordedHomonym[] = []) =>
  findHomonyms(mine, others, recorded).homonyms.map(({ id }) => id);

describe('a homonym', () => {
  it('is another claim with the same number, in its figure or in a printed wording', () => {
    const others = [
      claim(1),
      claim(2),
      claim(3, { value: 1_300_000 }),
      claim(4, { value: 5, printed: ['nearly 5', 'some 1.2 million'] }),
      claim(5, { figure: { kind: 'count', value: null, low: 600_000, high: 1_200_000, unit: 'people', of: null } }),
    ];
    const { homonyms } = findHomonyms(claim(1), others, []);
    expect(homonyms.map(({ id, printed }) => [id, printed])).toEqual([
      ['C2', null],
      ['C4', 'some 1.2 million'],
      ['C5', null],
    ]);
  });

  it('is never a percentage for a count, or a count for a percentage', () => {
    expect(idsOf(claim(1, { value: 200 }), [share(2, 20), claim(3, { value: 200 })])).toEqual(['C3']);
    expect(idsOf(share(1, 27), [claim(2, { value: 27 }), share(3, 27)])).toEqual(['C3']);
  });

  it('is not looked for below a hundred, nor taken from a year in a wording', () => {
    expect(comparedNumbers(claim(1, { value: 42 }).figure)).toEqual([]);
    expect(idsOf(claim(1, { value: 42 }), [claim(2, { value: 42 })])).toEqual([]);
    expect(idsOf(claim(1, { value: 2000 }), [claim(2, { value: 7, printed: ['from 56% in 2000'] })])).toEqual([]);
  });

  it('of a percentage is on a topic of the claim, and of a round one by the same organisation', () => {
    expect(idsOf(share(1, 27), [share(2, 27, { topics: ['online'] }), share(3, 27, { organisation: null })])).toEqual([
      'C3',
    ]);
    expect(idsOf(share(1, 20), [share(2, 20, { organisation: null }), share(3, 20)])).toEqual(['C3']);
  });

  it('is not the level of an interval in a wording: 95% CI is no 95 per cent', () => {
    const printing = (text: string) => [share(2, 12, { printed: [text] })];
    for (const level of [
      '12.5% [95% CI 10.5–14.5]',
      '12 per cent (95 per cent confidence interval)',
      '12% (95%-CI 10–14)',
      '95% credible interval',
      '95% uncertainty intervals',
      '95% UI 10–14',
    ]) {
      expect(idsOf(share(1, 95), printing(level)), level).toEqual([]);
    }
    for (const number of ['95% of children', '95% (CI 90–98)', '95% confident', '95% circa']) {
      expect(idsOf(share(1, 95), printing(number)), number).toEqual(['C2']);
    }
  });

  it('has a number: "most", written down as at least 50 per cent, has none', () => {
    const most = (number: number) =>
      claim(number, { figure: { kind: 'percentage', value: null, low: 50, high: null, unit: 'per cent', of: 'all' } });
    expect(comparedNumbers(most(1).figure)).toEqual([]);
    expect(idsOf(most(1), [most(2), share(3, 50)])).toEqual([]);
    expect(idsOf(share(1, 50), [most(2), share(3, 50)])).toEqual(['C3']);
    expect(comparedNumbers({ ...most(1).figure, high: 60 }).map(({ value }) => value)).toEqual([50, 60]);
    expect(comparedNumbers({ ...most(1).figure, kind: 'count', low: 500 }).map(({ value }) => value)).toEqual([500]);
  });

  it('that an editor recorded comes first, whatever its number, with the note', () => {
    const others = [
      claim(2),
      claim(3, { value: 42, topics: [], organisation: null, place: { code: 'TH', name: 'Thailand' } }),
    ];
    const { homonyms } = findHomonyms(claim(1, { value: 1_200_000 }), others, [
      { id: 'C3', note: 'Another thing.', from: 'this' },
    ]);
    expect(homonyms.map(({ id, recorded, note }) => [id, recorded, note])).toEqual([
      ['C3', true, 'Another thing.'],
      ['C2', false, null],
    ]);
  });

  it('comes the earlier the more it shares, and what is left out is counted', () => {
    const far = Array.from({ length: 14 }, (_, i) => claim(i + 2, { topics: [], organisation: null }));
    const { homonyms, leftOut } = findHomonyms(claim(1), [...far, claim(99)], []);
    expect(homonyms[0]?.id).toBe('C99');
    expect(homonyms).toHaveLength(12);
    expect(leftOut).toBe(3);
  });

  it('is found whatever the order of the candidates', () => {
    const others = Array.from({ length: 20 }, (_, i) => claim(i + 2, i % 3 === 0 ? { topics: [] } : {}));
    fc.assert(
      fc.property(fc.shuffledSubarray(others, { minLength: others.length }), (shuffled) => {
        expect(findHomonyms(claim(1), shuffled, [])).toEqual(findHomonyms(claim(1), others, []));
      }),
    );
  });
});

describe('what tells two claims apart', () => {
  it('is said in words, and only where they differ', () => {
    const there = claim(2, {
      place: { code: '142', name: 'Asia' },
      period: { start: null, end: null, measure: 'stock', label: null },
    });
    expect(differences(claim(1), there)).toEqual([
      { aspect: 'Place', here: 'World', there: 'Asia' },
      { aspect: 'Period', here: '2000', there: 'not established' },
      { aspect: 'Stock or flow', here: 'Flow', there: 'Stock' },
    ]);
    expect(differences(claim(1), claim(2))).toEqual([]);
  });
});
