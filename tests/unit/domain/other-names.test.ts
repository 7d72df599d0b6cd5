import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonNames, otherSpellings } from '@/domain/text/other-names';

test.each([
  ['labor', 'labour'],
  ['labour', 'labor'],
  ['legalisation', 'legalization'],
  ['legalizing', 'legalising'],
  ['organised', 'organized'],
])('%s is also spelled %s', (word, other) => expect(otherSpellings(word)).toContain(other));

test('a spelling turned over twice is the word again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,8}(ise|ised|ising|isation|our|ours)$/), (word) => {
      expect(otherSpellings(word).flatMap(otherSpellings)).toContain(word);
    }),
  );
});

test('short words stay what they are', () => expect(otherSpellings('four')).toEqual([]));

test('places are found by the names people use', () => {
  expect(commonNames('four cities of Viet Nam, and the United States')).toBe('Vietnam US USA America');
  expect(commonNames('child sexual abuse material')).toContain('CSAM');
  expect(commonNames('the world')).toBe('');
});
