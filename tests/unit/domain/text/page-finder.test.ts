import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageFinder, readStarts, writtenStarts } from '@/domain/text/page-finder';

/** Pages as a PDF is read: some of them empty, with two characters between those that are not. */
const pages = fc.array(fc.nat(40), { minLength: 1, maxLength: 200 }).map((lengths) => {
  let length = 0;
  return lengths.map((own) => {
    if (own > 0 && length > 0) length += 2;
    const start = length;
    length += own;
    return { start, end: length };
  });
});

describe('the page of a place', () => {
  test('is the one that it stands on, for every character of every page', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const pageOf = pageFinder(all.map(({ start }) => start));
        for (const [index, { start, end }] of all.entries()) {
          for (let at = start; at < end; at += 1) expect(pageOf(at)).toBe(index + 1);
        }
      }),
    );
  });

  test('is null in a text without pages', () => {
    for (const none of [null, []]) expect(pageFinder(none)(12)).toBeNull();
  });
});

describe('the pages that a form brings', () => {
  test('are those that were sent along', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const starts = all.map(({ start }) => start);
        expect(readStarts(writtenStarts(starts), 'x'.repeat(all.at(-1)?.end ?? 0))).toEqual(starts);
      }),
    );
    expect(readStarts(writtenStarts(null), 'A text.')).toBeNull();
  });

  test.each([
    ['words', 'one'],
    ['out of their order', '0,5,3'],
    ['behind the end of the text', '0,5,12'],
    ['not from the beginning', '2,5'],
    ['a sign', '0,-1'],
    ['more than are read', Array.from({ length: 201 }, () => 0).join(',')],
  ])('are none where they are %s', (_what, written) => {
    expect(readStarts(written, 'Ten letters'.slice(0, 10))).toBeNull();
  });
});
