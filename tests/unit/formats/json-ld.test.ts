import { describe, expect, test } from 'vitest';
import type { ClaimDto } from '@/features/claims/schema';
import { claimJsonLd } from '@/formats/json-ld';

const SOURCE = {
  id: 'S2',
  title: 'A report',
  shortName: 'A 2002',
  publisher: null,
  issued: null,
  url: null,
  reliability: null,
};

const CLAIM = {
  id: 'C1',
  url: 'https://example.org/claims/C1/some-words',
  statement: 'A body states that ten children were counted.',
  figure: { kind: 'count', value: 10, low: null, high: 12, unit: 'children', of: null },
  geography: { code: '001', name: 'World', note: null },
  period: { start: '2000', end: null, measure: null, label: null },
  topics: [{ code: 'online', name: 'Online' }],
  updatedAt: '2026-11-24T00:00:00+00:00',
  origin: { citation: { id: 1, locator: null }, source: SOURCE },
  citations: [{ source: SOURCE }],
} as unknown as ClaimDto;

describe('a claim as linked data', () => {
  test('is a schema.org Claim with its figure, place, time and first appearance', () => {
    expect(JSON.parse(JSON.stringify(claimJsonLd(CLAIM, 'https://example.org')))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Claim',
      '@id': 'https://example.org/claims/C1',
      url: CLAIM.url,
      identifier: 'C1',
      text: CLAIM.statement,
      spatialCoverage: { '@type': 'Place', name: 'World', identifier: '001' },
      temporalCoverage: '2000',
      about: ['Online'],
      dateModified: CLAIM.updatedAt,
      firstAppearance: { '@type': 'CreativeWork', '@id': 'https://example.org/sources/S2', name: 'A report' },
      appearance: [{ '@type': 'CreativeWork', '@id': 'https://example.org/sources/S2', name: 'A report' }],
      mainEntity: { '@type': 'QuantitativeValue', value: 10, maxValue: 12, unitText: 'children' },
    });
  });

  test('names no origin where none was found, and no number where none is claimed', () => {
    const open = { ...CLAIM, origin: null, figure: { ...CLAIM.figure, kind: 'direction', value: null, high: null } };
    const data = JSON.parse(JSON.stringify(claimJsonLd(open as ClaimDto, 'https://example.org')));
    expect(data).not.toHaveProperty('firstAppearance');
    expect(data).not.toHaveProperty('mainEntity');
  });
});
