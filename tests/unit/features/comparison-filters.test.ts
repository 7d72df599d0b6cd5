import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonHref, comparisonProblems, readComparison } from '@/features/comparison/filters';
import { COMPARED_MAX } from '@/features/comparison/schema';
import { rawParameters } from '@/lib/parameters';

const read = (search: string) => readComparison(rawParameters(new URLSearchParams(search)), 'c');
const messages = (search: string, unknown: string[] = []) =>
  comparisonProblems(read(search), unknown).map(({ message }) => message);

describe('the ids to compare', () => {
  it.each(['c=C1,C35', 'c=C1&c=C35', 'c=c1,c35', 'c=+C1+,+C35+', 'c=C1+C35', 'c=C1;C35', 'c=,C1,,C35,'])(
    'are read from %s',
    (search) => {
      expect(read(search).ids).toEqual(['C1', 'C35']);
      expect(messages(search)).toEqual([]);
    },
  );

  it('are used once when they are repeated, and that is said', () => {
    expect(read('c=C1,C2,c1')).toMatchObject({ ids: ['C1', 'C2'], repeated: ['C1'] });
    expect(messages('c=C1,C2,C1')).toEqual(['names C1 more than once']);
  });

  it('are six at most; the rest is named', () => {
    const asked = read('c=C1,C2,C3,C4,C5,C6,C7,C8');
    expect(asked).toMatchObject({ ids: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'], beyond: ['C7', 'C8'] });
    expect(messages('c=C1,C2,C3,C4,C5,C6,C7')).toEqual(['must be at most 6']);
  });

  it('are two at least', () => {
    expect(messages('')).toEqual(['must be at least 2']);
    expect(messages('c=C1')).toEqual(['must be at least 2']);
  });

  it('are of claims: a source is told apart from what is no id at all', () => {
    expect(read('c=C1,C2,S3,x,C0')).toMatchObject({ ids: ['C1', 'C2'], sources: ['S3'], unreadable: 2 });
    expect(messages('c=C1,C2,S3,x')).toEqual([
      'must be ids of claims, such as C1,C4',
      'must be claims, and not sources: S3',
    ]);
    expect(messages('c=C1,C999', ['C999'])).toEqual(['names what no claim has: C999']);
  });

  it('never give back what was sent, unless it has the form of an id', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('C1', 's2', 'C3', '\ud800', '<b>')), {
          maxLength: 8,
        }),
        (parts) => {
          const asked = readComparison({ c: parts }, 'c');
          const { ids, repeated, beyond, sources } = asked;
          for (const id of [...ids, ...repeated, ...beyond, ...sources]) expect(id).toMatch(/^[CS][1-9]\d{0,8}$/);
          expect(ids.length).toBeLessThanOrEqual(COMPARED_MAX);
          expect(read(comparisonHref(ids).replace('/compare', '').replace('?', '')).ids).toEqual(ids);
          for (const { message } of comparisonProblems(asked, [])) expect(message).toMatch(/^[\w ,:-]+$/);
        },
      ),
      { numRuns: 50 },
    );
  });
});
