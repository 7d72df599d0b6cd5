import bidiFactory from 'bidi-js';
import { type FontFile, fontFor, type Shape } from './fonts';
import { shapeOf } from './shape';
import type { Span, Spanned } from './spans';

// A paragraph in pieces that are never cut: one font, one direction, one span, no place within where a line may end.

export type Atom = {
  span: Span;
  level: number;
  file: FontFile;
  shape: Shape;
  /** What it stands for: differs from the shape's text where no font had a character. */
  source: string;
  /** In points. */
  width: number;
  isSpace: boolean;
  /** Whether a line may end after it. */
  mayEnd: boolean;
};

const bidi = bidiFactory();

/** Printed for a character that no font has. */
const REPLACEMENT = '\ufffd';

/** Seen by nobody: they steer direction and line breaks, or choose between pictures. Joiners are for the font to use. */
const INVISIBLE =
  /^[\u034f\u061c\u115f\u1160\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e0fff}]+$/u;
const JOINER = /^[\u200c\u200d]$/;
const MARK = /^\p{M}$/u;
const SPACE = /^[ \u1680\u2000-\u200a\u205f\u3000]$/;

type Draft = { span: Span; level: number; file: FontFile; text: string; source: string; isSpace: boolean };

export function atomsOf(spanned: Spanned): Atom[] {
  const atoms: Atom[] = [];
  let draft: Draft | null = null;
  const finish = (mayEnd: boolean) => {
    if (draft !== null) atoms.push(atomOf(draft, mayEnd));
    else if (mayEnd && atoms.length > 0) (atoms[atoms.length - 1] as Atom).mayEnd = true;
    draft = null;
  };
  let index = 0;
  for (const character of spanned.text) {
    if (index > 0 && spanned.mayBreakBefore(index)) finish(true);
    const next = draftOf(character, index, spanned, draft);
    if (next !== null) {
      if (draft !== null && !isSame(draft, next)) finish(false);
      if (draft === null) draft = next;
      else {
        (draft as Draft).text += next.text;
        (draft as Draft).source += next.source;
      }
    }
    index += character.length;
  }
  finish(true);
  return atoms;
}

/** One character, with the font that prints it; null: nothing is seen of it. */
function draftOf(character: string, index: number, spanned: Spanned, before: Draft | null): Draft | null {
  if (INVISIBLE.test(character)) return null;
  const span = spanned.spanAt(index);
  const level = spanned.levels?.[index] ?? 0;
  const isSpace = SPACE.test(character);
  const plain = { span, level, isSpace, source: character };
  const codePoint = character.codePointAt(0) ?? 0;
  if (before !== null && (JOINER.test(character) || MARK.test(character))) {
    if (before.file.font.hasGlyphForCodePoint(codePoint)) {
      return { ...plain, span: before.span, level: before.level, file: before.file, text: character };
    }
    if (JOINER.test(character)) return null;
  }
  const text = level % 2 === 1 ? (bidi.getMirroredCharacter(character) ?? character) : character;
  const file = fontFor(text.codePointAt(0) ?? 0, span.style);
  if (file !== null) return { ...plain, file, text };
  if (JOINER.test(character)) return null;
  // Spaces of unusual widths are in few fonts.
  const instead = isSpace || /\s/.test(character) ? ' ' : REPLACEMENT;
  const other = fontFor(instead.codePointAt(0) ?? 0, span.style);
  if (other === null) throw new Error('no font has the replacement character: are the fonts installed?');
  return { ...plain, file: other, text: instead };
}

const isSame = (a: Draft, b: Draft) =>
  a.span === b.span && a.level === b.level && a.file === b.file && a.isSpace === b.isSpace;

function atomOf({ span, level, file, text, source, isSpace }: Draft, mayEnd: boolean): Atom {
  const shape = shapeOf(file, text, level % 2 === 1);
  return { span, level, file, shape, source, isSpace, mayEnd, width: shape.width * span.style.size };
}

/** A word that is wider than a line, in pieces of which each may end one. */
export function crumbsOf(atom: Atom): Atom[] {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(atom.source)];
  const texts = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(atom.shape.text)];
  const isReplaced = texts.length !== letters.length;
  return letters.map(({ segment }, index) =>
    atomOf({ ...atom, text: isReplaced ? REPLACEMENT : (texts[index]?.segment ?? segment), source: segment }, true),
  );
}
