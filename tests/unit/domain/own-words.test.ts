import { describe, expect, it } from 'vitest';
import { slugOf } from '@/domain/text/slug';
import { olderTermsIn } from '@/domain/own-words';

describe('our own words', () => {
  it('are searched for older terms', () => {
    expect(olderTermsIn('A report on child pornography and child sex tourism.')).toEqual([
      'child pornography',
      'child sex tourism',
    ]);
  });
  it('may quote a source that uses them', () => {
    expect(olderTermsIn('The source writes “child pornography”.')).toEqual([]);
    expect(olderTermsIn('The source writes "child prostitution".')).toEqual([]);
  });
  it('use the preferred terms freely', () => {
    expect(olderTermsIn('Children exploited in prostitution; child sexual abuse material.')).toEqual([]);
  });
});

describe('the readable end of an address', () => {
  it('is made of plain words', () => {
    expect(slugOf('For the year 2000 the ILO put 1.8 million')).toBe('for-the-year-2000-the-ilo-put-1-8-million');
    expect(slugOf('Türkiye’s “share”: 7 %')).toBe('turkiyes-share-7');
  });
});
