import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareDoi, storableText } from '@/domain/imports/row';
import { shortNameOf } from '@/domain/imports/source-row';
import { readNumber } from '@/domain/text/typed-number';

describe('a number in a cell', () => {
  test.each([
    ['1800000', 1_800_000],
    ['7.5', 7.5],
    ['-12', -12],
    ['−12', -12],
    ['1,800,000', 1_800_000],
    ['1.8 million', 1_800_000],
    ['7 %', 7],
    ['7 per cent', 7],
    ['12,345', 12_345],
  ])('"%s" is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test.each(['1.8E+06', 'about 5', '5–10', '1.234.567', '2 or 3', '=1+1', 'millions', '1,8', '0x10', '1e3', ''])(
    '"%s" is refused, with what it should be',
    (text) => {
      expect(readNumber(text)).toMatch(/plain number/);
    },
  );

  test.each(['1,234', '1.234'])(
    '"%s" is refused in a file of semicolons, where it may be either of two numbers',
    (text) => {
      expect(readNumber(text, 'unknown')).toMatch(/two ways/);
    },
  );

  test('written plainly is read as itself', () => {
    const value = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(value, (number) => {
        expect(readNumber(String(number))).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});

test.each([
  ['https://doi.org/10.1000/ABC', '10.1000/abc'],
  ['doi: 10.1000/abc', '10.1000/abc'],
  ['http://dx.doi.org/10.1000/a(b)c', '10.1000/a(b)c'],
  ['10.1000', null],
  ['https://example.org/10.1000/abc', null],
])('the DOI of "%s" is %j', (text, doi) => {
  expect(bareDoi(text)).toBe(doi);
});

test('no text keeps what PostgreSQL refuses', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(storableText(text)).not.toMatch(/\p{Surrogate}|[^\P{Cc}\t\n\r]/u);
    }),
  );
});

test.each([
  [{ author: [{ literal: 'ILO' }], issued: '2002-04', title: 'x' }, 'ILO 2002'],
  [{ author: [{ family: 'A' }, { family: 'B' }], issued: '2006', title: 'x' }, 'A and B 2006'],
  [{ author: [{ family: 'A' }, { family: 'B' }, { family: 'C' }], issued: null, title: 'x' }, 'A et al. n.d.'],
  [{ author: [], issued: '1999', publisher: 'UNICEF', title: 'x' }, 'UNICEF 1999'],
  [{ author: [], issued: null, title: 'One two three four five six' }, 'One two three four five n.d.'],
])('a work is named %# by who made it and when', (work, name) => {
  expect(shortNameOf(work)).toBe(name);
});
