import type { LineageEdge } from '../../features/lineage/schema';
import type { ColourName } from './palette';
import { wrapped } from './text-fit';

// The lines of a lineage drawing as blocks of text, before they have a place.

/** A text of a line, `dy` below the middle of the line's first text, `dx` from where the words begin. */
export type LineText = {
  text: string;
  dx: number;
  dy: number;
  'font-size': number;
  fill: string;
  'font-weight'?: number;
  'font-style'?: string;
};

export type DrawnLine = {
  /** Citation or later claim it stands for; null for headings and folded groups. */
  key: string | null;
  /** Key of what it is tied to. */
  tiedTo: string | null;
  /** When it came out. */
  issued: string | null;
  isHeading: boolean;
  mark: 'none' | 'origin' | 'untraced' | 'minor' | 'major' | 'unrecorded' | 'folded' | 'later' | 'break';
  colour: ColourName;
  tie: LineageEdge['severity'] | 'line' | null;
  texts: readonly LineText[];
  height: number;
  href: string | null;
  /** What the line says, for who does not see it. */
  label: string;
};

const LINE_HEIGHT = 17;
export const LINE_GAP = 13;

/** How far the words stand from the left: the rest is for the years. */
export function textStart(width: number): number {
  return width > 600 ? 172 : 104;
}

/** Where there is room, what changed stands in a column of its own, beside the tie that it is said of. */
function columns(width: number): { first: number; second: number | null } {
  const room = width - textStart(width);
  return room < 500 ? { first: room, second: null } : { first: 214, second: 232 };
}

export const EMPTY_LINE = {
  key: null,
  tiedTo: null,
  issued: null,
  isHeading: false,
  mark: 'none',
  colour: 'ink',
  tie: null,
  href: null,
  label: '',
} as const;

export type Piece = { text: string; size: number; fill: string; weight?: number; style?: string };

/** Pieces of text under each other, each broken to the width. */
export function block(pieces: readonly Piece[], width: number, dx = 0): { lines: LineText[]; height: number } {
  const lines = pieces.flatMap(({ text, size, fill, weight, style }) =>
    // A little narrower than there is room: the reader's own typeface may be wider than Inter.
    wrapped(text, width * 0.95, size * (weight === 600 ? 1.06 : 1)).map((line) => ({
      text: line,
      dx,
      'font-size': size,
      fill,
      ...(weight === undefined ? {} : { 'font-weight': weight }),
      ...(style === undefined ? {} : { 'font-style': style }),
    })),
  );
  return {
    lines: lines.map((line, index) => ({ ...line, dy: 4.5 + index * LINE_HEIGHT })),
    height: lines.length * LINE_HEIGHT,
  };
}

/** The work and what it prints; beside it, or below where there is no room, what changed on the way to it. */
export function twoBlocks(
  work: readonly Piece[],
  changes: readonly Piece[],
  width: number,
): { lines: LineText[]; height: number } {
  const { first, second } = columns(width);
  if (second === null) return block([...work, ...changes], first);
  const [left, right] = [block(work, first), block(changes, width - textStart(width) - second, second)];
  return { lines: [...left.lines, ...right.lines], height: Math.max(left.height, right.height) };
}
