import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Instrument } from '@/domain/appraisal/instrument';
import { INSTRUMENTS } from '@/domain/appraisal/instruments';
import { neededItems, progressOf, proposeFromAnswers, proposeReliability } from '@/domain/appraisal/proposal';
import { AXIS_SCALE } from '@/domain/appraisal/scales';
import { instrument } from '../../../support/appraising';

const given = (id: string, changes: Record<string, Answer> = {}) =>
  Object.fromEntries(
    instrument(id).items.map(({ number }) => [number, { answer: changes[number] ?? 'yes', note: '' }]),
  );

describe('what is proposed from answers', () => {
  const cases: [
    instrument: string,
    method: string | null,
    changes: Record<string, Answer>,
    level: string,
    why: RegExp,
  ][] = [
    ['aacods', null, {}, 'A', /No answer speaks against it/],
    ['aacods', null, { '1.2': 'unclear' }, 'B', /what its makers did before/],
    ['aacods', null, { '2.2': 'no' }, 'D', /cannot be checked/],
    ['aacods', null, { '1.1': 'no', '2.2': 'no' }, 'E', /Nobody answers for it/],
    ['aacods', null, { '1.1': 'unclear', '2.1': 'unclear', '2.2': 'unclear' }, 'F', /Too little is known/],
    ['jbi-prevalence', 'probability-survey', {}, 'high', /No answer speaks/],
    ['jbi-prevalence', 'probability-survey', { '9': 'no' }, 'low', /Too few answered/],
    ['jbi-prevalence', 'probability-survey', { '1': 'no', '2': 'no' }, 'very-low', /Neither frame nor choice/],
    ['jbi-prevalence', 'non-probability-study', {}, 'low', /stands for nobody but itself/],
    ['hoy', 'probability-survey', { '10': 'no' }, 'low', /Numerator and denominator/],
    ['gather', 'modelled-estimate', { '5': 'no', '10': 'no' }, 'very-low', /Neither the data nor the steps/],
    ['gather', 'modelled-estimate', { '2': 'no', '8': 'no', '14': 'no', '15': 'no' }, 'high', /No answer speaks/],
    ['counts', 'hotline-reports', { '7': 'no' }, 'high', /No answer speaks/],
    ['counts', 'hotline-reports', {}, 'high', /running total/],
    ['counts', 'hotline-reports', { '4': 'no' }, 'low', /more than once/],
    ['stated', 'expert-opinion', {}, 'low', /somebody’s judgement/],
    ['stated', 'not-stated', {}, 'very-low', /does not say how/],
  ];
  test.each(cases)('%s, %s, %j: %s', (id, method, changes, level, why) => {
    const proposal = proposeFromAnswers(instrument(id), given(id, changes), method as never);
    expect(proposal?.level).toBe(level);
    expect(proposal?.reasons.join(' ')).toMatch(why);
  });

  test('is nothing while a question that the rule needs has no answer', () => {
    for (const list of INSTRUMENTS) {
      expect(proposeFromAnswers(list, {}, 'not-stated')).toBeNull();
      const whole = given(list.id);
      for (const { number } of list.items) {
        const { [number]: _without, ...rest } = whole;
        const isNeeded = neededItems(list).includes(number);
        expect([list.id, number, proposeFromAnswers(list, rest, null) === null]).toEqual([list.id, number, isNeeded]);
        const open = { ...whole, [number]: { answer: null, note: 'A note.' } };
        expect(proposeFromAnswers(list, open, null) === null).toBe(isNeeded);
      }
    }
  });

  test('needs the questions of which an answer can cap the level, alone or with others, and no other', () => {
    const without = ({ items }: Instrument, needed: readonly string[]) =>
      items.map(({ number }) => number).filter((number) => !needed.includes(number));
    expect(without(instrument('aacods'), neededItems(instrument('aacods')))).toEqual(['6.1']);
    expect(without(instrument('gather'), neededItems(instrument('gather')))).toEqual(['2', '8', '14', '15']);
    expect(without(instrument('counts'), neededItems(instrument('counts')))).toEqual([]);
  });

  test('after one yes of thirteen is nothing, and how far somebody came is told', () => {
    const one = { '1.1': { answer: 'yes', note: '' }, '1.2': { answer: null, note: 'Not yet.' } } as const;
    expect(proposeFromAnswers(instrument('aacods'), one, null)).toBeNull();
    expect(progressOf(instrument('aacods'), one)).toEqual({ answered: 1, questions: 13, awaited: 11 });
    expect(progressOf(instrument('aacods'), given('aacods'))).toEqual({ answered: 13, questions: 13, awaited: 0 });
  });

  const anyAnswers = fc.constantFrom(...INSTRUMENTS).chain((list) =>
    fc.record({
      list: fc.constant(list),
      answers: fc.tuple(...list.items.map((item) => fc.constantFrom(...item.answers))),
    }),
  );

  test('is a level of the axis with at least one reason, whatever is answered', () => {
    fc.assert(
      fc.property(anyAnswers, ({ list, answers }) => {
        const map = Object.fromEntries(
          list.items.map(({ number }, i) => [number, { answer: answers[i] ?? null, note: '' }]),
        );
        const proposal = proposeFromAnswers(list, map, list.methodKinds[0] ?? null);
        const scale = AXIS_SCALE[list.axis];
        expect([...scale.ordered, ...scale.apart]).toContain(proposal?.level);
        expect(proposal?.reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  test('never gets better by turning a yes into a no', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(), ({ list, answers }, at) => {
        const item = list.items[at % list.items.length];
        if (item === undefined || item.scale === 'nominal') return;
        const map = (changed: Answer) =>
          Object.fromEntries(
            list.items.map(({ number }, i) => [
              number,
              { answer: number === item.number ? changed : (answers[i] ?? null), note: '' },
            ]),
          );
        const place = (changed: Answer) => {
          const level = proposeFromAnswers(list, map(changed), null)?.level ?? '';
          return AXIS_SCALE[list.axis].ordered.indexOf(level);
        };
        // F stands apart from the order: too little was known, and now something is.
        if (place('yes') < 0 || place('no') < 0) return;
        expect(place('no')).toBeGreaterThanOrEqual(place('yes'));
      }),
    );
  });
});

describe('the word proposed for a claim', () => {
  const facts = { method: 'high', source: 'B', transmission: 'accurate' } as const;
  test.each([
    [facts, 'high'],
    [{ ...facts, method: 'moderate' }, 'moderate'],
    [{ ...facts, source: 'C' }, 'moderate'],
    [{ ...facts, source: 'D' }, 'low'],
    [{ ...facts, source: 'E' }, 'very-low'],
    [{ ...facts, source: null }, 'moderate'],
    [{ ...facts, transmission: 'minor-distortion' }, 'high'],
    [{ ...facts, transmission: 'major-distortion' }, 'moderate'],
    [{ ...facts, transmission: 'untraced' }, 'very-low'],
    [{ ...facts, transmission: null }, 'high'],
    [{ ...facts, method: 'not-judged' }, 'not-graded'],
    [{ ...facts, method: 'not-judged', transmission: 'untraced' }, 'very-low'],
    [{ method: 'very-low', source: 'A', transmission: 'accurate' }, 'very-low'],
  ] as const)('%j: %s', (known, level) => {
    expect(proposeReliability(known)?.level).toBe(level);
  });

  test('is the weakest of what speaks: never better than the method leaves', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...AXIS_SCALE['method-certainty'].ordered),
        fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', null),
        fc.constantFrom('accurate', 'minor-distortion', 'major-distortion', 'untraced', null),
        (method, source, transmission) => {
          const { ordered } = AXIS_SCALE.reliability;
          const level = proposeReliability({ method, source, transmission })?.level ?? '';
          expect(ordered.indexOf(level)).toBeGreaterThanOrEqual(ordered.indexOf(method));
        },
      ),
    );
  });
});
