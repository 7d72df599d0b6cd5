import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontFromWoff } from './woff';
import { type OpenFont, openFont } from './writer';

// Which font has which character. Each family comes as many small files, one for a range of characters; a file is read
// when the first character from its range is printed, and kept: a few hundred kilobytes, whatever is printed.

/** Cut of letters: with serifs for text, without for labels and tables. */
export type Face = { family: 'serif' | 'sans'; weight: 400 | 600; isItalic: boolean };

export type FontFile = { key: string; font: OpenFont; shapes: Map<string, Shape> };

/** Glyphs in the order in which they are read. Places and widths are in ems. */
export type Shape = {
  text: string;
  glyphs: { id: number; codePoints: number[]; advance: number; x: number; y: number }[];
  width: number;
};

const FONTS = join(process.cwd(), 'node_modules', '@fontsource');

type Family = { name: string; hasItalic: boolean; whole?: string };

const SERIF: Family = { name: 'source-serif-4', hasItalic: true };
const SANS: Family = { name: 'inter', hasItalic: true };
/** Asked in this order. `whole`: one file with most of a family's characters, so that a sentence is not cut to shreds. */
const OTHERS: readonly Family[] = [
  { name: 'noto-sans', hasItalic: true },
  { name: 'noto-sans-arabic', hasItalic: false },
  { name: 'noto-sans-hebrew', hasItalic: false },
  { name: 'noto-sans-thai', hasItalic: false },
  { name: 'noto-sans-sc', hasItalic: false, whole: 'chinese-simplified' },
  { name: 'noto-sans-kr', hasItalic: false, whole: 'korean' },
];
const FAMILIES = { serif: [SERIF, SANS, ...OTHERS], sans: [SANS, SERIF, ...OTHERS] };

type Range = { from: number; to: number; subset: string };

const ranges = new Map<string, Range[]>();
const files = new Map<string, FontFile>();
/** For each face, by its number. */
const found = Array.from({ length: 8 }, () => new Map<number, FontFile | null>());

/** A font with this character in this face, or in the one nearest to it; null: no font has it. */
export function fontFor(codePoint: number, face: Face): FontFile | null {
  const number = (face.family === 'serif' ? 0 : 4) + (face.weight === 400 ? 0 : 2) + (face.isItalic ? 1 : 0);
  const known = found[number] as Map<number, FontFile | null>;
  const before = known.get(codePoint);
  if (before !== undefined) return before;
  const file = findFont(codePoint, face);
  known.set(codePoint, file);
  return file;
}

function findFont(codePoint: number, face: Face): FontFile | null {
  for (const family of FAMILIES[face.family]) {
    for (const subset of subsetsFor(codePoint, family)) {
      const file = fileOf(family, subset, face);
      if (file.font.hasGlyphForCodePoint(codePoint)) return file;
    }
  }
  return null;
}

function subsetsFor(codePoint: number, family: Family): string[] {
  const subsets = rangesOf(family.name)
    .filter(({ from, to }) => from <= codePoint && codePoint <= to)
    .map(({ subset }) => subset);
  const isOfWhole = family.whole !== undefined && subsets.some((subset) => /^\d+$/.test(subset));
  return isOfWhole ? [family.whole ?? '', ...subsets] : subsets;
}

/** From the list that comes with the family: `{ "latin": "U+0000-00FF,U+0131", "[4]": … }`. */
function rangesOf(name: string): Range[] {
  const known = ranges.get(name);
  if (known !== undefined) return known;
  const listed = JSON.parse(readFileSync(join(FONTS, name, 'unicode.json'), 'utf8')) as Record<string, string>;
  const read = Object.entries(listed).flatMap(([subset, list]) =>
    list.split(',').map((range) => {
      const [from = 'x', to = from] = range.replace(/^u\+/i, '').split('-');
      return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), subset: subset.replace(/[[\]]/g, '') };
    }),
  );
  ranges.set(name, read);
  return read;
}

function fileOf(family: Family, subset: string, face: Face): FontFile {
  const style = face.isItalic && family.hasItalic ? 'italic' : 'normal';
  const key = `${family.name}-${subset}-${face.weight}-${style}`;
  const known = files.get(key);
  if (known !== undefined) return known;
  const woff = readFileSync(join(FONTS, family.name, 'files', `${key}.woff`));
  const file = { key, font: openFont(fontFromWoff(woff)), shapes: new Map() };
  files.set(key, file);
  return file;
}
