import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSentRecord, sendableRecord } from '@/domain/fields/sent-record';

const parts = (kind: 'source' | 'claim', raw: unknown, before = {}) => {
  const read = readSentRecord(kind, raw, before);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.parts;
};
const faults = (kind: 'source' | 'claim', raw: unknown) => {
  const read = readSentRecord(kind, raw, {});
  return read.ok ? [] : read.faults.map(({ path }) => path);
};

describe('a record that was sent', () => {
  test('may be unfinished to any degree, and what it does not have is empty', () => {
    expect(parts('source', {}, { title: 'Before', standing: 'disputed' }).own).toMatchObject({
      title: null,
      standing: 'disputed',
    });
    expect(faults('claim', { figure: {}, population: null, citations: [{}], relations: [{}] })).toEqual([]);
  });

  test('has nothing that the product gives, on any level', () => {
    for (const name of ['id', 'key', 'appraisal', 'standing', 'standingReason', 'version', 'state', 'constructor'])
      expect(faults('claim', { [name]: null })).toEqual([name]);
    expect(faults('claim', { citations: [{ id: 3 }], figure: { grade: 'A' } }).sort()).toEqual([
      'citations.0.id',
      'figure.grade',
    ]);
  });

  test('keeps names part by part, whatever commas they have', () => {
    const author = [{ family: 'van der Berg, Jr', given: 'Ada' }, { literal: '"Institute", for Commas' }];
    expect(parts('source', { author }).own.author).toEqual(author);
  });

  test('loses no distortion without a word', () => {
    const distortions = [
      { kind: 'rounded', note: 'One.' },
      { kind: 'rounded', note: 'Two.' },
    ];
    expect(faults('claim', { citations: [{ distortions }] })).toEqual(['citations.0.distortions']);
    const one = parts('claim', { citations: [{ distortions: distortions.slice(0, 1) }] });
    expect(one.citations[0]?.part.distortions).toEqual(distortions.slice(0, 1));
  });

  test('is refused with the path of what is too long', () => {
    expect(faults('claim', { citations: [{}, { note: 'x'.repeat(20_001) }] })).toEqual(['citations.1.note']);
    expect(faults('claim', { doesNotMeasure: ['x'.repeat(15_000), 'x'.repeat(15_000)] })).toEqual(['doesNotMeasure']);
  });

  test('can be sent back as it was given, and nothing changes', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }));
    fc.assert(
      fc.property(line, number, fc.array(line), (title, value, limits) => {
        const sent = { definition: title, figure: { value }, methodNote: { limits } };
        const { own } = parts('claim', sent);
        const given = sendableRecord('claim', own);
        expect(sendableRecord('claim', parts('claim', given, own).own)).toEqual(given);
      }),
    );
  });

  test('of anything at all is taken or refused, and never breaks', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(typeof readSentRecord('claim', raw, {}).ok).toBe('boolean');
      }),
    );
  });
});
