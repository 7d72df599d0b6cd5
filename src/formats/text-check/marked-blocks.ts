import { VERDICT_WORDS } from '../../domain/text-check/verdict-words';
import { markedParagraphs, type Piece } from '../../domain/text/marked-text';
import type { Inline, PrintBlock, Tongue } from '../fact-sheet/print-model';
import { ENGLISH, tongueOf } from '../fact-sheet/tongue';
import { type NumberedFinding, steady, TONE_OF } from './report';

// The text that was checked, as paragraphs in which every figure is marked: in a colour, with a sign and a word, and with
// the number of what is said of it.

/** A line of at least this many characters goes on in the next: it was broken where the page ended. */
const WRAPPED = 45;

export function textBlocks(text: string, figures: readonly NumberedFinding[]): PrintBlock[] {
  return markedParagraphs(text, figures).flatMap(({ pieces }) => linesOf(pieces).map(blockOf));
}

function blockOf(pieces: readonly Piece<NumberedFinding>[]): PrintBlock {
  const tongue = tongueOf(wordsOf(pieces), ENGLISH);
  return {
    kind: 'paragraph',
    role: 'prose',
    inlines: pieces.flatMap((piece) => inlinesOf(piece, tongue)),
    tongue,
  };
}

const wordsOf = (pieces: readonly Piece<NumberedFinding>[]) => pieces.map(({ text }) => text).join('');

/**
 * A paragraph in its lines, where they are the lines of a list, an address or a poem: as soon as one of them, but the
 * last, is short. Others were broken at the edge of a page, and are one paragraph.
 */
function linesOf(pieces: readonly Piece<NumberedFinding>[]): Piece<NumberedFinding>[][] {
  const lines: Piece<NumberedFinding>[][] = [[]];
  for (const { text, mark } of pieces) {
    // A figure may go over the end of a line, and stays whole.
    const parts = mark === null ? text.split('\n') : [text];
    for (const [index, part] of parts.entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, mark });
    }
  }
  const filled = lines.filter((line) => wordsOf(line).trim() !== '');
  const isWrapped = filled.slice(0, -1).every((line) => wordsOf(line).length >= WRAPPED && !isPoint(line));
  const isList = filled.slice(1).some(isPoint);
  return isWrapped && !isList ? [[...pieces]] : filled;
}

const isPoint = (line: readonly Piece<NumberedFinding>[]) => /^\s*(?:[-–—*•▪◦]|\(?\d{1,3}[.)])\s/u.test(wordsOf(line));

function inlinesOf({ text, mark }: Piece<NumberedFinding>, around: Tongue): Inline[] {
  const words = steady(text.replace(/\s*\n\s*/g, ' '));
  if (mark === null) return [{ kind: 'text', text: words }];
  const { sign, label } = VERDICT_WORDS[mark.verdict];
  const tone = TONE_OF[mark.verdict];
  return [
    { kind: 'text', text: words, strong: true, tone, ...(around !== null && { tongue: tongueOf(words, around) }) },
    { kind: 'text', text: ` [${sign} ${label.toLowerCase()}]`, tone, ...(around !== null && { tongue: ENGLISH }) },
    { kind: 'note', number: mark.number },
  ];
}
