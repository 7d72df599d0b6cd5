import type { Atom } from './atoms';
import type { Shape } from './fonts';
import { point } from './numbers';
import type { EmbeddedFont } from './writer';

type Glyph = Shape['glyphs'][number];

/**
 * A font within one file. A glyph gets a number for each text that it is printed for: the file says of a number what it
 * reads as, and the same picture can be a hyphen or a minus, a bracket or its mirror image, or stand for what no font has.
 */
export class FontInFile {
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<Shape, Map<string, { glyph: Glyph; number: number }[]>>();

  constructor(readonly embedded: EmbeddedFont) {}

  get id() {
    return this.embedded.id;
  }

  /** The glyphs of a word in reading order, so numbered that they read as its text. */
  numbered({ shape, source }: Atom): { glyph: Glyph; number: number }[] {
    const bySource = this.known.get(shape) ?? new Map<string, { glyph: Glyph; number: number }[]>();
    this.known.set(shape, bySource);
    const before = bySource.get(source);
    if (before !== undefined) return before;
    const texts = sharedOut([...source], shape);
    const numbered = shape.glyphs.map((glyph, index) => ({ glyph, number: this.numberOf(glyph, texts[index] ?? '') }));
    bySource.set(source, numbered);
    return numbered;
  }

  private numberOf({ id, advance }: Glyph, text: string): number {
    const key = `${id} ${text}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const { subset, widths, unicode } = this.embedded;
    const first = subset.includeGlyph(id);
    // includeGlyph gives one number a glyph. Another is had by naming the glyph once more.
    const number = unicode[first] === undefined ? first : subset.glyphs.push(id) - 1;
    widths[number] = advance * 1000;
    unicode[number] = [...text].map((character) => character.codePointAt(0) ?? 0);
    this.numbers.set(key, number);
    return number;
  }
}

/** A glyph that is put upon another, and moves nothing on: a dot, a vowel sign, an accent. */
export const isMark = ({ advance }: Glyph) => advance === 0;

/**
 * Which part of a text each glyph reads as: as many characters as the font says it was made from, and all of them in the
 * order of the text, also where a script puts a vowel before the letter that it follows. Marks read as nothing: their
 * characters go to the letter that bears them, so that a word is not torn where one stands above or below the line.
 */
function sharedOut(characters: readonly string[], { glyphs }: Shape): string[] {
  const counts = glyphs.map((glyph) => glyph.codePoints.length);
  for (const [index, glyph] of glyphs.entries()) {
    const bearer = glyphs.findLastIndex((other, at) => at < index && !isMark(other));
    if (!isMark(glyph) || bearer === -1) continue;
    counts[bearer] = (counts[bearer] ?? 0) + (counts[index] ?? 0);
    counts[index] = 0;
  }
  // Where the font counts otherwise, nothing may be lost.
  const last = counts.findLastIndex((count) => count > 0);
  let at = 0;
  return counts.map((count, index) => {
    const from = at;
    at = index === last ? characters.length : Math.min(at + count, characters.length);
    return characters.slice(from, at).join('');
  });
}

/** Glyphs to be shown, with the moves between them: `[<0001>-120<0002>] TJ`. */
export class ShownGlyphs {
  private parts = '';
  private isOpen = false;
  private pen = 0;
  private rise = 0;

  /** A glyph at a place in ems from where the text began, raised by so many points. */
  add(number: number, x: number, rise: number, advance: number) {
    if (Math.abs(rise - this.rise) > 0.01) this.raise(rise);
    const move = Math.round((this.pen - x) * 1000);
    if (!this.isOpen) this.parts += move === 0 ? '[<' : `[${move}<`;
    else if (move !== 0) this.parts += `>${move}<`;
    this.isOpen = true;
    this.parts += `0000${number.toString(16)}`.slice(-4);
    this.pen += -move / 1000 + advance;
  }

  private raise(rise: number) {
    this.pause();
    this.parts += `${point(rise)} Ts `;
    this.rise = rise;
  }

  private pause() {
    if (this.isOpen) this.parts += '>] TJ ';
    this.isOpen = false;
  }

  /** All that is shown. A rise would go on in the texts that follow. */
  end(): string {
    if (this.rise !== 0) this.raise(0);
    this.pause();
    return this.parts;
  }
}
