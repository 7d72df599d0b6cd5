import type { AppraisalDraft, Judgement } from './appraisal';
import type { Answer, Instrument, InstrumentItem } from './instrument';
import { type Axis, axesOf } from './scales';

// Two appraisals of one round, side by side.

export type ComparedItem = {
  item: InstrumentItem;
  first: { answer: Answer | null; note: string };
  second: { answer: Answer | null; note: string };
  same: boolean;
};

type Answers = AppraisalDraft['answers'];
const NONE = { answer: null, note: '' };

/** Item by item, in the order of the instrument. */
export function compareAnswers(instrument: Instrument, first: Answers, second: Answers): ComparedItem[] {
  return instrument.items.map((item) => {
    const [a, b] = [first[item.number] ?? NONE, second[item.number] ?? NONE];
    return { item, first: a, second: b, same: a.answer === b.answer };
  });
}

/** The axes on which the two judged differently. */
export function differingAxes(kind: Instrument['subject'], first: Judgement, second: Judgement): Axis[] {
  return axesOf(kind).filter((axis) => first[axis]?.level !== second[axis]?.level);
}

/** The outcome of two judgements that agree: their level, and the reasons of both. */
export function agreedOutcome(first: Judgement, second: Judgement): Judgement {
  const entries = Object.entries(first).map(([axis, { level, reasons }]) => {
    const others = second[axis as Axis]?.reasons ?? [];
    return [axis, { level, reasons: [...new Set([...reasons, ...others])] }];
  });
  return Object.fromEntries(entries);
}
