import { z } from 'zod';
import { AppraisalDraft, type FieldProblem, Judgement, JudgementDraft } from '../../domain/appraisal/appraisal';
import { Axis, SubjectKind } from '../../domain/appraisal/scales';
import { TransmissionFidelity } from '../../domain/grade';
import { MethodKind } from '../../domain/method';

// The shapes of grading by two: what the pages show, and what their forms send.

export type Refused = { ok: false; problem: string; fields?: FieldProblem[] };
export type Outcome<More = object> = ({ ok: true } & More) | Refused;

/** What is appraised: a published record, or one that is still a draft. */
export const Subject = z.object({
  id: z.string(),
  kind: SubjectKind,
  title: z.string(),
  published: z.boolean(),
  /** Id of its draft, where it is not published. */
  draft: z.string().nullable(),
  methodKind: MethodKind.nullable(),
  /** Letter of the source that first states a claim. */
  source: z.string().nullable(),
  transmission: TransmissionFidelity.nullable(),
  /** Organisations, publishers and corporate authors behind it: whoever works for one cannot appraise it. */
  bodies: z.array(z.string()),
});
export type Subject = z.infer<typeof Subject>;

export const AppraisalView = z.object({
  place: z.number().int(),
  own: z.boolean(),
  appraiserName: z.string(),
  interests: z.enum(['none', 'described']),
  interestsText: z.string().nullable(),
  draft: AppraisalDraft,
  proposed: Judgement.nullable(),
  judged: Judgement.nullable(),
  savedAt: z.string(),
  submittedAt: z.string().nullable(),
});
export type AppraisalView = z.infer<typeof AppraisalView>;

export const Offer = z.object({ judgement: Judgement, note: z.string() });

export const RoundState = z.enum(['open', 'differing', 'agreed', 'settled', 'void']);

export const RoundView = z.object({
  id: z.number().int(),
  subject: z.string(),
  instrument: z.string(),
  instrumentVersion: z.string(),
  methodKind: MethodKind.nullable(),
  state: RoundState,
  openedByName: z.string(),
  openedAt: z.string(),
  /** How many have begun, and how many have handed in. Who and what is not told while the round is open. */
  begun: z.number().int(),
  submitted: z.number().int(),
  /** What this person may see: the own one, and both once both are in. */
  appraisals: z.array(AppraisalView),
  offer: Offer.nullable(),
  offeredByName: z.string().nullable(),
  offeredByViewer: z.boolean(),
  offeredAt: z.string().nullable(),
  outcome: Judgement.nullable(),
  settledHow: z.enum(['agreement', 'consensus', 'decision']).nullable(),
  settledByName: z.string().nullable(),
  settledNote: z.string().nullable(),
  settledAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  /** Why it was closed without an outcome, and when. */
  voidReason: z.string().nullable(),
  voidedAt: z.string().nullable(),
});
export type RoundView = z.infer<typeof RoundView>;

export const QueueName = z.enum(['free', 'begun', 'waiting', 'differing', 'closed']);
export type QueueName = z.infer<typeof QueueName>;

export const QueuedRound = z.object({
  id: z.number().int(),
  subject: z.string(),
  title: z.string().nullable(),
  instrument: z.string(),
  queue: QueueName,
  openedAt: z.string(),
  submitted: z.number().int(),
  voidReason: z.string().nullable(),
  /** How many stand in its queue, of which no more than QUEUE_MAX are listed. */
  total: z.number().int(),
});
export type QueuedRound = z.infer<typeof QueuedRound>;

export const DueGrade = z.object({
  subject: z.string(),
  title: z.string(),
  since: z.string(),
  reasons: z.array(z.string()),
  total: z.number().int(),
});
export type DueGrade = z.infer<typeof DueGrade>;

/** A page of the desk takes no more than this of each list. */
export const QUEUE_MAX = 100;

// Forms ------------------------------------------------------------------------------------------------------------

const Interests = z.enum(['none', 'described'], 'Say whether you have interests to declare.');

export const InterestsForm = z
  .object({
    interests: Interests,
    interestsText: z
      .string()
      .max(2000, 'must be at most 2,000 characters long')
      .refine((value) => !value.includes('\u0000'), 'holds a character that cannot be kept')
      .transform((value) => value.trim())
      .default(''),
  })
  .refine(({ interests, interestsText }) => interests === 'none' || interestsText !== '', {
    path: ['interestsText'],
    message: 'Describe the interests that you declare.',
  });
export type InterestsForm = z.infer<typeof InterestsForm>;

export const SettlingNote = z
  .string()
  .max(2000, 'must be at most 2,000 characters long')
  .refine((value) => !value.includes('\u0000'), 'holds a character that cannot be kept')
  .transform((value) => value.trim())
  .pipe(z.string().min(1, 'Say in a note how the difference was settled.'));

/** Fields of an appraisal's form: answer-1.1, note-1.1, level-…, reasons-… (a reason a line), deviation-…. */
export function readAppraisalForm(texts: Readonly<Record<string, string>>) {
  const answers: Record<string, { answer: string | null; note: string }> = {};
  for (const [name, value] of Object.entries(texts)) {
    const [, field, number] = /^(answer|note)-(\d{1,2}(?:\.\d{1,2})?)$/.exec(name) ?? [];
    if (number === undefined) continue;
    const known = answers[number] ?? { answer: null, note: '' };
    answers[number] =
      field === 'answer' ? { ...known, answer: value === '' ? null : value } : { ...known, note: value };
  }
  return AppraisalDraft.safeParse({ answers, judgements: judgementFields(texts) });
}

/** The judgement alone: of a consensus or a decision. */
export function readJudgementForm(texts: Readonly<Record<string, string>>) {
  return z.partialRecord(Axis, JudgementDraft).safeParse(judgementFields(texts));
}

function judgementFields(texts: Readonly<Record<string, string>>) {
  const given = Axis.options.filter((axis) => `reasons-${axis}` in texts || `level-${axis}` in texts);
  return Object.fromEntries(
    given.map((axis) => {
      const reasons = (texts[`reasons-${axis}`] ?? '').split('\n').map((line) => line.trim());
      const level = texts[`level-${axis}`] ?? '';
      const deviation = texts[`deviation-${axis}`] ?? '';
      return [axis, { level: level === '' ? null : level, reasons: reasons.filter((line) => line !== ''), deviation }];
    }),
  );
}
