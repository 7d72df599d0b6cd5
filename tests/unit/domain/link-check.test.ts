import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterCheck, isMoved, type LinkOutcome, type LinkRecord, verdictOf } from '@/domain/link-check';

const URL_ = 'https://example.org/report.pdf';
const answered = (status: number, finalUrl = URL_) => verdictOf(URL_, { ok: true, status, finalUrl }).outcome;
const failed = (failure: string) => verdictOf(URL_, { ok: false, failure, detail: 'x', finalUrl: URL_ }).outcome;

describe('one check', () => {
  test('a page that is gone has failed; one that lets no program in has not', () => {
    expect([200, 206, 404, 410, 500, 503].map((status) => answered(status))).toEqual([
      'works',
      'works',
      'failed',
      'failed',
      'failed',
      'failed',
    ]);
    expect([401, 403, 429, 451].map((status) => answered(status))).toEqual(Array(4).fill('unclear'));
    expect(['dns', 'tls', 'timeout', 'connection', 'too-many-redirects'].map(failed)).toEqual(Array(5).fill('failed'));
  });

  test('an address that we never ask is not called dead', () => {
    expect(['not-http', 'denied-host', 'refused-address'].map(failed)).toEqual(Array(3).fill('refused'));
  });

  test('a page that leads to the front page is not taken for the page', () => {
    expect(answered(200, 'https://example.org/')).toBe('unclear');
    expect(answered(200, 'https://example.org/en/')).toBe('unclear');
    expect(
      verdictOf('https://example.org/', { ok: true, status: 200, finalUrl: 'https://example.org/en' }).outcome,
    ).toBe('works');
  });

  test('a redirect counts as moved when it leads to another page, and never for a DOI', () => {
    expect(isMoved('http://example.org/a', 'https://www.example.org/a/')).toBe(false);
    expect(isMoved('http://example.org/a', 'https://example.org/b')).toBe(true);
    expect(isMoved('https://doi.org/10.1/x', 'https://publisher.example/x')).toBe(false);
  });
});

type Step = { outcome: LinkOutcome; day: number };
const after = (steps: readonly Step[]) =>
  steps.reduce<LinkRecord | null>(
    (before, { outcome, day }) =>
      afterCheck(before, { outcome, isMoved: false, at: new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString() }),
    null,
  );

describe('several checks', () => {
  test('a link is broken only after failures on two different days', () => {
    expect(after([{ outcome: 'failed', day: 0 }])).toMatchObject({ state: 'failing', failures: 1 });
    expect(after(Array(5).fill({ outcome: 'failed', day: 0 }))).toMatchObject({ state: 'failing', failures: 5 });
    expect(
      after([
        { outcome: 'failed', day: 0 },
        { outcome: 'failed', day: 1 },
      ]),
    ).toMatchObject({ state: 'broken', failures: 2, brokenSince: '2026-01-02T12:00:00.000Z' });
  });

  const steps = fc.array(
    fc.record({
      outcome: fc.constantFrom<LinkOutcome>('works', 'failed', 'unclear', 'refused'),
      day: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const inOrder = steps.map((list) => [...list].sort((a, b) => a.day - b.day));

  test('it is broken exactly when there were failures on two days since it last worked', () => {
    fc.assert(
      fc.property(inOrder, (list) => {
        const since = list.slice(list.findLastIndex(({ outcome }) => outcome === 'works') + 1);
        const days = new Set(since.filter(({ outcome }) => outcome === 'failed').map(({ day }) => day));
        expect(after(list)?.state === 'broken').toBe(days.size >= 2);
      }),
    );
  });

  test('what works is whole again, whatever was before', () => {
    fc.assert(
      fc.property(inOrder, (list) => {
        expect(after([...list, { outcome: 'works', day: 9 }])).toEqual({
          state: 'works',
          failures: 0,
          failedFirst: null,
          brokenSince: null,
        });
      }),
    );
  });
});
