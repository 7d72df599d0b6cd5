import type { CheckedClaim, Span, Use } from '../checks/subject';
import { sentencesOf } from '../text/sentences';
import { type ProsePart, proseParts } from './tokens';
import { figureSpan, wordingOf } from './wording';

// Prose as it is read: paragraphs and points of lists, with the words of the claims where their tokens stand.

export type Paragraph = {
  isPoint: boolean;
  parts: ProsePart[];
};

/** Prose in paragraphs. An empty line divides them, and `- ` at the beginning of a line begins a point of a list. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n]+(?:\n(?![ \t]*(?:\n|[-*•][ \t]))[^\n]+)*/g)) {
    const lead = /^[ \t]*(?:[-*•][ \t]+)?/.exec(match[0])?.[0] ?? '';
    const words = match[0].slice(lead.length).trimEnd();
    if (words !== '') found.push({ isPoint: /\S/.test(lead), parts: proseParts(words) });
  }
  return found;
}

type Words = { start: number; part: ProsePart; text: string };

/** What is read where a part stands. A token of a claim that is not there stays as it was typed. */
function read(parts: readonly ProsePart[], claims: ReadonlyMap<string, CheckedClaim>): Words[] {
  let start = 0;
  return parts.map((part) => {
    const claim = part.kind === 'token' ? claims.get(part.claim) : undefined;
    const text =
      part.kind === 'text' || part.kind === 'broken'
        ? part.text
        : claim === undefined
          ? `{{${part.claim}}}`
          : wordingOf(claim, part.form);
    const words = { start, part, text };
    start += text.length;
    return words;
  });
}

/** Characters on either side within which a sentence is looked for: beyond, it is none. */
const SENTENCE_MAX = 800;

/** Where the sentences stand that a part of a text touches: from the first to the end of the last. */
function sentencesAt(text: string, start: number, end: number): Span {
  const from = Math.max(0, start - SENTENCE_MAX);
  const touched = sentencesOf(text.slice(from, end + SENTENCE_MAX)).filter(
    (sentence) => sentence.start + from < end && sentence.end + from > start,
  );
  return { start: from + (touched[0]?.start ?? 0), end: from + (touched.at(-1)?.end ?? 0) };
}

/** Each place where a paragraph uses a claim, with the sentence that a reader reads there. */
export function usesIn(
  { parts }: Paragraph,
  claims: ReadonlyMap<string, CheckedClaim>,
): Omit<Use, 'isCaveatPrinted'>[] {
  const words = read(parts, claims);
  const around = words.map(({ text }) => text).join('');
  return words.flatMap(({ start, part, text }) => {
    const claim = part.kind === 'token' ? claims.get(part.claim) : undefined;
    if (part.kind !== 'token' || claim === undefined) return [];
    const figure = figureSpan(claim, part.form);
    // The wording may hold a full stop within: every sentence that it touches is read with it.
    const touched = sentencesAt(around, start, start + text.length);
    const sentence = around.slice(touched.start, touched.end);
    return [
      {
        claim,
        wording: part.form,
        sentence,
        figure: { start: start - touched.start + figure.start, end: start - touched.start + figure.end },
        around,
      },
    ];
  });
}
