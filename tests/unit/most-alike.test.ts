import { describe, expect, test } from 'vitest';
import { mostAlike } from '@/domain/text-check/most-alike';

const WORDS: Readonly<Record<number, readonly string[]>> = {
  1: ['child', 'worldwide'],
  2: ['child', 'hotline', 'report'],
  3: ['child', 'hotline', 'report', 'infant'],
  4: ['convention'],
};
const terms = new Map(Object.entries(WORDS).map(([id, words]) => [Number(id), words]));
const frequency = new Map<string, number>();
for (const words of terms.values()) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
const base = { terms, vocabulary: { size: terms.size, frequency, places: [], organisations: [] } };
const all = new Set(terms.keys());

describe('of many claims, those that are like what is said', () => {
  test('are those with the most and the rarest words in common', () => {
    const said = new Map([
      ['infant', 1],
      ['hotline', 1],
      ['child', 1],
    ]);
    expect([...mostAlike(all, said, base, 2)]).toEqual([3, 2]);
    expect([...mostAlike(all, new Map([['convention', 1]]), base, 1)]).toEqual([4]);
  });

  test('a word that stands far off counts for less', () => {
    const said = new Map([
      ['convention', 0.2],
      ['worldwide', 1],
    ]);
    expect([...mostAlike(all, said, base, 1)]).toEqual([1]);
  });

  test('are all of them where there are no more than are asked for, in the order in which they came', () => {
    expect([...mostAlike(new Set([4, 1]), new Map([['hotline', 1]]), base, 2)]).toEqual([4, 1]);
  });

  test('of equals the older comes first, also where nothing is said', () => {
    expect([...mostAlike(new Set([4, 3, 2, 1]), new Map(), base, 3)]).toEqual([1, 2, 3]);
  });
});
