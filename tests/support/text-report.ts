import type { Finding } from '@/domain/checks/run';
import type { ClaimSummary } from '@/features/claims/schema';
import type { TextCheck, TextFinding, TextMatch } from '@/features/text-checks/schema';
import type { TextReport } from '@/formats/text-check/report';

// A text that was checked, made up: every verdict, a check, an older term, a number that is no statistic.

export const TEXT = `Every year 1.8 million children are trafficked, the ILO says.
Some 45,321 calls came in 2021, and half of them <b>at night</b>.

The sex trade held 1.7 million children in 2021.`;

const SITE = 'https://plumbline.example';

export function claimSummary(id: string, statement: string): ClaimSummary {
  return {
    id,
    slug: 'a-claim',
    url: `${SITE}/claims/${id}/a-claim`,
    statement,
    figure: {
      ...{ kind: 'count', value: 1_700_000, low: null, high: null, interval: null, unit: 'children' },
      ...{ bound: 'approximately', direction: null, asPrinted: null, of: null },
    },
    population: { group: 'children', description: 'Children', ageMin: null, ageMax: 17 },
    geography: { code: '001', name: 'World', note: null },
    period: { start: '2021', end: '2021', measure: 'stock', label: null },
    topics: [],
    doesNotMeasure: ['Children who become victims each year.'],
    status: 'current',
    reliability: 'low',
    grades: { source: 'B', method: 'low', transmission: null, provisional: true, underReview: null },
    methodKind: 'modelled-estimate',
    origin: {
      citation: { id: 7, locator: 'p. 3' },
      source: {
        ...{ id: 'S2', title: 'Global Estimates', shortName: 'ILO 2022', publisher: 'ILO', issued: '2022' },
        ...{ url: 'https://ilo.example/report', standing: 'stands', reliability: 'B' },
      },
    },
    citationCount: 3,
    updatedAt: '2026-11-26T00:00:00.000+00:00',
  };
}

const CLAIM = claimSummary('C46', 'About 1.7 million children were in commercial sexual exploitation in 2021.');
const match = (claim = CLAIM, score = 0.82): TextMatch => ({
  claim,
  score,
  reasons: ['the same number', 'names ILO'],
});

export const stockAsFlow = (span: Finding['span']): Finding => ({
  ...{ rule: 'PL011', slug: 'stock-as-flow', title: 'Stock given as a flow', severity: 'error' },
  ...{ claims: ['C46'], citation: null, message: 'C46 is a stock.', remedy: 'Leave out “Every year”.' },
  ...{ span, suppressed: null },
});

/** A finding about these words of the text. */
export function findingOf(text: string, quote: string, over: Partial<TextFinding> = {}): TextFinding {
  const start = text.indexOf(quote);
  const quantity = { kind: 'count', value: 1, low: 1, high: 1, isRange: false, isFraction: false } as const;
  return {
    span: { start, end: start + quote.length },
    text: quote,
    sentence: { start: Math.max(0, text.lastIndexOf('\n', start) + 1), end: `${text}\n`.indexOf('\n', start) },
    quantity: { ...quantity, isVague: false, bound: null, noFigure: null },
    match: null,
    candidates: [],
    verdict: 'unlisted',
    distortions: [],
    seenIn: [],
    checks: [],
    remedy: { advice: 'Name the work that it comes from.', sentence: null, citation: null, notToSay: [] },
    ...over,
  };
}

const remedy = {
  advice: 'Write what the claim says, and cite its source.',
  sentence: CLAIM.statement,
  citation: 'ILO 2022: Global Estimates. ILO, 2022',
  notToSay: ['Not “every year”: it is a number at one time', 'Not as this: Children who become victims each year'],
};

export function sampleReport(over: Partial<TextReport> = {}): TextReport {
  const text = over.text ?? TEXT;
  const findings: TextFinding[] = [
    findingOf(text, '1.8 million', {
      verdict: 'distorted',
      match: match(),
      candidates: [match(claimSummary('C1', 'About 1.8 million in 2000.'), 0.61)],
      distortions: [{ kind: 'stock-to-flow', label: 'stock → flow' }],
      seenIn: [
        {
          citation: 12,
          source: { id: 'S9', shortName: 'A leaflet 2005' },
          printed: '1.8 million a year',
          kinds: ['stock-to-flow'],
        },
      ],
      checks: [stockAsFlow({ start: text.indexOf('Every year'), end: text.indexOf('Every year') + 10 })],
      remedy,
    }),
    findingOf(text, '45,321'),
    findingOf(text, 'half', { verdict: 'possibly', candidates: [match(), match(claimSummary('C45', 'Half.'), 0.5)] }),
    findingOf(text, '1.7 million', { verdict: 'faithful', match: match(), remedy }),
    findingOf(text, '2021', { verdict: 'not-a-figure' }),
  ];
  const year = findings[4];
  if (year !== undefined) year.quantity.noFigure = 'year';
  const start = text.indexOf('sex trade');
  const check: TextCheck = {
    summary: {
      ...{ characters: text.length, language: 'en', figures: 4, faithful: 1, distorted: 1, possibly: 1, unlisted: 1 },
      ...{ notFigures: 1, leftOut: 0, errors: 2, warnings: 1 },
    },
    findings,
    words: [
      {
        ...stockAsFlow({ start, end: start + 9 }),
        ...{
          rule: 'PL024',
          severity: 'warning',
          claims: [],
          message: '“sex trade” is an older term.',
          remedy: 'Avoid it.',
        },
      },
    ],
  };
  return { check, text, pageStarts: null, name: 'draft.txt', site: SITE, today: '2026-11-26', ...over };
}
