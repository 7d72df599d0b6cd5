import { beforeAll, describe, expect, test } from 'vitest';
import { checkDraft } from '@/features/text-checks/data';
import { CORPORA, readCorpus } from '../../bench/corpus';
import { addTallies, emptyTally, judgeSentence, type TextFailure } from '../../bench/eval-text';
import { type Measures, measuresOf } from '../../bench/eval-text-report';

// The labelled sentences against the real evidence base, each as a text of its own, as npm run eval:text does it. The
// floors are a little below what was measured on 2026-11-26, so that a change which makes the reading worse fails here.

/** No clock: what is found to be old must not change with the day of the test. */
const TODAY = '2026-11-26';

/** What was worked from. The harder ones are left to npm run eval:text, and so are the held-out ones. */
const FLOORS = [
  { name: 'sentences', precision: 0.96, f1: 0.92, verdicts: 0.97, wrongFaithful: 0.03 },
  { name: 'ordinary', precision: 0.96, f1: 0.94, verdicts: 0.96, wrongFaithful: 0.06 },
] as const;

describe.each(FLOORS)('on the labelled sentences “$name”', ({ name, ...floors }) => {
  const sentences = readCorpus(CORPORA[name]);
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
  }, 240_000);

  /** The failures of some kinds, so that a floor that is missed says where. */
  const of = (...kinds: TextFailure['kind'][]) =>
    failures
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ sentence, quote, expected, got }) => `${sentence} “${quote}”: ${expected} | ${got}`)
      .join('\n');

  test('at least 97 % of the figures are found', () => {
    expect(measures.quantities.recall, of('figure not found')).toBeGreaterThanOrEqual(0.97);
  });
  test('what is found is a figure', () => {
    expect(measures.quantities.precision, of('no figure')).toBeGreaterThanOrEqual(floors.precision);
  });
  test('figures are laid to their claims', () => {
    expect(measures.matching.f1, of('wrong match', 'no match')).toBeGreaterThanOrEqual(floors.f1);
  });
  test('the verdicts on right matches are right', () => {
    expect(measures.verdictAccuracy, of('wrong verdict', 'wrong faithful')).toBeGreaterThanOrEqual(floors.verdicts);
  });
  test('few verdicts “faithful” are wrong, where 2 % is the aim', () => {
    expect(measures.wrongFaithful, of('wrong faithful', 'no figure')).toBeLessThanOrEqual(floors.wrongFaithful);
  });
});
