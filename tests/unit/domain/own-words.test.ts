import { describe, expect, it } from 'vitest';
import { slugOf } from '@/domain/text/slug';
import { olderTermsIn, preferredTerm } from '@/domain/own-words';
import { readBundledEvidence } from '@/features/evidence-base/bundle';

const bundle = await readBundledEvidence();
if (!bundle.ok) throw new Error(bundle.faults.join('\n'));
const { terms } = bundle.base;

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

describe('an older term', () => {
  it.each([
    ['child prostitution', 'exploitation of children in (or for) prostitution'],
    ['underage prostitutes', 'child exploited in prostitution; victim of sexual exploitation'],
    ['prostituted children', 'child exploited in prostitution; victim of sexual exploitation'],
    ['child sex tourism', 'sexual exploitation of children in (the context of) travel and tourism'],
    ['child porn', 'child sexual abuse material'],
    ['kiddy', 'child sexual abuse material'],
    ['Pornography', 'child sexual abuse material (or child sexual exploitation material)'],
    ['pedophiles', 'child sex offender; perpetrator'],
    ['child clients', 'offender; perpetrator'],
    ['sex workers', 'child exploited in prostitution; victim of sexual exploitation'],
  ])('“%s” is named with what the terminology prefers', (found, preferred) => {
    expect(olderTermsIn(found)).toEqual([found]);
    expect(preferredTerm(found, terms)).toBe(preferred);
  });
  it('of which the terminology says nothing gets no word that it does not give', () => {
    expect(preferredTerm('sex trade', terms)).toBeNull();
    expect(preferredTerm('child prostitution', [])).toBeNull();
  });
});
