import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftFaults } from '@/domain/fields/completeness';
import { withAt, type Content } from '@/domain/fields/paths';
import { type ClaimParts, possibleFaults } from '@/domain/possible';
import { readRecord } from '@/domain/record';
import { readBundledEvidence } from '@/features/evidence-base/bundle';

const bundle = await readBundledEvidence();
if (!bundle.ok) throw new Error(bundle.faults.join('\n'));
const [claim] = bundle.base.claims.filter(({ figure }) => figure.kind === 'count');
if (claim === undefined) throw new Error('no count in the evidence base');

/** Changes of one claim that make it what no claim can be, with the field at which that is said. */
const IMPOSSIBLE: readonly [what: string, changes: Record<string, unknown>, path: string, message: RegExp][] = [
  ['a reversed period', { 'period.start': '2025', 'period.end': '2024' }, 'period.start', /is after the end/],
  [
    'a period reversed within a year',
    { 'period.start': '2025-03', 'period.end': '2025-02-28' },
    'period.start',
    /after/,
  ],
  ['a day that is none', { 'period.start': '2021-02-29', 'period.end': null }, 'period.start', /no calendar/],
  ['reversed ages', { 'population.ageMin': 18, 'population.ageMax': 17 }, 'population.ageMin', /above the oldest age/],
  ['half a case in an exact count', { ...exactly(12.5) }, 'figure.value', /whole number, as an exact count/],
  ['a number of thirty digits', { ...exactly(1e29) }, 'figure.value', /larger than can be printed exactly/],
  [
    'an interval without ends',
    { ...exactly(12), 'figure.interval': 'range' },
    'figure.interval',
    /neither low nor high/,
  ],
  ['low above high', { ...exactly(null), 'figure.low': 3, 'figure.high': 2 }, 'figure.low', /is above the high value/],
];

function exactly(value: number | null): Record<string, unknown> {
  return {
    'figure.kind': 'count',
    'figure.bound': 'exact',
    'figure.value': value,
    'figure.low': null,
    'figure.high': null,
    'figure.interval': null,
  };
}

function changed(content: Content, changes: Record<string, unknown>): Content {
  return Object.entries(changes).reduce((next, [path, value]) => withAt(next, path, value), content);
}

describe('what no claim can be', () => {
  test.each(IMPOSSIBLE)('%s is never handed in, whole as the rest may be', (_what, changes, path, message) => {
    const read = readRecord('claim', changed(claim, changes));
    expect(read.ok ? [] : read.faults).toContainEqual({ path, message: expect.stringMatching(message) });
  });

  test.each(IMPOSSIBLE)(
    '%s is said at its field while everything else is still missing',
    (_what, changes, path, message) => {
      expect(draftFaults('claim', changed({ id: 'C1', key: 'c1' }, changes))).toContainEqual({
        path,
        message: expect.stringMatching(message),
      });
    },
  );

  test('is nothing that the bundled evidence base holds', () => {
    for (const record of bundle.ok ? bundle.base.claims : []) expect(possibleFaults(record), record.key).toEqual([]);
  });

  test('is nothing in a record that is filled in nowhere', () => {
    expect(possibleFaults(parts({}))).toEqual([]);
  });

  test('is a period or an age range exactly when its end lies before its beginning', () => {
    const year = fc.integer({ min: 1000, max: 9999 });
    const age = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(year, year, age, age, (start, end, ageMin, ageMax) => {
        const faults = possibleFaults(parts({ start: `${start}`, end: `${end}`, ageMin, ageMax })).map(
          ({ path }) => path,
        );
        expect(faults.includes('period.start')).toBe(end < start);
        expect(faults.includes('population.ageMin')).toBe(ageMax < ageMin);
      }),
    );
  });
});

type Given = { start?: string; end?: string; ageMin?: number; ageMax?: number };

function parts({ start, end, ageMin, ageMax }: Given): ClaimParts {
  const none = { kind: null, value: null, low: null, high: null, direction: null, bound: null, interval: null };
  return {
    figure: none,
    population: { ageMin: ageMin ?? null, ageMax: ageMax ?? null },
    period: { start: start ?? null, end: end ?? null },
  };
}
