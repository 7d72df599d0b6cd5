import { z } from 'zod';
import type { MethodKind } from '../method';
import { olderTermsIn } from '../own-words';
import { Answer, type Instrument } from './instrument';
import { type ClaimFacts, type Proposals, proposeFromAnswers, proposeReliability } from './proposal';
import { Axis, axesOf, levelsOf } from './scales';

// One editor's reading of one source or claim: an answer and a note to each item, and a judgement on each axis.

/** Free text as somebody types it. PostgreSQL keeps no NUL character, and 10 MB are no note. */
const typed = (most: number) =>
  z
    .string()
    .max(most, `must be at most ${most} characters long`)
    .refine((value) => !value.includes('\u0000'), 'holds a character that cannot be kept')
    .transform((value) => value.trim());

export const NOTE_MAX = 2000;
const REASON_MAX = 500;

export const AnswerRecord = z.object({ answer: Answer.nullable(), note: typed(NOTE_MAX) });

export const JudgementDraft = z.object({
  level: z.string().max(20).nullable(),
  reasons: z.array(typed(REASON_MAX).pipe(z.string().min(1))).max(12, 'must be at most twelve lines'),
  /** Why the judgement differs from what the rule proposed. */
  deviation: typed(REASON_MAX),
});

/** What is kept while somebody is at it: everything may still be missing. */
export const AppraisalDraft = z.object({
  answers: z.record(z.string(), AnswerRecord),
  judgements: z.partialRecord(Axis, JudgementDraft),
});
export type AppraisalDraft = z.infer<typeof AppraisalDraft>;

/** A level with its reasons on each axis: what a judgement, a proposal and an outcome are. */
export const Judgement = z.partialRecord(
  Axis,
  z.object({ level: z.string(), reasons: z.array(z.string().min(1)).min(1) }),
);
export type Judgement = z.infer<typeof Judgement>;

export const EMPTY_DRAFT: AppraisalDraft = { answers: {}, judgements: {} };

/** What the rules take from outside the answers. */
export type Circumstances = { methodKind: MethodKind | null } & Pick<ClaimFacts, 'source' | 'transmission'>;

/** What the rules propose. The word of a claim follows the judged method, and the proposed one while none is judged. */
export function proposalsFor(instrument: Instrument, draft: AppraisalDraft, known: Circumstances): Proposals {
  const own = proposeFromAnswers(instrument, draft.answers, known.methodKind);
  const proposals: Proposals = own === null ? {} : { [instrument.axis]: own };
  if (instrument.subject === 'source') return proposals;
  const method = draft.judgements['method-certainty']?.level ?? own?.level ?? null;
  const word = own === null ? null : proposeReliability({ method, ...known });
  return word === null ? proposals : { ...proposals, reliability: word };
}

export type FieldProblem = { field: string; message: string };

/** Answers that say something against the work have to point at what they mean. */
const NOTED: ReadonlySet<Answer> = new Set(['no', 'not-applicable']);

/** What is missing before it can be handed in, each with the field it stands beside. */
export function incompleteness(instrument: Instrument, draft: AppraisalDraft, proposals: Proposals): FieldProblem[] {
  const items = instrument.items.flatMap(({ number, answers }) => {
    const { answer = null, note = '' } = draft.answers[number] ?? {};
    if (answer === null || !answers.includes(answer)) {
      return [{ field: `answer-${number}`, message: 'has no answer yet' }];
    }
    return NOTED.has(answer) && note === '' ? [{ field: `note-${number}`, message: 'say where you see that' }] : [];
  });
  const words = Object.entries(draft.answers).flatMap(([number, { note }]) => ownWordProblem(`note-${number}`, note));
  return [...items, ...words, ...judgementProblems(axesOf(instrument.subject), draft.judgements, proposals)];
}

/** The same for a judgement alone: of an appraisal, a consensus or a decision. */
export function judgementProblems(
  axes: readonly Axis[],
  judgements: AppraisalDraft['judgements'],
  proposals: Proposals | null,
): FieldProblem[] {
  return axes.flatMap((axis) => {
    const { level = null, reasons = [], deviation = '' } = judgements[axis] ?? {};
    if (level === null || !levelsOf(axis).includes(level)) {
      return [{ field: `level-${axis}`, message: 'choose a level' }];
    }
    const proposed = proposals?.[axis];
    const deviates = proposed !== undefined && proposed.level !== level;
    const problems = [...reasons, deviation].flatMap((text) => ownWordProblem(`reasons-${axis}`, text));
    if (deviates && deviation === '') {
      problems.push({
        field: `deviation-${axis}`,
        message: 'your judgement differs from the proposal; say why',
      });
    }
    if (reasons.length === 0 && (proposed === undefined || deviates) && deviation === '') {
      problems.push({ field: `reasons-${axis}`, message: 'give at least one reason' });
    }
    return problems;
  });
}

function ownWordProblem(field: string, text: string): FieldProblem[] {
  const older = olderTermsIn(text);
  return older.length === 0 ? [] : [{ field, message: `Use the preferred term instead of “${older.join('”, “')}”.` }];
}

/**
 * The judgement as it counts: own reasons, or those of the proposal where none were given and it was followed.
 * Call it only on what `judgementProblems` found whole.
 */
export function judgementOf(
  axes: readonly Axis[],
  judgements: AppraisalDraft['judgements'],
  proposals: Proposals | null,
): Judgement {
  const entries = axes.map((axis) => {
    const { level, reasons = [], deviation = '' } = judgements[axis] ?? {};
    const proposed = proposals?.[axis];
    const followed = proposed?.level === level && reasons.length === 0 ? (proposed?.reasons ?? []) : reasons;
    const all = [...followed, ...(deviation === '' || proposed?.level === level ? [] : [deviation])];
    return [axis, { level, reasons: [...new Set(all)] }];
  });
  return Judgement.parse(Object.fromEntries(entries));
}
