import { describe, expect, test } from 'vitest';
import { recordChanges, recordFields } from '@/domain/fields/changes';
import { draftFaults, filled, wholeRecord } from '@/domain/fields/completeness';
import { fieldsOf } from '@/domain/fields/field';
import { CITATION_SECTIONS } from '@/domain/fields/citation-fields';
import type { Content } from '@/domain/fields/paths';
import { readBundledEvidence } from '@/features/evidence-base/bundle';

const bundle = await readBundledEvidence();
if (!bundle.ok) throw new Error(bundle.faults.join('\n'));
const { sources, claims } = bundle.base;

describe('a draft', () => {
  test('of every record of the evidence base is whole, and differs from itself in nothing', () => {
    for (const source of sources) {
      expect(draftFaults('source', source)).toEqual([]);
      expect(wholeRecord('source', source)).toEqual(source);
      expect(recordChanges('source', source, source)).toEqual([]);
    }
    for (const claim of claims) {
      expect(draftFaults('claim', claim)).toEqual([]);
      expect(recordChanges('claim', claim, claim)).toEqual([]);
    }
  });

  test('that is empty says what is needed, at fields that its forms have', () => {
    for (const kind of ['source', 'claim'] as const) {
      const identity = kind === 'source' ? { id: 'S1', key: 's1' } : { id: 'C1', key: 'c1' };
      const faults = draftFaults(kind, identity);
      const fields = new Set(recordFields(kind).map(({ path }) => path));
      expect(faults.map(({ path }) => path).filter((path) => !fields.has(path) && path !== 'citations')).toEqual([]);
      const needed = recordFields(kind).filter((field) => field.needed);
      expect(needed.map(({ path }) => path).filter((path) => !faults.some((fault) => fault.path === path))).toEqual([]);
      expect(faults.map(({ message }) => message).filter((message) => /expected|invalid/i.test(message))).toEqual([]);
    }
  });

  test('names what is wrong in words that a person understands', () => {
    const [claim] = claims;
    const faults = draftFaults('claim', {
      ...claim,
      statement: 'Short',
      figure: { ...claim?.figure, value: 'many' },
      population: { ...claim?.population, ageMin: 3.5, ageMax: 300 },
      period: { ...claim?.period, start: 'last year' },
      doesNotMeasure: [],
      methodNote: { ...claim?.methodNote, kind: 'guess' },
    });
    expect(Object.fromEntries(faults.map(({ path, message }) => [path, message]))).toMatchObject({
      statement: 'must have at least 10 characters',
      'figure.value': 'must be a number',
      'population.ageMin': 'must be a whole number',
      'population.ageMax': 'must be at most 120',
      'period.start': 'a date as YYYY, YYYY-MM or YYYY-MM-DD',
      doesNotMeasure: 'needs at least one',
      'methodNote.kind': 'must be one of those offered',
    });
  });

  test('says at which citation, and at which of its fields, something is wrong', () => {
    const [claim] = claims;
    const [citation] = claim?.citations ?? [];
    const faults = draftFaults('claim', {
      ...claim,
      citations: [
        citation,
        { ...citation, key: 'other', originState: 'drawn', drawnFrom: null, distortions: [] },
        { ...citation, key: 'third', originState: 'untraced', searchLog: null, distortions: [] },
        { key: 'fourth' },
      ],
    });
    const paths = faults.map(({ path }) => path);
    expect(paths).toContain('citations.1.drawnFrom');
    expect(paths).toContain('citations.2.searchLog');
    const known = new Set(fieldsOf(CITATION_SECTIONS).map(({ path }) => path));
    const ofFourth = paths.filter((path) => path.startsWith('citations.3.')).map((path) => path.slice(12));
    expect(ofFourth).toContain('source');
    expect(ofFourth.filter((path) => !known.has(path))).toEqual([]);
  });

  test('may not say in our own words what the terminology guidelines ask to avoid', () => {
    const [claim] = claims;
    const faults = draftFaults('claim', { ...claim, statement: 'A statement on child prostitution in a country.' });
    expect(faults).toEqual([{ path: 'statement', message: expect.stringContaining('child prostitution') }]);
  });

  test('names an older term at its field, with the preferred one, however much else is still missing', () => {
    const [source] = sources;
    const said = (kind: 'source' | 'claim', content: Content, path: string) =>
      draftFaults(kind, content, bundle.ok ? bundle.base.terms : []).find((fault) => fault.path === path)?.message;
    const message =
      'says “child prostitution”, an older term: the terminology prefers “exploitation of children in (or for) prostitution”';
    expect(said('claim', { definition: 'What counts as child prostitution.' }, 'definition')).toBe(message);
    expect(said('claim', { doesNotMeasure: ['Fine.', 'Any child prostitution.'] }, 'doesNotMeasure')).toBe(message);
    expect(said('claim', { citations: [{ note: 'On child prostitution.' }] }, 'citations.0.note')).toBe(message);
    expect(said('source', { says: 'On child prostitution.' }, 'says')).toBe(message);
    expect(said('source', { ...source, title: 'On child prostitution' }, 'title')).toBeUndefined();
  });

  test('keeps what it has when the blanks are filled in, and an anchor without words is none', () => {
    const content = filled('claim', {
      citations: [{ key: 'a', quote: { exact: null, prefix: null } }],
      figure: { value: 3 },
    });
    expect(content).toMatchObject({
      citations: [{ key: 'a', quote: null, role: null }],
      figure: { value: 3, low: null },
    });
  });
});
