import type { ClaimCard } from '../../src/domain/embed/claim-card';

/** A card with something in every part. */
export const CARD: ClaimCard = {
  id: 'C12',
  statement: 'A test counts 1.8 million children in a made-up place.',
  figure: {
    kind: 'count',
    value: 1_800_000,
    low: 1_500_000,
    high: 2_100_000,
    interval: 'interval-95',
    unit: 'children',
    bound: 'approximately',
    direction: null,
    asPrinted: 'some 1.8 million',
    of: null,
  },
  population: { group: 'children', description: 'Children under 18 in a test', ageMin: null, ageMax: 17 },
  place: { name: 'World', note: 'without the sea' },
  period: { start: '2000', end: '2000', measure: 'stock', label: null },
  doesNotMeasure: ['Anything outside this test.', 'A yearly number.'],
  status: 'current',
  standingReason: null,
  explainedBy: [],
  reliability: { level: 'low', provisional: true, underReview: false },
  citation: {
    as: 'first-stated',
    locator: 'p. 3',
    source: { id: 'S7', shortName: 'Test 2002', title: 'A made-up report', publisher: 'Test Press', issued: '2002-04' },
    standing: 'stands',
  },
};
