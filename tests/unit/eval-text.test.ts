import { describe, expect, test } from 'vitest';
import type { TextFinding } from '@/features/text-checks/schema';
import { CorpusSentence } from '../../bench/corpus';
import { addTallies, emptyTally, judgeSentence } from '../../bench/eval-text';
import { evaluationText, measuresOf } from '../../bench/eval-text-report';

const TEXT = 'In 2021 there were 1.7 million children, 22 per cent of 79 million.';
const MILLION = { quote: '1.7 million', claims: ['C46'], verdict: 'faithful', distortions: [] };
const SHARE = { quote: '22 per cent', claims: ['C5'], verdict: 'distorted', distortions: ['rounded'] };
const WHOLE = { quote: '79 million', claims: [], verdict: 'unlisted', distortions: [] };

const sentence = (figures: object[] = [MILLION, SHARE, WHOLE], text = TEXT) =>
  CorpusSentence.parse({ id: 'news-001', style: 'news', text, figures, notFigures: [{ quote: '2021', why: 'year' }] });

type Said = Partial<{ verdict: TextFinding['verdict']; claim: string; kinds: string[]; candidates: string[] }>;

/** Only what the judge looks at. */
function finding(quote: string, { verdict = 'faithful', claim, kinds = [], candidates = [] }: Said = {}): TextFinding {
  const start = TEXT.indexOf(quote);
  const match = (id: string) => ({ claim: { id }, score: 0.7, reasons: [] });
  return {
    span: { start, end: start + quote.length },
    text: quote,
    quantity: { noFigure: verdict === 'not-a-figure' ? 'year' : null },
    verdict,
    match: claim === undefined ? null : match(claim),
    candidates: candidates.map(match),
    distortions: kinds.map((kind) => ({ kind, label: kind })),
  } as unknown as TextFinding;
}

const RIGHT = [
  finding('2021', { verdict: 'not-a-figure' }),
  finding('1.7 million', { claim: 'C46' }),
  finding('22 per cent', { verdict: 'distorted', claim: 'C5', kinds: ['rounded'] }),
  finding('79 million', { verdict: 'unlisted' }),
];
const kindsOf = (found: readonly TextFinding[], labelled = sentence()) =>
  judgeSentence(labelled, found).failures.map(({ kind }) => kind);

describe('what is found in a labelled sentence', () => {
  test('gets full marks when everything is as the labels say', () => {
    const { tally, failures } = judgeSentence(sentence(), RIGHT);
    expect(failures).toEqual([]);
    expect(measuresOf(tally)).toEqual({
      quantities: { precision: 1, recall: 1 },
      matching: { precision: 1, recall: 1, f1: 1 },
      verdictAccuracy: 1,
      wrongFaithful: 0,
      possibly: null,
      unlisted: 1,
    });
  });

  test('counts what overlaps a label as found, whatever its length', () => {
    const { tally } = judgeSentence(sentence(), [finding('there were 1.7', { claim: 'C46' }), ...RIGHT.slice(2)]);
    expect(tally.figures).toEqual({ labelled: 3, found: 3 });
  });

  test('counts a year that is taken for a figure, and a figure that is taken for a year', () => {
    const found = [finding('2021', { verdict: 'unlisted' }), finding('1.7 million', { verdict: 'not-a-figure' })];
    const { tally, failures } = judgeSentence(sentence([MILLION]), found);
    expect(measuresOf(tally).quantities).toEqual({ precision: 0, recall: 0 });
    expect(failures.map(({ kind }) => kind)).toEqual(['no figure', 'figure not found']);
    expect(tally.matches).toEqual({ right: 0, wrong: 0, missed: 1 });
  });

  test('counts a match with another claim twice: as a wrong one and as a missed one', () => {
    const { tally, failures } = judgeSentence(sentence([MILLION]), [finding('1.7 million', { claim: 'C1' })]);
    expect(tally.matches).toEqual({ right: 0, wrong: 1, missed: 1 });
    expect(tally.faithful).toEqual({ said: 1, wrong: 1 });
    expect(failures[0]).toMatchObject({ kind: 'wrong match', expected: 'faithful · C46', got: 'faithful · C1 0.70' });
  });

  test('counts a match of what no claim states as a wrong one', () => {
    const found = [finding('79 million', { verdict: 'distorted', claim: 'C5', kinds: ['inflated'] })];
    const { tally, failures } = judgeSentence(sentence([WHOLE]), found);
    expect(tally.matches).toEqual({ right: 0, wrong: 1, missed: 0 });
    expect(tally.distortions.inflated).toEqual({ labelled: 0, labelledAndMatched: 0, said: 1, right: 0 });
    expect(failures[0]?.kind).toBe('wrong match');
  });

  test('counts “faithful” for a distorted figure as wrong, even with the right claim', () => {
    const { tally, failures } = judgeSentence(sentence([SHARE]), [finding('22 per cent', { claim: 'C5' })]);
    expect(measuresOf(tally)).toMatchObject({ wrongFaithful: 1, verdictAccuracy: 0, matching: { f1: 1 } });
    expect(tally.distortions.rounded).toEqual({ labelled: 1, labelledAndMatched: 1, said: 0, right: 0 });
    expect(failures[0]?.kind).toBe('wrong faithful');
  });

  test('takes “possibly” for right when one of the labelled claims is among the candidates or matched', () => {
    const open = sentence([{ ...MILLION, claims: ['C1', 'C46'], verdict: 'possibly' }]);
    expect(kindsOf([finding('1.7 million', { verdict: 'possibly', candidates: ['C9', 'C46'] })], open)).toEqual([]);
    expect(kindsOf([finding('1.7 million', { claim: 'C1' })], open)).toEqual([]);
    expect(kindsOf([finding('1.7 million', { verdict: 'possibly', candidates: ['C9'] })], open)).toEqual(['possibly']);
    const { matches } = judgeSentence(open, [finding('1.7 million', { claim: 'C9' })]).tally;
    expect(matches).toEqual({ right: 0, wrong: 0, missed: 0 });
  });

  test('tells other distortions than the labelled ones as a failure of their own', () => {
    const found = [finding('22 per cent', { verdict: 'distorted', claim: 'C5', kinds: ['inflated'] })];
    expect(kindsOf(found, sentence([SHARE]))).toEqual(['wrong distortions']);
  });
});

test('tallies add up, and are printed with the aims', () => {
  const { tally } = judgeSentence(sentence(), RIGHT);
  const total = [tally, tally].reduce(addTallies, emptyTally());
  expect(total).toMatchObject({ sentences: 2, figures: { labelled: 6, found: 6 }, matches: { right: 4 } });
  expect(total.distortions.rounded).toEqual({ labelled: 2, labelledAndMatched: 2, said: 2, right: 2 });
  const printed = evaluationText({ corpus: 'x', milliseconds: 20, total, styles: { news: total }, failures: [] });
  expect(printed).toContain('| matching, F1 | ≥ 90 % | 100 % | yes |');
  expect(printed).toContain('| rounded | 2 | 2 | 2 | 100.0 | 100.0 | 100.0 |');
});
