import { describe, expect, test } from 'vitest';
import { AppraisalDraft, incompleteness, judgementOf, proposalsFor } from '@/domain/appraisal/appraisal';
import { agreedOutcome, compareAnswers, differingAxes } from '@/domain/appraisal/comparison';
import { conflictSentence } from '@/domain/appraisal/interests';
import { dueAfter } from '@/domain/appraisal/reappraisal';
import { axesOf } from '@/domain/appraisal/scales';
import { readAppraisalForm } from '@/features/appraisals/schema';
import { instrument, wholeDraft } from '../../../support/appraising';

const COUNTS = instrument('counts');
const KNOWN = { methodKind: 'hotline-reports', source: 'B', transmission: 'accurate' } as const;

describe('an appraisal', () => {
  test('that is whole misses nothing', () => {
    const draft = wholeDraft(COUNTS);
    expect(incompleteness(COUNTS, draft, proposalsFor(COUNTS, draft, KNOWN))).toEqual([]);
  });

  test('names each question without answer, each no without note, and each axis without level', () => {
    const problems = incompleteness(COUNTS, { answers: { '1': { answer: 'no', note: '' } }, judgements: {} }, {});
    const fields = problems.map(({ field }) => field);
    expect(fields).toContain('note-1');
    expect(fields).toContain('answer-2');
    expect(fields).toContain('level-method-certainty');
    expect(fields).toContain('level-reliability');
  });

  test('uses the preferred terms where readers will see it', () => {
    const draft = wholeDraft(COUNTS);
    draft.judgements.reliability = { level: 'high', reasons: ['Counts child prostitution.'], deviation: '' };
    const problems = incompleteness(COUNTS, draft, proposalsFor(COUNTS, draft, KNOWN));
    expect(problems).toEqual([{ field: 'reasons-reliability', message: expect.stringContaining('preferred term') }]);
  });

  test('proposes the word of a claim from the method as judged, not as proposed', () => {
    const draft = wholeDraft(COUNTS, { levels: { 'method-certainty': 'low' } });
    const proposals = proposalsFor(COUNTS, draft, KNOWN);
    expect([proposals['method-certainty']?.level, proposals.reliability?.level]).toEqual(['high', 'low']);
  });

  test('takes the reasons of the proposal where it follows it and gives none of its own', () => {
    const draft = wholeDraft(COUNTS, { answers: { '4': 'no' } });
    const proposals = proposalsFor(COUNTS, draft, KNOWN);
    const judgements = { 'method-certainty': { level: 'low', reasons: [], deviation: '' } };
    const judged = judgementOf(['method-certainty'], judgements, proposals);
    expect(judged['method-certainty']?.reasons).toContain('The same thing is counted more than once.');
  });

  test('keeps why it differs as a reason, and only where it does', () => {
    const draft = wholeDraft(COUNTS);
    const proposals = proposalsFor(COUNTS, draft, KNOWN);
    const judged = (level: string) =>
      judgementOf(['reliability'], { reliability: { level, reasons: ['One.'], deviation: 'Other.' } }, proposals);
    expect(judged('high').reliability?.reasons).toEqual(['One.']);
    expect(judged('low').reliability?.reasons).toEqual(['One.', 'Other.']);
  });

  test.each([
    ['of ten megabytes', 'x'.repeat(10_000_000)],
    ['with a character that the database cannot keep', 'a\u0000b'],
  ])('with a note %s is refused', (_what, note) => {
    expect(AppraisalDraft.safeParse({ answers: { '1': { answer: 'yes', note } }, judgements: {} }).success).toBe(false);
  });
});

test('a form gives answers and judgements, and nothing that is neither', () => {
  const read = readAppraisalForm({
    'answer-1.1': 'yes',
    'note-1.1': ' Seen. ',
    'answer-2': '',
    'level-source-reliability': 'B',
    'reasons-source-reliability': 'One.\n\n Two. \n',
    role: 'admin',
    'answer-__proto__': 'yes',
  });
  expect(read.data).toEqual({
    answers: { '1.1': { answer: 'yes', note: 'Seen.' }, '2': { answer: null, note: '' } },
    judgements: { 'source-reliability': { level: 'B', reasons: ['One.', 'Two.'], deviation: '' } },
  });
  expect(readAppraisalForm({ 'answer-1': 'perhaps' }).success).toBe(false);
});

test('two appraisals are compared item by item, axis by axis', () => {
  const first = wholeDraft(COUNTS, { answers: { '3': 'no' } });
  const second = wholeDraft(COUNTS);
  const differing = compareAnswers(COUNTS, first.answers, second.answers).filter(({ same }) => !same);
  expect(differing.map(({ item }) => item.number)).toEqual(['3']);
  const judgement = (level: string, reason: string) =>
    Object.fromEntries(axesOf('claim').map((axis) => [axis, { level, reasons: [reason, 'Both.'] }]));
  expect(differingAxes('claim', judgement('low', 'A.'), judgement('low', 'B.'))).toEqual([]);
  expect(differingAxes('claim', judgement('low', 'A.'), judgement('high', 'B.'))).toEqual(axesOf('claim'));
  const outcome = agreedOutcome(judgement('low', 'A.'), judgement('low', 'B.'));
  expect(outcome.reliability).toEqual({ level: 'low', reasons: ['A.', 'Both.', 'B.'] });
});

describe('interests', () => {
  const conflict = (affiliation: string, ...bodies: string[]) =>
    conflictSentence({ affiliations: [affiliation] }, { id: 'S1', kind: 'source', bodies });
  test.each([
    ['ILO', 'ilo'],
    ['Deutscher Präventionstag', 'DEUTSCHER PRAVENTIONSTAG'],
    ['Terre des Hommes', 'terre  des hommes'],
    ['ILO, Walk Free and IOM', 'IOM'],
    ['ECPAT International and INTERPOL', 'Interpol'],
  ])('%s is %s', (body, affiliation) => {
    expect(conflict(affiliation, body)).toContain(`You work for ${affiliation}`);
  });
  test.each([
    ['ILO', 'Philology Society'],
    ['International Labour Office', 'Office'],
    ['Save the Children', ''],
  ])('%s is not %s', (body, affiliation) => {
    expect(conflict(affiliation, body)).toBeNull();
  });
});

test('a grade is due again after three years', () => {
  expect(dueAfter(new Date('2026-11-25T10:00:00Z')).toISOString()).toBe('2029-11-25T10:00:00.000Z');
  expect(dueAfter(new Date('2028-02-29T10:00:00Z')).toISOString()).toBe('2031-03-01T10:00:00.000Z');
});
