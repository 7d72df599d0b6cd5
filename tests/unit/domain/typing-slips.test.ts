import fc from 'fast-check';
import { expect, test } from 'vitest';
import { swappedLetters } from '@/domain/text/typing-slips';

test('two neighbouring letters swapped, each pair once', () => {
  expect(swappedLetters('wrold')).toContain('world');
  expect(swappedLetters('abc')).toEqual(['bac', 'acb']);
  expect(swappedLetters('aa')).toEqual([]);
});

test('a slip is undone by the same slip', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,12}$/), (word) => {
      for (const slip of swappedLetters(word)) expect(swappedLetters(slip)).toContain(word);
    }),
  );
});
