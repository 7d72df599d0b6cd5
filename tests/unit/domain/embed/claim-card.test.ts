import { describe, expect, test } from 'vitest';
import { cardCitation, changedParts, type CitedPlace, type ClaimCard } from '@/domain/embed/claim-card';
import { CARD } from '../../../support/claim-card';

describe('what reads otherwise on two cards', () => {
  test('is nothing where the same stands in another order of fields', () => {
    const turned = Object.fromEntries(Object.entries(CARD.figure).reverse()) as ClaimCard['figure'];
    expect(changedParts(CARD, { ...CARD, figure: turned })).toEqual([]);
  });

  test.each<[part: string, change: Partial<ClaimCard>]>([
    ['status', { status: 'retracted', standingReason: 'Taken back.' }],
    ['status', { explainedBy: [{ id: 'C2', statement: 'Another.' }] }],
    ['figure', { figure: { ...CARD.figure, low: 1 } }],
    ['statement', { statement: 'Something else is said.' }],
    ['reliability', { reliability: { level: 'low', provisional: false, underReview: false } }],
    ['reliability', { reliability: null }],
    ['what it does not measure', { doesNotMeasure: [] }],
    ['period', { period: { ...CARD.period, measure: 'flow' } }],
    ['place', { place: { name: 'World', note: null } }],
    ['population', { population: { ...CARD.population, ageMax: 14 } }],
    ['citation', { citation: null }],
  ])('names the %s', (part, change) => {
    expect(changedParts(CARD, { ...CARD, ...change })).toEqual([part]);
  });
});

describe('the place that a card cites', () => {
  const place = (shortName: string, issued: string | null, more: Partial<CitedPlace> = {}): CitedPlace => ({
    ...{ originState: 'drawn', role: 'reports', locator: null, standing: 'stands' },
    source: { id: 'S1', shortName, title: shortName, publisher: null, issued },
    ...more,
  });
  const chosen = (...places: CitedPlace[]) => {
    const citation = cardCitation(places);
    return citation === null ? null : [citation.as, citation.source.shortName];
  };

  test('is an origin, however old the others are', () => {
    expect(chosen(place('older', '1990'), place('origin', '2002', { originState: 'origin', role: 'states' }))).toEqual([
      'first-stated',
      'origin',
    ]);
  });

  test('is the older of two origins', () => {
    const origin = { originState: 'origin', role: 'states' } as const;
    expect(
      chosen(place('second', '2002', origin), place('undated', null, origin), place('first', '2001-05', origin)),
    ).toEqual(['first-stated', 'first']);
  });

  test('is never a critic as long as somebody states or reports it', () => {
    expect(chosen(place('critic', '1990', { role: 'disputes' }), place('reporter', null))).toEqual([
      'found',
      'reporter',
    ]);
    expect(chosen(place('critic', '1990', { role: 'corrects' }))).toEqual(['disputed', 'critic']);
  });

  test('is none where nothing is recorded', () => {
    expect(chosen()).toBeNull();
  });
});
