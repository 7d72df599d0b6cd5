import type { FontFile, Shape } from './fonts';

// A word in glyphs. The same words come again and again, so each is shaped once per font.

/** Words that are remembered per font: a few megabytes. */
const SHAPES_MAX = 20_000;

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

function shapeNew({ font }: FontFile, text: string, isRightToLeft: boolean): Shape {
  // undefined: the script is found from the letters.
  const run = font.layout(text, undefined, undefined, undefined, isRightToLeft ? 'rtl' : 'ltr');
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
