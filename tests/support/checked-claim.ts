import type { CheckedCitation, CheckedClaim, CheckedSource, Use, Wording } from '@/domain/checks/subject';

// A claim in which no rule finds anything, and what is made of it: each test changes the one thing that it is about.

export const TODAY = '2026-11-25';

const verification = { level: 'source', confidence: 'high', how: 'Read in the work.' } as const;

export function checkedSource(change: Partial<CheckedSource> = {}): CheckedSource {
  return {
    id: 'S1',
    shortName: 'ILO 2022',
    type: 'report',
    hasAuthor: true,
    publisher: 'ILO',
    issued: '2022',
    url: 'https://example.org/report',
    doi: null,
    standing: 'stands',
    link: 'works',
    archivedAt: 'https://archive.example.org/report',
    verification,
    ...change,
  };
}

export function checkedCitation(change: Partial<CheckedCitation> = {}): CheckedCitation {
  return {
    id: 1,
    source: checkedSource(),
    locator: 'p. 3',
    figureAsPrinted: '1.8 million children',
    role: 'states',
    originState: 'origin',
    distortions: [],
    disagreement: null,
    verification,
    ...change,
  };
}

export function checkedClaim(change: Partial<CheckedClaim> = {}): CheckedClaim {
  return {
    id: 'C1',
    statement: 'The ILO estimated that 1.8 million children worldwide were exploited in prostitution in 2021.',
    figure: {
      kind: 'count',
      value: 1_800_000,
      low: null,
      high: null,
      interval: null,
      unit: 'children',
      bound: 'approximately',
      direction: null,
      of: null,
    },
    population: { group: 'children', description: 'Children in prostitution', ageMin: null, ageMax: 17 },
    place: { code: '001', name: 'World', note: null, within: [] },
    period: { start: '2021', end: '2021', measure: 'stock', label: null },
    methodKind: 'modelled-estimate',
    definition: 'Children used in prostitution.',
    series: null,
    status: 'current',
    reliability: 'moderate',
    grades: { source: 'B', method: 'moderate', transmission: 'accurate' },
    doesNotMeasure: ['Children newly exploited in a year: it counts who was exploited at one time.'],
    standingReason: null,
    provisional: false,
    underReview: null,
    methodNote: { kind: 'modelled-estimate', description: null, frame: null, sample: null, limits: ['Few countries.'] },
    citations: [checkedCitation()],
    relations: [],
    support: { citations: 1, roots: 1, untraced: 0, looped: 0 },
    verification,
    ...change,
  };
}

/** A use whose figure is the part of the sentence in braces: "There are {1.8 million} children." */
export function use(claim: CheckedClaim, marked: string, change: Partial<Use> = {}): Use {
  const start = marked.indexOf('{');
  const end = marked.indexOf('}') - 1;
  if (start < 0 || end < 0) throw new Error('the sentence marks its figure with braces');
  const sentence = marked.replace(/[{}]/g, '');
  const wording: Wording = 'typed';
  return { claim, wording, sentence, figure: { start, end }, around: sentence, isCaveatPrinted: false, ...change };
}
