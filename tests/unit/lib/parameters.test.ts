import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterHref, readClaimFilters, toggled } from '@/features/claims/filters';
import { decodeCursor, encodeCursor } from '@/lib/cursor';
import { rawParameters } from '@/lib/parameters';
import { z } from 'zod';

const read = (search: string) => readClaimFilters(rawParameters(new URLSearchParams(search)));

describe('filters in an address', () => {
  it('may be repeated or joined by commas', () => {
    expect(read('topic=online&topic=trafficking').filters.topic).toEqual(['online', 'trafficking']);
    expect(read('topic=online,trafficking').filters.topic).toEqual(['online', 'trafficking']);
  });

  it.each([
    ['topic=nonsense', 'topic'],
    ['yearFrom=abc', 'yearFrom'],
    ['yearFrom=99999999999999999999', 'yearFrom'],
    ['valueMin=1e400', 'valueMin'],
    ['geography=viet', 'geography'],
    ['sort=up', 'sort'],
    [`q=${'x'.repeat(300)}`, 'q'],
    ['q=%00', 'q'],
    ['yearFrom=2010&yearTo=2000', 'yearTo'],
    ['q=a&q=b', 'q'],
  ])('%s is refused by name', (search, field) => {
    expect(read(search).problems.map((problem) => problem.field)).toContain(field);
  });

  it('cost only themselves when they are bad', () => {
    expect(read('topic=nonsense&kind=count').filters.kind).toEqual(['count']);
  });

  it('never throw, whatever is sent', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        expect(() => readClaimFilters(rawParameters(new URLSearchParams(pairs)))).not.toThrow();
      }),
    );
  });

  it('come back the same from the address they make', () => {
    const { filters } = read('q=1.8+million&topic=online&geography=VN&yearFrom=2000&valueMin=10&sort=newest');
    expect(read(filterHref(filters).split('?')[1] ?? '').filters).toEqual(filters);
  });

  it('are switched on and off again', () => {
    const { filters } = read('topic=online');
    expect(toggled(filters, 'topic', 'online').topic).toEqual([]);
    expect(toggled(filters, 'topic', 'trafficking').topic).toEqual(['online', 'trafficking']);
  });
});

describe('a cursor', () => {
  const schema = z.tuple([z.string(), z.number()]);
  it('comes back as it went', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.string({ maxLength: 50 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
        (place) => {
          const back = decodeCursor(schema, encodeCursor(place));
          expect(back?.[0]).toBe(place[0]);
          // JSON has one zero only.
          expect(back?.[1]).toBe(place[1] + 0);
        },
      ),
    );
  });
  it.each(['', 'x', '!!!', 'e30', 'x'.repeat(1000)])('that is not ours (%s) is refused', (text) => {
    expect(decodeCursor(schema, text)).toBeNull();
  });
});

it('a parameter named like a part of every object is a name like any other', () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    expect(Object.keys(rawParameters(new URLSearchParams(`${name}=x&q=y`)))).toEqual([name, 'q']);
  }
});
