import { raised } from '../../domain/text/raised';

/** A piece of text as the PDF draws it: x to the right and y downwards (of the base line), in points. */
export type PdfItem = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  isRtl: boolean;
  isTurned: boolean;
  /** White space was drawn before it. */
  isAfterSpace: boolean;
};

/** Pieces that stand side by side on one base line, nothing but spaces between them. */
export type Segment = { text: string; left: number; right: number; y: number; size: number; isRtl: boolean };

type Placed = { y: number; size: number };

// In sizes of the letters (em).
/** Wider is no space between words, also not in a justified line: a gutter, or the next cell. */
const GAP_MAX = 1;
/** Narrower is none. */
const SPACE_MIN = 0.14;
/** How far base lines of one line differ. */
const SAME_LINE = 0.3;
/** A mark is smaller than this part of the letters beside it, and raised by so much of their size. */
const MARK_SIZE = 0.85;
const RAISED_MIN = 0.1;
const RAISED_MAX = 0.8;

/** Letters of a segment. Longer ones are cut, since each piece that is glued on has the whole looked at again. */
const GLUED_MAX = 200;

/** What may stand above the line as the mark of a note: digits, several of them, and signs between. */
const MARK = /^[\s[(]*\d{1,3}([,;–-]\s?\d{1,3}){0,6}[\s\])]*$/;

/** Puts the pieces of a page together, in the order in which they are drawn. */
export function segmentsOf(items: readonly PdfItem[]): Segment[] {
  const segments: Segment[] = [];
  for (const item of withMarksAtTheirWords(items)) {
    const last = segments.at(-1);
    const next = segmentOf(item);
    const glued = last === undefined ? null : glue(last, next, item.isAfterSpace);
    if (glued === null) segments.push(next);
    else segments[segments.length - 1] = glued;
  }
  return segments;
}

function segmentOf({ text, x, y, width, size, isRtl }: PdfItem): Segment {
  return { text, left: x, right: x + width, y, size: size || 1, isRtl };
}

/** Both as one, where the second goes on with the first; null where it stands somewhere else. */
function glue(first: Segment, second: Segment, isAfterSpace = false): Segment | null {
  const size = Math.max(first.size, second.size);
  if (first.text.length > GLUED_MAX) return null;
  const isRtl = first.isRtl || (second.isRtl && !/[\p{L}]/u.test(first.text));
  const gap = (isRtl ? first.left - second.right : second.left - first.right) / size;
  if (gap > GAP_MAX || gap < -0.6) return null;
  const whole = { left: Math.min(first.left, second.left), right: Math.max(first.right, second.right), isRtl };
  if (isMarkOf(second, first)) return { ...first, ...whole, text: first.text + raised(second.text.trim()) };
  if (isMarkOf(first, second)) {
    return { ...second, ...whole, text: `${raised(first.text.trim())}${gap > SPACE_MIN ? ' ' : ''}${second.text}` };
  }
  const apart = Math.abs(second.y - first.y) / size;
  // Letters that are raised or lowered without being digits ("19th", "CO2") stay with their word.
  const isSmallPart = gap < SPACE_MIN && Math.min(first.size, second.size) < MARK_SIZE * size && apart < RAISED_MAX;
  if (apart > SAME_LINE && !isSmallPart) return null;
  const large = second.size > first.size ? second : first;
  const text = first.text + (needsSpace(first, second, gap, isAfterSpace) ? ' ' : '') + second.text;
  return { ...whole, text, y: large.y, size: large.size };
}

function needsSpace(first: Segment, second: Segment, gap: number, isAfterSpace: boolean): boolean {
  if (/\s/.test(first.text.slice(-1)) || /^\s/.test(second.text)) return false;
  return gap > SPACE_MIN || (isAfterSpace && gap > 0.05);
}

/** Whether one is the mark of a note at the other: smaller, raised, and nothing but numbers. */
function isMarkOf(mark: Segment, text: Segment): boolean {
  return isRaisedAt(mark, text) && MARK.test(mark.text);
}

function isRaisedAt(mark: Placed, text: Placed): boolean {
  const lift = (text.y - mark.y) / text.size;
  const isSmall = mark.size < MARK_SIZE * text.size;
  return isSmall && lift > RAISED_MIN && lift < RAISED_MAX;
}

/** Pairs of a mark and a piece that are looked at on a page: enough for any, and none can make it slow. */
const PAIRS_MAX = 1_000_000;

/** Brings the marks of notes that are drawn at some other time to the words at which they stand. */
function withMarksAtTheirWords(items: readonly PdfItem[]): PdfItem[] {
  const moved = new Map<PdfItem, PdfItem[]>();
  const away = new Set<PdfItem>();
  const marksMax = Math.floor(PAIRS_MAX / Math.max(1, items.length));
  const marks = [...items.entries()].filter(([, { text }]) => MARK.test(text)).slice(0, marksMax);
  for (const [index, item] of marks) {
    const isHost = (other: PdfItem) => isBeside(item, other) && isRaisedAt(item, other);
    const before = items[index - 1];
    if (before !== undefined && isHost(before)) continue;
    const host = items.find((other) => other !== item && isHost(other));
    if (host === undefined) continue;
    moved.set(host, [...(moved.get(host) ?? []), item]);
    away.add(item);
  }
  return items.flatMap((item) => [...(away.has(item) ? [] : [item]), ...(moved.get(item) ?? [])]);
}

function isBeside(mark: PdfItem, text: PdfItem): boolean {
  const gap = text.isRtl ? text.x - (mark.x + mark.width) : mark.x - (text.x + text.width);
  return Math.abs(gap) < 0.3 * text.size;
}
