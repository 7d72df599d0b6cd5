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

/** Seen by nobody: they steer direction and line breaks, or choose between pictures. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;
const SPACE = /^[ \u1680\u2000-\u200a\u205f\u3000]$/;

type Kind = 'letter' | 'space' | 'fixed-space' | 'mark' | 'joiner' | 'invisible';

/** Asked once a character: the same few hundred make up any text. */
const kinds = new Map<string, Kind>();

function kindOf(character: string): Kind {
  const known = kinds.get(character);
  if (known !== undefined) return known;
  const kind = newKindOf(character);
  kinds.set(character, kind);
  return kind;
}

function newKindOf(character: string): Kind {
  // Joiners are for the font to use.
  if (/^[\u200c\u200d]$/.test(character)) return 'joiner';
  if (INVISIBLE.test(character)) return 'invisible';
  if (SPACE.test(character)) return 'space';
  if (/\s/.test(character)) return 'fixed-space';
  return /^\p{M}$/u.test(character) ? 'mark' : 'letter';
}

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
  const kind = kindOf(character);
  if (kind === 'invisible') return null;
  const joins = kind === 'joiner' || kind === 'mark';
  if (joins && before?.file.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) {
    return { ...before, text: character, source: character };
  }
  if (kind === 'joiner') return null;
  const span = spanned.spanAt(index);
  const level = spanned.levels?.[index] ?? 0;
  const isSpace = kind === 'space';
  const text = level % 2 === 1 ? (bidi.getMirroredCharacter(character) ?? character) : character;
  const file = fontFor(text.codePointAt(0) ?? 0, span.style);
  if (file !== null) return { span, level, isSpace, source: character, file, text };
  // Spaces of unusual widths are in few fonts.
  const instead = isSpace || kind === 'fixed-space' ? ' ' : REPLACEMENT;
  const other = fontFor(instead.codePointAt(0) ?? 0, span.style);
  if (other === null) throw new Error('no font has the replacement character: are the fonts installed?');
  return { span, level, isSpace, source: character, file: other, text: instead };
}

/** Longest piece, in UTF-16 units: longer than any word, and short enough to be shaped at once. */
const LENGTH_MAX = 64;

const isSame = (a: Draft, b: Draft) =>
  a.span === b.span &&
  a.level === b.level &&
  a.file === b.file &&
  a.isSpace === b.isSpace &&
  a.text.length < LENGTH_MAX;

function atomOf({ span, level, file, text, source, isSpace }: Draft, mayEnd: boolean): Atom {
  const shape = shapeOf(file, text, level % 2 === 1);
  return { span, level, file, shape, source, isSpace, mayEnd, width: shape.width * span.style.size };
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A word that is wider than a line, in pieces of which each may end one. */
export function crumbsOf(atom: Atom): Atom[] {
  const letters = [...graphemes.segment(atom.source)];
  const texts = [...graphemes.segment(atom.shape.text)];
  const isReplaced = texts.length !== letters.length;
  return letters.map(({ segment }, index) =>
    atomOf({ ...atom, text: isReplaced ? REPLACEMENT : (texts[index]?.segment ?? segment), source: segment }, true),
  );
}
