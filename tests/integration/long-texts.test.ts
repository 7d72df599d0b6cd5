import { expect, test } from 'vitest';
import { findQuantities } from '@/domain/text/quantities/find-quantities';
import { sentencesOf } from '@/domain/text/sentences';

// Texts made to be slow. They need no database and take seconds each: too long for the quick check. A reader whose time grew with the
// square of the length would not end within the limit of a test.

test.each([
  '1',
  '1,234 ',
  '1-',
  '1/',
  'a-',
  '[1',
  '“1',
  '$',
  'in 2012 ',
  'half a ',
  'one ',
  'one and ',
  'one (1) ',
  '1’',
  'aged 14, ',
  'A/(a)',
])('thirty thousand characters of “%s” end', (part) => {
  const text = part.repeat(30_000 / part.length);
  expect(findQuantities(text).every(({ span }) => span.end <= text.length)).toBe(true);
});

test('a hundred thousand points are no sentence, or one, and soon', () => {
  expect(sentencesOf('.'.repeat(100_000)).every(({ end }) => end <= 100_000)).toBe(true);
});
