import { beforeAll, describe, expect, test } from 'vitest';
import { checkDraft } from '@/features/text-checks/data';
import { CORPORA, readCorpus } from '../../bench/corpus';
import { addTallies, emptyTally, judgeSentence, type TextFailure } from '../../bench/eval-text';
import { type Measures, measuresOf } from '../../bench/eval-text-report';

// The labelled sentences against the real evidence base, each as a text of its own, as npm run eval:text does it. The
// floors are a little below what was measured on 2026-11-26, so that a change which makes the reading worse fails here.

/** No clock: what is found to be old must not change with the day of the test. */
const TODAY = '2026-11-26';

const sentences = readCorpus(CORPORA.sentences);
const failures: TextFailure[] = [];
let total = emptyTally();
let measures: Measures;

beforeAll(async () => {
  for (const sentence of sentences) {
    const judged = judgeSentence(sentence, (await checkDraft(sentence.text, { today: TODAY, all: true })).findings);
    total = addTallies(total, judged.tally);
    failures.push(...judged.failures);
  }
  measures = measuresOf(total);
}, 120_000);

/** The failures of some kinds, so that a floor that is missed says where. */
const of = (...kinds: TextFailure['kind'][]) =>
  failures
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ sentence, quote, expected, got }) => `${sentence} “${quote}”: ${expected} | ${got}`)
    .join('\n');

describe('on the labelled sentences', () => {
  test('there are at least 150', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(150);
  });
  test('at least 97 % of the figures are found', () => {
    expect(measures.quantities.recall, of('figure not found')).toBeGreaterThanOrEqual(0.97);
  });
  test('at least 94 % of what is found is a figure', () => {
    expect(measures.quantities.precision, of('no figure')).toBeGreaterThanOrEqual(0.94);
  });
  test('figures are laid to their claims with an F1 of at least 0.90', () => {
    expect(measures.matching.f1, of('wrong match', 'no match')).toBeGreaterThanOrEqual(0.91);
  });
  test('at least 88 % of the verdicts on right matches are right', () => {
    expect(measures.verdictAccuracy, of('wrong verdict', 'wrong faithful')).toBeGreaterThanOrEqual(0.91);
  });
  test('at most 16 % of the verdicts “faithful” are wrong, where 2 % is the aim', () => {
    expect(measures.wrongFaithful, of('wrong faithful', 'no figure')).toBeLessThanOrEqual(0.1);
  });
});
