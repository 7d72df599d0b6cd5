import { z } from 'zod';
import { DistortionKind } from '../../domain/citation';
import { Finding } from '../../domain/checks/run';
import { plainText } from '../../domain/fields/form-values';
import { Bound } from '../../domain/figure';
import { MATCHED } from '../../domain/text-check/thresholds';
import { aroundFigure } from '../../domain/text-check/around-figure';
import type { FormState } from '../../lib/form-state';
import { ClaimId, ClaimSummary } from '../claims/schema';

// What is found in a text, on the page, on the wire, at the command line and in reports.

/** As many characters as are read at once: about 200 printed pages. */
export const TEXT_MAX = 600_000;

const Span = z
  .object({ start: z.number().int(), end: z.number().int() })
  .meta({ id: 'Span', description: 'From the first character to behind the last one, in UTF-16 units.' });

export const NoFigureReason = z
  .enum([
    'address',
    'identifier',
    'note-mark',
    'phone',
    'date',
    'year',
    'time',
    'duration',
    'age',
    'law',
    'section',
    'page',
    'list',
    'ordinal',
    'interval-level',
    'label',
  ])
  .meta({ id: 'NoFigureReason', description: 'Why a number is no statistic.' });

export const QuantityDto = z
  .object({
    kind: z.enum(['count', 'per-cent', 'percentage-points', 'money', 'multiple', 'rate', 'age']),
    value: z.number().nullable().describe('Null for a range. Percentages on the scale 0–100.'),
    low: z.number().describe('The least that would be written so; of a range, its lower end.'),
    high: z.number(),
    isRange: z.boolean(),
    isFraction: z.boolean().describe('Said as “a third” or “one in five”.'),
    isVague: z.boolean().describe('Said without a number: “dozens”.'),
    bound: Bound.nullable(),
    noFigure: NoFigureReason.nullable(),
  })
  .meta({ id: 'Quantity' });

/** A claim that a text may speak of. */
export const TextMatch = z
  .object({
    claim: ClaimSummary,
    score: z
      .number()
      .min(0)
      .max(1)
      .describe(`0 to 1; from ${MATCHED} on it is taken for the claim, where no other is as near.`),
    reasons: z.array(z.string()).describe('What speaks for it and against it, in words.'),
  })
  .meta({ id: 'TextMatch' });
export type TextMatch = z.infer<typeof TextMatch>;

export const TextVerdict = z.enum(['faithful', 'distorted', 'possibly', 'unlisted', 'not-a-figure']).meta({
  id: 'TextVerdict',
  description:
    'Faithful: as the claim states it. Distorted: that claim, with something changed. Possibly: it cannot be told which claim is meant. Unlisted: no source for it is known here.',
});
export type TextVerdict = z.infer<typeof TextVerdict>;

export const TextFinding = z
  .object({
    span: Span.describe('Of the text that was sent.'),
    text: z.string(),
    sentence: Span,
    quantity: QuantityDto,
    match: TextMatch.nullable(),
    candidates: z.array(TextMatch).describe('Other claims that may be meant, the likeliest first; three at most.'),
    verdict: TextVerdict,
    distortions: z.array(
      z.object({
        kind: DistortionKind,
        label: z.string().describe('From what to what: “percentage points → per cent”.'),
      }),
    ),
    seenIn: z
      .array(
        z.object({
          citation: z.number().int(),
          source: z.object({ id: z.string(), shortName: z.string() }),
          printed: z.string().nullable(),
          kinds: z.array(DistortionKind),
        }),
      )
      .describe('Works in the base that print it with the same distortion.'),
    checks: z.array(Finding),
    remedy: z.object({
      advice: z.string(),
      sentence: z.string().nullable().describe('The approved sentence; null where no claim is matched.'),
      citation: z.string().nullable().describe('Its source, as one would cite it.'),
      notToSay: z.array(z.string()),
    }),
  })
  .meta({ id: 'TextFinding' });
export type TextFinding = z.infer<typeof TextFinding>;

export const TextCheck = z
  .object({
    summary: z.object({
      characters: z.number().int(),
      language: z.literal('en').describe('The language that it was read as.'),
      figures: z.number().int(),
      faithful: z.number().int(),
      distorted: z.number().int(),
      possibly: z.number().int(),
      unlisted: z.number().int(),
      notFigures: z.number().int().describe('Numbers that are no statistics: years, dates, ages, articles of law …'),
      leftOut: z.number().int().describe('Figures behind the 2,000th, which are not held against the base.'),
      errors: z.number().int().describe('Checks that found an error, and distorted figures.'),
      warnings: z.number().int(),
    }),
    findings: z.array(TextFinding),
    words: z.array(Finding).describe('Older terms in the text, each with its span.'),
  })
  .meta({ id: 'TextCheck' });
export type TextCheck = z.infer<typeof TextCheck>;

export const CheckTextBody = z.strictObject({ text: z.string().min(1).max(TEXT_MAX) }).meta({ id: 'CheckTextBody' });

export const CheckTextParameters = z.strictObject({
  all: z.boolean().default(false).describe('Also the numbers that are no statistics, each with why.'),
});

// What somebody says of a match that is wrong.

export const REPORT_MOST = { sentence: 600, figure: 200, reason: 500, note: 2000 } as const;

const Plain = z.string().transform((text) => plainText(text).trim());
const OneLine = Plain.transform((text) => text.replace(/\s+/g, ' '));
/** What somebody typed, within so many characters; null where it is nothing. */
const Typed = (most: number) => Plain.pipe(z.string().max(most, `must have at most ${most} characters`));
/** A claim as somebody types it. */
const TypedClaim = Plain.transform((text) => text.toUpperCase() || null).refine(
  (id) => id === null || ClaimId.safeParse(id).success,
  'must be the id of a claim, such as C12',
);

/** The form with which anybody reports a wrong match. A sentence that is too long is cut down around its figure. */
export const MatchReportForm = z
  .strictObject({
    sentence: OneLine.pipe(z.string().min(1)),
    figure: OneLine.pipe(z.string().min(1).max(REPORT_MOST.figure)),
    verdict: TextVerdict,
    matched: TypedClaim.describe('The claim that the figure was taken for; empty when none was found.'),
    expected: TypedClaim.default(null).describe('The claim that is meant.'),
    reason: Typed(REPORT_MOST.reason)
      .transform((text) => text || null)
      .default(null),
  })
  .transform((report) => ({
    ...report,
    sentence: aroundFigure(report.sentence, report.figure, REPORT_MOST.sentence),
  }));
export type NewMatchReport = z.output<typeof MatchReportForm>;

/** What it is answered with. */
export type MatchReportState = { sent: boolean; form: FormState | null };

export const SettleForm = z.object({
  report: z.coerce.number().int().min(1).max(2_147_483_647),
  note: Typed(REPORT_MOST.note).pipe(z.string().min(1, 'must say what you found')),
});

export const MatchReportFilters = z.object({
  state: z.enum(['open', 'settled']).default('open'),
  page: z.number().int().min(1).max(10_000).default(1),
});
export type MatchReportFilters = z.infer<typeof MatchReportFilters>;

const NamedClaim = z.object({ id: ClaimId, statement: z.string().nullable().describe('Null: it is not public now.') });

export const MatchReport = z.object({
  id: z.number().int(),
  at: z.iso.datetime({ offset: true }),
  /** Null once the report is old and settled. */
  sentence: z.string().nullable(),
  figure: z.string(),
  verdict: TextVerdict,
  matched: NamedClaim.nullable(),
  expected: NamedClaim.nullable(),
  reason: z.string().nullable(),
  senderName: z.string().nullable(),
  settled: z.object({ at: z.iso.datetime({ offset: true }), by: z.string(), note: z.string() }).nullable(),
});
export type MatchReport = z.infer<typeof MatchReport>;
