import { leftOutText } from '../../domain/left-out-figures';
import { VERDICT_WORDS } from '../../domain/text-check/verdict-words';
import type { TextCheck, TextFinding } from '../../features/text-checks/schema';
import { counted } from '../../lib/counted';
import { pageFinder } from '../../domain/text/page-finder';
import type { Tone } from '../fact-sheet/print-model';

/** A text with what was found in it. */
export type TextReport = {
  check: TextCheck;
  text: string;
  /** Where each page of it begins; null for everything but a PDF. */
  pageStarts: readonly number[] | null;
  /** Of the file, or of where else the text came from. */
  name: string;
  /** Address of the site whose evidence base was asked, without a slash at the end. */
  site: string;
  /** ISO date of the check. */
  today: string;
};

/** A file that could not be read or checked, and why. */
export type Unread = { name: string; message: string };

/** `page`: from 1; null where the text has no pages. */
export type NumberedFinding = TextFinding & { number: number; page: number | null };

/** The figures in the order of the text, numbered from 1; and the numbers that are no statistics. */
export function numberedFindings({ check, pageStarts }: Pick<TextReport, 'check' | 'pageStarts'>): {
  figures: NumberedFinding[];
  others: TextFinding[];
} {
  const pageOf = pageFinder(pageStarts);
  const ordered = [...check.findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const figures = ordered.filter(({ verdict }) => verdict !== 'not-a-figure');
  return {
    figures: figures.map((finding, index) => ({ ...finding, number: index + 1, page: pageOf(finding.span.start) })),
    others: ordered.filter(({ verdict }) => verdict === 'not-a-figure'),
  };
}

/** The verdicts in the order in which they ask for something to be done. */
export const VERDICTS = ['distorted', 'possibly', 'unlisted', 'faithful'] as const;

/** The colour of each verdict. */
export const TONE_OF: Readonly<Record<TextFinding['verdict'], Tone>> = {
  faithful: 'right',
  distorted: 'wrong',
  possibly: 'open',
  unlisted: 'unknown',
  'not-a-figure': 'unknown',
};

export function summaryText({ summary }: TextCheck): string {
  const parts = VERDICTS.map((verdict) => `${summary[verdict]} ${VERDICT_WORDS[verdict].label.toLowerCase()}`);
  const checks = [counted(summary.errors, 'error'), counted(summary.warnings, 'warning')];
  const left = summary.leftOut === 0 ? '' : ` ${leftOutText(summary.leftOut)}`;
  return `${counted(summary.figures, 'figure')}: ${parts.join(', ')}. ${checks.join(', ')}.${left}`;
}

/** What a report is, and what it is not. */
export const DISCLAIMER =
  'Found by rules, not by people: each verdict shows what it rests on, so look at that before you rely on it. “No source known” means that none is known here; it does not mean that the figure is false. “Faithful” means that no change was found against the claim; how far the claim itself can be relied on is its grade.';

/** Text without the characters that turn around how others are seen: a report shows a text as it is read. */
export function steady(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** So much of a sentence as says where the figure stands, in characters to each side. */
const AROUND = 160;

/** The sentence around a figure, on one line, cut where it is long. */
export function contextOf(text: string, { span, sentence }: Pick<TextFinding, 'span' | 'sentence'>): string {
  const before = text.slice(Math.min(sentence.start, span.start), span.start);
  const after = text.slice(span.end, Math.max(sentence.end, span.end));
  const start = before.length <= AROUND ? before : `… ${before.slice(-AROUND).replace(/^\S*\s/, '')}`;
  const end = after.length <= AROUND ? after : `${after.slice(0, AROUND).replace(/\s\S*$/, '')} …`;
  return `${start}${text.slice(span.start, span.end)}${end}`.replace(/\s+/g, ' ').trim();
}
