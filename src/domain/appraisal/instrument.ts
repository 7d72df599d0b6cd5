import { z } from 'zod';
import { MethodKind } from '../method';
import { AXIS_SCALE, Axis, levelsOf, SubjectKind } from './scales';

// An instrument is a list of questions after which a source or a claim is read. It is a data file with a version: who
// wants another question makes a new version, and what was answered after the old one stays answered after the old one.

export const Answer = z.enum(['yes', 'unclear', 'no', 'not-applicable']);
export type Answer = z.infer<typeof Answer>;

const text = z.string().min(1);

/** What an answer says of the axis. With a `cap`, the proposal is no better than it; without, it is only remarked. */
const Signal = z.strictObject({ when: Answer, cap: z.string().nullable(), because: text });

export const InstrumentItem = z.strictObject({
  number: z.string().regex(/^\d{1,2}(\.\d{1,2})?$/),
  head: text,
  question: text,
  help: text,
  /** Where it asks for something else than the published instrument; null where only the words are ours. */
  departure: text.nullable(),
  answers: z.array(Answer).min(2),
  /** Nominal where yes and no are neither better nor worse, so that no answer lies between others. */
  scale: z.enum(['ordered', 'nominal']),
  signals: z.array(Signal),
});
export type InstrumentItem = z.infer<typeof InstrumentItem>;

/** Several answers together that say more than each alone. */
const Combination = z.strictObject({
  when: z.array(z.strictObject({ item: text, answer: Answer })).min(2),
  level: text,
  because: text,
});

export const Instrument = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    version: z.string().regex(/^\d+$/),
    title: text,
    /** What published work it is after, or that it is our own. */
    based: text,
    reference: z.strictObject({
      text,
      doi: z
        .string()
        .regex(/^10\.\d{4,9}\/[^\sA-Z]+$/)
        .nullable(),
      url: z.url().nullable(),
    }),
    licence: text,
    subject: SubjectKind,
    methodKinds: z.array(MethodKind),
    /** Chosen on purpose, where another is the usual one. */
    alternative: z.boolean(),
    axis: Axis,
    about: text,
    items: z.array(InstrumentItem).min(1),
    combinations: z.array(Combination),
  })
  .superRefine((instrument, context) => {
    for (const fault of instrumentFaults(instrument)) context.addIssue({ code: 'custom', message: fault });
  });
export type Instrument = z.infer<typeof Instrument>;

type Parts = Pick<Instrument, 'axis' | 'items' | 'combinations'>;

/** What the shapes alone do not say. */
function instrumentFaults({ axis, items, combinations }: Parts): string[] {
  const numbers = items.map((item) => item.number);
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  const signals = items.flatMap((item) =>
    item.signals.flatMap((signal) => [
      ...(item.answers.includes(signal.when) ? [] : [`item ${item.number}: no answer is "${signal.when}"`]),
      ...(signal.cap === null || AXIS_SCALE[axis].ordered.includes(signal.cap)
        ? []
        : [`item ${item.number}: "${signal.cap}" is no level of ${axis}`]),
    ]),
  );
  const together = combinations.flatMap((combination) => [
    ...(levelsOf(axis).includes(combination.level) ? [] : [`"${combination.level}" is no level of ${axis}`]),
    ...combination.when.flatMap(({ item, answer }) =>
      items.some((known) => known.number === item && known.answers.includes(answer))
        ? []
        : [`a combination asks for ${answer} to item ${item}`],
    ),
  ]);
  return [...twice.map((number) => `item ${number} stands twice`), ...signals, ...together];
}
