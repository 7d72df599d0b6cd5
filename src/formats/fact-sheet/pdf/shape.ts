import type { FontFile, Shape } from './fonts';
import type { OpenFont } from './writer';

// A word in glyphs. The same words come again and again, so each is shaped once per font.

/** Words that are remembered per font: a megabyte or two, if ever. */
const SHAPES_MAX = 4000;

/** The glyphs of a piece of text of one font and one direction. */
export function shapeOf(file: FontFile, text: string, isRightToLeft: boolean): Shape {
  const key = isRightToLeft ? `\u200f${text}` : text;
  const known = file.shapes.get(key);
  if (known !== undefined) return known;
  if (file.shapes.size >= SHAPES_MAX) file.shapes.clear();
  const shape = shapeNew(file, text, isRightToLeft);
  file.shapes.set(key, shape);
  return shape;
}

function shapeNew({ font, key }: FontFile, text: string, isRightToLeft: boolean): Shape {
  const features = key.startsWith('inter-') && /\d/.test(text) ? FIGURES_APART : {};
  const run = layoutOf(font, text, isRightToLeft ? 'rtl' : 'ltr', features);
  const em = 1 / font.unitsPerEm;
  let pen = 0;
  const glyphs = run.glyphs.map((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[index] ?? {};
    const x = (pen + xOffset) * em;
    pen += xAdvance;
    return { id: glyph.id, codePoints: glyph.codePoints, advance: glyph.advanceWidth * em, x, y: yOffset * em };
  });
  // fontkit hands them over from left to right; a file is read aloud and copied in the order in which it is written.
  return { text, glyphs: isRightToLeft ? glyphs.reverse() : glyphs, width: pen * em };
}

/**
 * fontkit fails at a mark on a letter for which the font gives it no place: any vowel sign on any letter can be typed.
 * Such words are printed without placing marks, or, where that is not enough, letter by letter.
 */
function layoutOf(
  font: OpenFont,
  text: string,
  direction: 'ltr' | 'rtl',
  wanted: Features,
): ReturnType<OpenFont['layout']> {
  for (const features of [wanted, { ...wanted, ...WITHOUT_MARKS }]) {
    try {
      // undefined: the script is found from the letters.
      return font.layout(text, features, undefined, undefined, direction);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  const glyphs = font.glyphsForString(text);
  if (direction === 'rtl') glyphs.reverse();
  return { glyphs, positions: glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, xOffset: 0, yOffset: 0 })) };
}

type Features = Record<string, boolean>;

/** Inter moves a 1 so near to a point that, printed small, 17.1 is read as 171. */
const FIGURES_APART = { kern: false };

const WITHOUT_MARKS = { mark: false, mkmk: false, abvm: false, blwm: false, curs: false };
