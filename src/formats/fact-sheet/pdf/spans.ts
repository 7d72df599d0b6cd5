import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import { lastUpTo } from '../../../domain/text/sorted-place';
import type { Inline, Tongue } from '../print-model';
import type { Face } from './fonts';
import { TONES } from '../tones';

// A paragraph as one string: who said which part of it, in which direction it runs, where a line may end.

export type TextStyle = Face & { size: number; leading: number; colour: string };

/** A part of a paragraph that differs from the rest by its look, its language or where it leads. */
export type Span = {
  style: TextStyle;
  /** Raised by this, in points. */
  rise: number;
  href: string | null;
  note: number | null;
  tongue: Tongue;
  /** The colour that its words lie in. */
  wash: string | null;
};

export type Spanned = {
  text: string;
  /** For every UTF-16 unit of the text: its span. */
  spanAt: (index: number) => Span;
  /** For every UTF-16 unit: its level (Unicode Standard Annex 9). Null: all from left to right. */
  levels: Uint8Array | null;
  /** Whether a line may end before this unit. */
  mayBreakBefore: (index: number) => boolean;
};

const bidi = bidiFactory();
const LINK = '#0d5866';
const ISOLATES = { ltr: '\u2066', rtl: '\u2067', end: '\u2069' };

/** Any letter or mark of direction that could make a line run from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202b\u202e\u2067\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export function spanned(inlines: readonly Inline[], style: TextStyle, direction: 'ltr' | 'rtl'): Spanned {
  const spans: { from: number; span: Span }[] = [];
  let text = '';
  for (const [index, inline] of inlines.entries()) {
    spans.push({ from: text.length, span: spanOf(inline, style) });
    text += textOf(inline, inlines[index - 1], direction);
  }
  const isMixed = direction === 'rtl' || RIGHT_TO_LEFT.test(text);
  const spanStarts = spans.map(({ from }) => from);
  const plain: Span = { style, rise: 0, href: null, note: null, tongue: null, wash: null };
  let last = 0;
  return {
    text,
    // Asked in the order of the text: mostly, it is the same span as before.
    spanAt: (index) => {
      if (index < (spanStarts[last] ?? 0) || index >= (spanStarts[last + 1] ?? text.length)) {
        last = lastUpTo(spanStarts, index);
      }
      return spans[last]?.span ?? plain;
    },
    levels: isMixed ? bidi.getEmbeddingLevels(text, direction).levels : null,
    mayBreakBefore: breaksOf(text),
  };
}

function spanOf(inline: Inline, style: TextStyle): Span {
  if (inline.kind === 'note') {
    const raised = { ...style, family: 'sans' as const, size: style.size * 0.66, colour: LINK };
    return { style: raised, rise: style.size * 0.36, href: null, note: inline.number, tongue: null, wash: null };
  }
  const tone = inline.tone === undefined ? null : TONES[inline.tone];
  const cut: TextStyle = {
    ...style,
    weight: inline.strong ? 600 : style.weight,
    isItalic: inline.emphasis ? !style.isItalic : style.isItalic,
    colour: inline.href !== undefined ? LINK : tone === null ? style.colour : tone.ink,
  };
  const { href = null, tongue = null } = inline;
  return { style: cut, rise: 0, href, note: null, tongue, wash: tone?.wash ?? null };
}

function textOf(inline: Inline, before: Inline | undefined, direction: 'ltr' | 'rtl'): string {
  // Two marks in a row would be read as one number.
  if (inline.kind === 'note') return before?.kind === 'note' ? `,\u2060${inline.number}` : String(inline.number);
  const text = printable(inline.text);
  const own = inline.tongue?.direction;
  return own === undefined || own === direction ? text : `${ISOLATES[own]}${text}${ISOLATES.end}`;
}

/**
 * What can be printed of a text: control characters and halves of characters become visible replacements, an end of line
 * is a space (paragraphs are blocks of their own), soft hyphens go, and a figure stays in one piece.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r\f\v\u0085\u2028\u2029]+/g, ' ')
    .replace(/\u00ad/g, '')
    .replace(/[\p{Cc}\p{Co}\p{Cs}]/gu, '\ufffd')
    .replace(GROUPED, (figure) => figure.replace(/[ \u2009]/g, '\u00a0'))
    .normalize('NFC');
}

/** A figure in groups of three. In a line from right to left, plain spaces would put the last group first. */
const GROUPED = /(?<![\d.,])\d{1,3}(?:[ \u2009]\d{3})+(?!\d)/g;

/** Writing without spaces between words: a dictionary knows where they end. */
const WITHOUT_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{1,400}/gu;

function breaksOf(text: string): (index: number) => boolean {
  const breaks = new Uint8Array(text.length + 1);
  const breaker = new LineBreaker(text);
  for (let at = breaker.nextBreak(); at !== null; at = breaker.nextBreak()) breaks[at.position] = 1;
  for (const match of text.matchAll(WITHOUT_SPACES)) {
    for (const { index } of words().segment(match[0])) if (index > 0) breaks[match.index + index] = 1;
  }
  return (index) => breaks[index] === 1;
}

let segmenter: Intl.Segmenter | undefined;
const words = () => (segmenter ??= new Intl.Segmenter('th', { granularity: 'word' }));
