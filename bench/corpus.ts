import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DistortionKind } from '../src/domain/citation';

// The labelled sentences under tests/corpus, for the test that holds them to their rules and for npm run eval:text.

export const CORPORA = {
  sentences: 'tests/corpus/sentences.jsonl',
  harder: 'tests/corpus/harder.jsonl',
  ordinary: 'tests/corpus/ordinary.jsonl',
  'held-out': 'tests/corpus/held-out.jsonl',
} as const;

export const CorpusStyle = z.enum(['press-release', 'news', 'report', 'speech', 'question']);
export type CorpusStyle = z.infer<typeof CorpusStyle>;

export const CorpusVerdict = z.enum(['faithful', 'distorted', 'possibly', 'unlisted']);
export type CorpusVerdict = z.infer<typeof CorpusVerdict>;

/** Why a number of the text is no statistic. */
export const NotFigureReason = z.enum([
  'year',
  'date',
  'page',
  'section',
  'law',
  'phone',
  'age',
  'list',
  'identifier',
  'time',
  'address',
  'other',
]);
export type NotFigureReason = z.infer<typeof NotFigureReason>;

/** Words of the text; `nth` says which of their occurrences, counted from 1, where it is not the first. */
const QUOTED = { quote: z.string().min(1), nth: z.int().min(2).optional() };

export const CorpusFigure = z
  .strictObject({
    ...QUOTED,
    claims: z.array(z.string().regex(/^C\d+$/)),
    verdict: CorpusVerdict,
    distortions: z.array(DistortionKind),
  })
  .refine(({ verdict, claims }) => (verdict === 'unlisted') === (claims.length === 0), {
    error: 'names claims exactly where the evidence base has it',
  })
  .refine(({ verdict, distortions }) => (verdict === 'distorted') === distortions.length > 0, {
    error: 'names distortions exactly where the verdict is distorted',
  })
  .refine(({ claims }) => new Set(claims).size === claims.length, { error: 'names each claim once' })
  .refine(({ distortions }) => new Set(distortions).size === distortions.length, {
    error: 'names each distortion once',
  });
export type CorpusFigure = z.infer<typeof CorpusFigure>;

export const CorpusNotFigure = z.strictObject({ ...QUOTED, why: NotFigureReason });
export type CorpusNotFigure = z.infer<typeof CorpusNotFigure>;

export const CorpusSentence = z.strictObject({
  id: z.string().regex(/^[a-z-]+-\d{3}$/),
  style: CorpusStyle,
  text: z.string().min(1),
  figures: z.array(CorpusFigure),
  notFigures: z.array(CorpusNotFigure),
});
export type CorpusSentence = z.infer<typeof CorpusSentence>;

/** Where in a text words stand, from the first character up to but without the last. */
export type CorpusSpan = { start: number; end: number };

/** All sentences of a file. A line that is not of the shape is an error that names the line. */
export function readCorpus(path: string): CorpusSentence[] {
  const sentences: CorpusSentence[] = [];
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (line === '') return;
      const place = `${path}, line ${index + 1}`;
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch (error) {
        throw new Error(`${place}: ${error}`, { cause: error });
      }
      const read = CorpusSentence.safeParse(value);
      if (!read.success) throw new Error(`${place}:\n${z.prettifyError(read.error)}`, { cause: read.error });
      sentences.push(read.data);
    });
  return sentences;
}

/** Where the words of a label stand in its text; null when they do not. */
export function spanOf(text: string, { quote, nth = 1 }: { quote: string; nth?: number }): CorpusSpan | null {
  let start = -1;
  for (let seen = 0; seen < nth; seen++) {
    start = text.indexOf(quote, start + 1);
    if (start < 0) return null;
  }
  return { start, end: start + quote.length };
}

const DIGITS = /\d+/g;
/** A digit, or a separator of one number, so that “1” is no quote of “1,200”. */
const CUTS_BEFORE = /\d[.,]?$/;
const CUTS_AFTER = /^[.,]?\d/;

/** What is wrong with the labels of one sentence, its claims held against the ids of the evidence base. */
export function sentenceFaults(
  { id, style, text, figures, notFigures }: CorpusSentence,
  claims: ReadonlySet<string>,
): string[] {
  const faults: string[] = [];
  const spans: CorpusSpan[] = [];
  const say = (fault: string) => faults.push(`${id}: ${fault}`);

  if (!style.startsWith(id.replace(/-\d+$/, ''))) say(`the id does not begin with the style, ${style}`);
  for (const label of [...figures, ...notFigures]) {
    const span = spanOf(text, label);
    if (!span) {
      say(`“${label.quote}”${label.nth ? ` (${label.nth})` : ''} is not in the text`);
      continue;
    }
    if (CUTS_BEFORE.test(text.slice(0, span.start)) && /^\d/.test(label.quote))
      say(`“${label.quote}” begins within a number`);
    if (CUTS_AFTER.test(text.slice(span.end)) && /\d$/.test(label.quote)) say(`“${label.quote}” ends within a number`);
    if (spans.some(({ start, end }) => start < span.end && span.start < end)) say(`“${label.quote}” is labelled twice`);
    spans.push(span);
  }
  for (const claim of figures.flatMap((figure) => figure.claims)) {
    if (!claims.has(claim)) say(`the evidence base has no claim ${claim}`);
  }
  for (const { 0: digits, index } of text.matchAll(DIGITS)) {
    const labelled = spans.some(({ start, end }) => start <= index && index + digits.length <= end);
    if (!labelled) say(`the number ${digits} at ${index} has no label`);
  }
  return faults;
}
