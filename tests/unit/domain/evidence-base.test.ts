import { describe, expect, test } from 'vitest';
import type { CitationRecord } from '@/domain/citation';
import type { ClaimRecord } from '@/domain/claim';
import { type EvidenceBase, evidenceBaseFaults } from '@/domain/evidence-base';
import type { SourceRecord } from '@/domain/source';

const VERIFICATION = { level: 'copy', confidence: 'high', how: 'Read in a test.' } as const;

function citation(key: string, change: Partial<CitationRecord> = {}): CitationRecord {
  return {
    key,
    source: 'report',
    locator: null,
    figureAsPrinted: null,
    role: 'states',
    originState: 'origin',
    drawnFrom: null,
    searchLog: null,
    distortions: [],
    note: null,
    quote: null,
    verification: VERIFICATION,
    ...change,
  };
}

const drawn = (key: string, drawnFrom: string) => citation(key, { role: 'reports', originState: 'drawn', drawnFrom });

function claim(key: string, change: Partial<ClaimRecord> = {}): ClaimRecord {
  return {
    id: `C${key.length}`,
    key,
    statement: 'A report states that ten children were counted.',
    figure: {
      kind: 'count',
      value: 10,
      low: null,
      high: null,
      interval: null,
      unit: 'children',
      bound: 'exact',
      direction: null,
      asPrinted: null,
      of: null,
    },
    population: { group: 'children', description: 'children', ageMin: null, ageMax: 17 },
    geography: '001',
    geographyNote: null,
    period: { start: null, end: null, measure: null, label: null },
    topics: ['online'],
    definition: null,
    doesNotMeasure: ['Anything else.'],
    series: null,
    standing: 'stands',
    standingReason: null,
    methodNote: { kind: 'not-stated', description: null, frame: null, sample: null, limits: [] },
    citations: [citation(`${key}.report`)],
    relations: [],
    appraisal: null,
    verification: VERIFICATION,
    ...change,
  };
}

const SOURCE = {
  id: 'S1',
  key: 'report',
  says: null,
  note: null,
  doi: null,
  standing: 'stands',
  standingReason: null,
  appraisal: null,
} as SourceRecord;

const base = (...claims: ClaimRecord[]): EvidenceBase => ({
  version: '2026-11-24',
  geographies: [{ code: '001', name: 'World', kind: 'world', parent: null }],
  topics: [],
  terms: [],
  series: [{ key: 'counts', name: 'Counts of a test', description: null }],
  sources: [SOURCE],
  claims,
});

describe('an evidence base', () => {
  test('that holds together has no faults', () => {
    const related = claim('one', { relations: [{ kind: 'contradicts', to: 'three', note: null, seriesBreak: false }] });
    expect(evidenceBaseFaults(base(related, claim('three')))).toEqual([]);
  });

  const faulty: [what: string, claims: ClaimRecord[], fault: RegExp][] = [
    [
      'two claims of one key',
      [claim('one'), claim('one', { id: 'C9', citations: [citation('x')] })],
      /claim key one is given twice/,
    ],
    ['a number that belongs to the site', [claim('one', { id: 'C10001' })], /C10001: numbers above 10000/],
    ['two claims of one number', [claim('one'), claim('two')], /claim id C3 is given twice/],
    [
      'two citations of one key',
      [claim('one', { citations: [citation('x'), citation('x')] })],
      /citation key x is given twice/,
    ],
    [
      'a relation to no claim',
      [claim('one', { relations: [{ kind: 'continues', to: 'two', note: null, seriesBreak: false }] })],
      /no claim two/,
    ],
    [
      'a relation to itself',
      [claim('one', { relations: [{ kind: 'continues', to: 'one', note: null, seriesBreak: false }] })],
      /not related to itself/,
    ],
    ['a citation of no source', [claim('one', { citations: [citation('x', { source: 'lost' })] })], /no source lost/],
    ['a citation drawn from none', [claim('one', { citations: [drawn('x', 'y')] })], /no citation y/],
    [
      'citations that draw on each other in a ring',
      [claim('one', { citations: [drawn('x', 'y'), drawn('y', 'z'), drawn('z', 'x')] })],
      /x: draws on itself by way of others/,
    ],
    ['a place that is not there', [claim('one', { geography: 'XX' })], /no place XX/],
    ['a series that is not there', [claim('one', { series: 'lost' })], /no series lost/],
    [
      'a break between claims that do not follow each other',
      [claim('one', { relations: [{ kind: 'contradicts', to: 'one', note: null, seriesBreak: true }] })],
      /contradicts one cannot break a series/,
    ],
    ['doubt without a reason', [claim('one', { standing: 'disputed' })], /disputed, but no reason/],
    [
      'an older term in our own words',
      [claim('one', { statement: 'A report counts ten victims of child pornography.' })],
      /child pornography/,
    ],
  ];
  test.each(faulty)('is refused with %s', (_what, claims, fault) => {
    expect(evidenceBaseFaults(base(...claims)).join('\n')).toMatch(fault);
  });

  test('is refused with a series key given twice, or an older term in the name of a series', () => {
    const record = { key: 'counts', name: 'Victims of child pornography', description: null };
    const faults = evidenceBaseFaults({ ...base(claim('one')), series: [record, record] }).join('\n');
    expect(faults).toMatch(/series counts is given twice/);
    expect(faults).toMatch(/says “child pornography”, an older term/);
  });

  test('may quote an older term as printed', () => {
    const quoted = claim('one', { statement: 'A report counts ten cases of “child pornography”.' });
    expect(evidenceBaseFaults(base(quoted))).toEqual([]);
  });
});
