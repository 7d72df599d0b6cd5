import type { Span } from '../checks/subject';
import type { Block, Sheet, WordingForm } from './sheet';

// Prose names a claim by a token: {{C1}} for its sentence, {{C1 short}}, {{C1 figure}}. What is printed there comes from
// the evidence base, so that it cannot drift.

export type ProsePart =
  | { kind: 'text'; text: string; span: Span }
  | { kind: 'token'; claim: string; form: WordingForm; span: Span }
  /** Looks like a token and names no claim: printed, it would be a hole in a sentence. */
  | { kind: 'broken'; text: string; why: string; span: Span };

const TOKEN = /\{\{([^{}\n]{0,60})\}\}|\{\{|\}\}/g;
const NAMED = /^\s*(C[1-9]\d{0,8})(?:\s*[:\s]\s*(sentence|short|figure))?\s*$/i;

/** Prose, cut where tokens stand, in order and without a gap. Offsets are UTF-16 units in the text. */
export function proseParts(text: string): ProsePart[] {
  const parts: ProsePart[] = [];
  let at = 0;
  const plain = (end: number) => {
    if (end > at) parts.push({ kind: 'text', text: text.slice(at, end), span: { start: at, end } });
  };
  for (const match of text.matchAll(TOKEN)) {
    plain(match.index);
    at = match.index + match[0].length;
    parts.push(partOf(match, { start: match.index, end: at }));
  }
  plain(text.length);
  return parts;
}

function partOf([whole, inside]: RegExpMatchArray, span: Span): ProsePart {
  const named = inside === undefined ? null : NAMED.exec(inside);
  if (named === null) {
    const why =
      inside === undefined
        ? 'Its braces do not close: {{C1}}.'
        : 'It names no claim: write {{C1}}, {{C1 short}} or {{C1 figure}}.';
    return { kind: 'broken', text: whole ?? '', why, span };
  }
  const form = (named[2]?.toLowerCase() ?? 'sentence') as WordingForm;
  return { kind: 'token', claim: (named[1] ?? '').toUpperCase(), form, span };
}

/** The token of a claim. */
export const tokenOf = (claim: string, form: WordingForm) =>
  form === 'sentence' ? `{{${claim}}}` : `{{${claim} ${form}}}`;

/** The claims that a block names, in order, each as often as it is named. */
export function claimsOfBlock(block: Block): string[] {
  if (block.kind === 'claim') return [block.claim];
  return proseParts(block.text).flatMap((part) => (part.kind === 'token' ? [part.claim] : []));
}

/** Every claim that a sheet names, once each, in the order in which they are met. */
export function claimsOfSheet({ blocks }: Pick<Sheet, 'blocks'>): string[] {
  return [...new Set(blocks.flatMap(claimsOfBlock))];
}

/** The same sheet with one claim in the place of another, wherever it is named. Overrides of the old one are given up. */
export function replaceClaim(sheet: Sheet, from: string, to: string): Sheet {
  const blocks = sheet.blocks.map((block): Block => {
    if (block.kind === 'claim') return block.claim === from ? { ...block, claim: to } : block;
    const text = proseParts(block.text)
      .map((part) => (part.kind === 'token' ? tokenOf(part.claim === from ? to : part.claim, part.form) : part.text))
      .join('');
    return claimsOfBlock(block).includes(from) ? { ...block, text } : block;
  });
  return { ...sheet, blocks, overrides: sheet.overrides.filter(({ claim }) => claim !== from) };
}
