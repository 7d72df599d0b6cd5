import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TextPart, wordDifference } from '../../../src/formats/word-difference';

const without = (gone: TextPart['in']) => (parts: readonly TextPart[]) =>
  parts
    .filter((part) => part.in !== gone)
    .map(({ text }) => text)
    .join('');

const text = fc.array(fc.constantFrom('a', 'child', 'reports', '1.8', 'million', ' ', '\n', '.'), { maxLength: 20 });

test('the parts of a text give both versions back, letter by letter', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const [line = []] = wordDifference({ before, after });
      expect([without('after')(line), without('before')(line)]).toEqual([before, after]);
    }),
  );
});

test('the lines of a list give both lists back', () => {
  const list = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 9 }), { maxLength: 6 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const lines = wordDifference({ before, after });
      const read = (gone: TextPart['in']) => lines.map(without(gone)).filter((line) => line !== '');
      expect(read('after')).toEqual(before);
      expect(read('before')).toEqual(after);
    }),
  );
});

test('marks the words that changed, and no others', () => {
  const change = { before: 'About 1.8 million children a year.', after: 'About 2 million children.' };
  expect(wordDifference(change)).toEqual([
    [
      { text: 'About ', in: 'both' },
      { text: '1.8', in: 'before' },
      { text: '2', in: 'after' },
      { text: ' million children', in: 'both' },
      { text: ' a year', in: 'before' },
      { text: '.', in: 'both' },
    ],
  ]);
});

test('takes a number whole: no digit of it stands alone', () => {
  expect(wordDifference({ before: '12,345', after: '840,000.5' })).toEqual([
    [
      { text: '12,345', in: 'before' },
      { text: '840,000.5', in: 'after' },
    ],
  ]);
});

test('what was not established before is all new', () => {
  expect(wordDifference({ before: null, after: 'page 3' })).toEqual([[{ text: 'page 3', in: 'after' }]]);
  expect(wordDifference({ before: null, after: null })).toEqual([[]]);
});

test('two long texts with nothing in common are told apart in no time', () => {
  const long = (word: string) => Array.from({ length: 40_000 }, (_, n) => `${word}${n}`).join(' ');
  const started = performance.now();
  const [line = []] = wordDifference({ before: long('a'), after: long('b') });
  expect(performance.now() - started).toBeLessThan(3000);
  expect(without('after')(line)).toBe(long('a'));
});
