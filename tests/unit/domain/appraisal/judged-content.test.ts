import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesSince, type JudgedContent } from '@/domain/appraisal/judged-content';
import { reviewReasons } from '@/domain/appraisal/reappraisal';

const SOURCE = { title: 'A report', author: [{ literal: 'A body' }], issued: '2020', note: null };
const CLAIM = {
  methodNote: { kind: 'census', description: null, limits: [] },
  citations: [
    {
      key: 'a',
      source: 's1',
      role: 'states',
      originState: 'origin',
      distortions: [{ kind: 'rounded' }, { kind: 'inflated' }],
    },
    { key: 'b', source: 's2', role: 'repeats', originState: 'drawn', drawnFrom: 'a' },
  ],
  figure: { value: 12, unit: 'children' },
};
const content = (changes: Partial<JudgedContent> = {}): JudgedContent => ({
  record: CLAIM,
  origins: [{ id: 'S1', letter: 'B', record: SOURCE }],
  reasons: [],
  ...changes,
});

/** The same document with its fields in another order, as the database gives it back. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, turned(part)] as const)
      .reverse(),
  );
}

describe('what a grade rests on', () => {
  test('is as it was whatever the order of fields and citations, and with null in place of nothing', () => {
    const record = turned(CLAIM) as typeof CLAIM;
    expect(changesSince('claim', content(), content({ record }))).toEqual([]);
    expect(reviewReasons('claim', CLAIM, { ...CLAIM, citations: [...CLAIM.citations].reverse() })).toEqual([]);
    expect(
      reviewReasons('claim', CLAIM, { ...CLAIM, period: null, standing: 'stands', definition: undefined }),
    ).toEqual([]);
    expect(reviewReasons('source', SOURCE, { ...SOURCE, publisher: null, standing: 'stands' })).toEqual([]);
  });

  test('is as it was after any change of a field that it does not rest on, and never after one that it does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ minLength: 1 }), (value, unit) => {
        expect(reviewReasons('claim', CLAIM, { ...CLAIM, verification: value, doesNotMeasure: value })).toEqual([]);
        const figure = { ...CLAIM.figure, unit: `${CLAIM.figure.unit}${unit}` };
        expect(reviewReasons('claim', CLAIM, { ...CLAIM, figure })).toEqual(['What it claims changed.']);
      }),
    );
  });

  test.each([
    ['its method note', { ...CLAIM, methodNote: { kind: 'modelled-estimate' } }, 'Its method note changed.'],
    ['a citation that is gone', { ...CLAIM, citations: CLAIM.citations.slice(1) }, 'Its lineage changed.'],
    ['its standing', { ...CLAIM, standing: 'retracted' }, 'Its standing changed.'],
  ])('is not as it was after a change of %s', (_what, record, reason) => {
    expect(changesSince('claim', content(), content({ record }))).toEqual([reason]);
  });

  test('is not as it was when a source that first states it has another grade or another record', () => {
    const origins = [{ id: 'S1', letter: 'D', record: { ...SOURCE, title: 'Another edition' } }];
    expect(changesSince('claim', content(), content({ origins }))).toEqual([
      'The grade of S1, which first states it, changed.',
      'S1, which first states it, changed: Its bibliographic record changed.',
    ]);
  });

  test('counts a reason for a review that came meanwhile, and none that was known', () => {
    const [kept, now] = [content({ reasons: ['Known.'] }), content({ reasons: ['Known.', 'New.'] })];
    expect(changesSince('claim', kept, now)).toEqual(['New.']);
  });

  test('is not known where nobody kept it: then every reason stays', () => {
    expect(changesSince('claim', null, content({ reasons: ['Known.', 'New.'] }))).toEqual(['Known.', 'New.']);
  });

  test('can lack anything while it is a draft', () => {
    const draft = { record: { citations: [null, 'x', {}] }, origins: [], reasons: [] };
    expect(changesSince('claim', draft, draft)).toEqual([]);
    expect(changesSince('claim', draft, content())).toEqual([
      'Its method note changed.',
      'Its lineage changed.',
      'What it claims changed.',
    ]);
  });
});
