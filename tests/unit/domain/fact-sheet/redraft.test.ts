import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redraftOf } from '@/domain/fact-sheet/redraft';
import type { Block } from '@/domain/fact-sheet/sheet';
import type { SheetClaim } from '@/domain/fact-sheet/sheet-claim';

/** As much of a claim as a redraft looks at. */
function claim(id: string, change: Partial<SheetClaim> = {}): [string, SheetClaim] {
  return [id, { id, status: 'current', successors: [], misquotes: [], ...change } as unknown as SheetClaim];
}
const named = (...ids: string[]) => ids.map((id) => ({ id, statement: `The statement of ${id}` }));
const superseded = (id: string, ...by: string[]) => claim(id, { status: 'superseded', successors: named(...by) });

const sheet = (...claims: string[]) => ({
  blocks: claims.map(
    (one, index): Block => ({ id: `b${index + 1}`, kind: 'claim', claim: one, form: 'sentence', chart: null }),
  ),
});
const redraft = (claims: string[], known: [string, SheetClaim][], merged: [string, string][] = []) =>
  redraftOf(sheet(...claims), new Map(known), new Map(merged));

test('claims that are current stay, and nothing is said of them', () => {
  expect(redraft(['C1', 'C2'], [claim('C1'), claim('C2')])).toEqual({ replacements: [], left: [] });
});

test('a superseded claim gives way to its last successor', () => {
  const known = [superseded('C1', 'C2'), superseded('C2', 'C3'), claim('C3')];
  expect(redraft(['C1'], known)).toEqual({
    replacements: [{ from: 'C1', to: 'C3', why: 'C1 is superseded by C2.' }],
    left: [],
  });
});

test('a misquotation gives way to what it misquotes, or to what superseded that', () => {
  const known = [claim('C1', { status: 'misquotation', misquotes: named('C2') }), superseded('C2', 'C3'), claim('C3')];
  expect(redraft(['C1'], known).replacements).toEqual([{ from: 'C1', to: 'C3', why: 'C1 misquotes C2.' }]);
});

test('a merged claim gives way to what it became', () => {
  expect(redraft(['C1'], [claim('C2')], [['C1', 'C2']]).replacements).toEqual([
    { from: 'C1', to: 'C2', why: 'C1 was the same as C2 and is now a part of it.' },
  ]);
});

test('ways that divide and come together again lead to one claim', () => {
  const known = [superseded('C1', 'C2', 'C3'), superseded('C2', 'C3'), claim('C3')];
  expect(redraft(['C1'], known).replacements.map(({ to }) => to)).toEqual(['C3']);
});

test.each<[what: string, known: [string, SheetClaim][], why: string]>([
  [
    'several successors',
    [superseded('C1', 'C2', 'C3'), claim('C2'), claim('C3')],
    'that leads to C2 and C3: choose one',
  ],
  ['a dispute', [claim('C1', { status: 'disputed' })], 'C1 is disputed, and nothing is recorded that would take its'],
  ['a claim that is not there', [], 'C1 is no longer there, and nothing'],
  [
    'a successor that is retracted',
    [superseded('C1', 'C2'), claim('C2', { status: 'retracted' })],
    'which is retracted',
  ],
  ['a successor that nobody knows', [superseded('C1', 'C2')], 'leads to C2, which is not there'],
  ['a ring', [superseded('C1', 'C2'), superseded('C2', 'C1')], 'leads back to where it began'],
])('%s is left for somebody to decide, with the reason', (_what, known, why) => {
  const { replacements, left } = redraft(['C1'], known);
  expect(replacements).toEqual([]);
  expect(left).toEqual([{ claim: 'C1', why: expect.stringContaining(why) }]);
});

test('whatever the relations are, it ends, each claim is decided once, and only current claims are put in', () => {
  const ids = ['C1', 'C2', 'C3', 'C4', 'C5'];
  const anyClaim = (id: string) =>
    fc
      .record({
        status: fc.constantFrom('current' as const, 'superseded' as const, 'disputed' as const, 'retracted' as const),
        successors: fc.subarray(ids).map((some) => named(...some)),
        misquotes: fc.subarray(ids, { maxLength: 1 }).map((some) => named(...some)),
      })
      .map((change) => claim(id, change));
  fc.assert(
    fc.property(fc.tuple(...ids.map(anyClaim)), (known) => {
      const { replacements, left } = redraft(ids, known);
      const decided = [...replacements.map(({ from }) => from), ...left.map((one) => one.claim)];
      expect(new Set(decided).size).toBe(decided.length);
      for (const { from, to } of replacements) {
        expect(to).not.toBe(from);
        expect(new Map(known).get(to)?.status).toBe('current');
      }
    }),
  );
});
