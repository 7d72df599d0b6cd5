import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embedNameOf, embedPath, endOfDay, readEmbedName } from '@/domain/embed/address';
import { readUrl } from '@/lib/read-url';

const TODAY = '2026-11-26';
/** Of an address as it is typed. */
function nameOf(typed: string, site: string): string | null {
  const address = readUrl(typed);
  return address === null ? null : embedNameOf(address, site);
}

const SITE = 'https://plumb.example';

describe('the name of a card', () => {
  test('is a claim, live or frozen on a day that has begun', () => {
    expect(readEmbedName('C12', TODAY)).toEqual({ ok: true, id: 'C12', day: null });
    expect(readEmbedName('C12@2026-11-26', TODAY)).toEqual({ ok: true, id: 'C12', day: '2026-11-26' });
    expect(readEmbedName('C12@2024-02-29', TODAY)).toEqual({ ok: true, id: 'C12', day: '2024-02-29' });
  });

  test.each([
    ['C12@2026-11-27', 'future'],
    ['C12@2023-02-29', 'no-day'],
    ['C12@2026-13-01', 'no-day'],
    ['C12@2026-11', 'no-day'],
    ['C12@2026-11-26T00:00', 'no-day'],
    ['C12@-2026-11-26', 'no-day'],
    ['C12@@2026-11-26', 'no-day'],
    ['C12@ 2026-1-2', 'no-day'],
    ['c12', 'no-claim'],
    ['C012', 'no-claim'],
    ['C12 ', 'no-claim'],
    ['S7@2026-11-26', 'no-claim'],
  ])('is not %s: %s', (name, problem) => {
    expect(readEmbedName(name, TODAY)).toEqual({ ok: false, problem });
  });

  test('comes back from the path that is made of it', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2026-11-26'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.option(day), (number, frozen) => {
        const name = { id: `C${number}`, day: frozen };
        const found = nameOf(`${SITE}${embedPath(name)}`, SITE);
        expect(readEmbedName(found ?? '', TODAY)).toEqual({ ok: true, ...name });
      }),
    );
  });

  test('any other text is refused, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof readEmbedName(text, TODAY).ok).toBe('boolean');
        nameOf(text, SITE);
        nameOf(`${SITE}/embed/claims/${text}`, SITE);
      }),
    );
  });
});

describe('an address that has a card', () => {
  test.each([
    ['https://plumb.example/claims/C12', 'C12'],
    ['https://plumb.example/claims/C12/the-ilo-estimated', 'C12'],
    ['https://plumb.example/claims/C12/', 'C12'],
    ['http://plumb.example/claims/C12?from=mail#lineage', 'C12'],
    ['https://plumb.example/embed/claims/C12', 'C12'],
    ['https://plumb.example/embed/claims/C12@2026-11-26', 'C12@2026-11-26'],
    ['https://plumb.example/embed/claims/C12%402026-11-26', 'C12@2026-11-26'],
  ])('is %s', (address, name) => {
    expect(nameOf(address, SITE)).toBe(name);
  });

  test.each([
    'https://other.example/claims/C12',
    'https://plumb.example.other.example/claims/C12',
    'https://plumb.example:8443/claims/C12',
    'https://plumb.example@other.example/claims/C12',
    'https://somebody@plumb.example/claims/C12',
    'ftp://plumb.example/claims/C12',
    'https://plumb.example/claims',
    'https://plumb.example/claims/C12/lineage',
    'https://plumb.example/claims/C12/history',
    'https://plumb.example/claims/C12/cite.bib',
    'https://plumb.example/claims/C12/a/b',
    'https://plumb.example/sources/S12',
    'https://plumb.example/en/claims/C12',
    'https://plumb.example/embed/claims/C12/x',
    'javascript:alert(1)',
    '/claims/C12',
    'C12',
    '',
  ])('is not %s', (address) => {
    expect(nameOf(address, SITE)).toBeNull();
  });
});

test('a day ends where the next begins, in UTC', () => {
  expect(endOfDay('2026-11-26').toISOString()).toBe('2026-11-27T00:00:00.000Z');
  expect(endOfDay('2026-12-31').toISOString()).toBe('2027-01-01T00:00:00.000Z');
});
