import type { Segment } from './pdf-segments';

/** Segments that are read together from top to bottom: a column, or what runs across columns. */
export type Block = Segment[];

/** Running text has at least so many lines in a column, of so many letters; cells of a table have less. */
export const LINES_MIN = 3;
export const LETTERS_MIN = 14;
/** Rows below a column go on with it when they have at least this part of the letters that its lines have. */
const LIKE_LINES = 0.6;
/** A gap between rows of more than so many sizes of their letters may part columns from a table. */
const GAP_MIN = 1.6;
/** Columns within columns. */
const DEPTH_MAX = 3;
/** Places tried for a gutter. */
const TRIED_MAX = 24;

/** The blocks of a page that is drawn in some other order than it is read, told from where things stand alone. */
export function blocksOf(segments: readonly Segment[], depth = 0): Block[] {
  const byHeight = [...segments].sort((a, b) => a.y - b.y || a.left - b.left);
  const gutter = depth < DEPTH_MAX ? gutterOf(byHeight) : null;
  if (gutter === null) return byHeight.length === 0 ? [] : [byHeight];
  const isRtl = byHeight.filter((segment) => segment.isRtl).length > byHeight.length / 2;
  return bandsOf(byHeight, gutter).flatMap((band) => {
    if (!band.isColumns) return [band.segments];
    const left = band.segments.filter((segment) => isLeft(segment, gutter));
    const right = band.segments.filter((segment) => !isLeft(segment, gutter));
    return (isRtl ? [right, left] : [left, right]).flatMap((column) => blocksOf(column, depth + 1));
  });
}

const isLeft = ({ right }: Segment, gutter: number) => right <= gutter + 1;
const isRight = ({ left }: Segment, gutter: number) => left >= gutter - 1;
const isAcross = (segment: Segment, gutter: number) => !isLeft(segment, gutter) && !isRight(segment, gutter);

type Band = { segments: Segment[]; isColumns: boolean };

/** A page cut where something runs across the gutter, and where a table begins or ends; columns stay whole. */
function bandsOf(byHeight: readonly Segment[], gutter: number): Band[] {
  const bands: Band[] = [];
  for (const strip of stripsOf(byHeight, gutter)) {
    const last = bands.at(-1);
    const isColumns = !strip.some((segment) => isAcross(segment, gutter)) && areColumns(strip, gutter, last);
    if (last?.isColumns === isColumns) last.segments.push(...strip);
    else bands.push({ segments: [...strip], isColumns });
  }
  return bands;
}

/** Rows without a gap between them and of one kind: all across the gutter, or none. */
function stripsOf(byHeight: readonly Segment[], gutter: number): Segment[][] {
  const strips: Segment[][] = [];
  for (const segment of byHeight) {
    const strip = strips.at(-1);
    const before = strip?.at(-1);
    const goesOn =
      before !== undefined &&
      segment.y - before.y <= GAP_MIN * Math.max(segment.size, before.size) &&
      isAcross(before, gutter) === isAcross(segment, gutter);
    if (goesOn) strip?.push(segment);
    else strips.push([segment]);
  }
  return strips;
}

/** Whether rows are lines of running text. What stands on one side only, below both columns, may be a list or a table. */
function areColumns(strip: readonly Segment[], gutter: number, before: Band | undefined): boolean {
  const left = strip.filter((segment) => isLeft(segment, gutter));
  const right = strip.filter((segment) => isRight(segment, gutter));
  if (left.length > 0 && right.length > 0) return Math.min(lettersOf(left), lettersOf(right)) >= LETTERS_MIN;
  const isLeftOnly = left.length > 0;
  const above = before?.segments.filter((segment) => isLeft(segment, gutter) === isLeftOnly) ?? [];
  if (before?.isColumns !== true || above.length === 0) return false;
  return lettersOf(strip) >= LIKE_LINES * lettersOf(above);
}

/** Letters of a row on average, digits not among them: a row of figures is none of text. */
function lettersOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + lettersIn(text), 0) / Math.max(1, rowsIn(segments).size);
}

export function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** The heights at which something stands, roughly. */
function rowsIn(segments: readonly Segment[]): Set<number> {
  return new Set(segments.map(({ y }) => Math.round(y / 3)));
}

/** Where most rows end before and as many begin after, side by side and with few across; null: there is one column. */
function gutterOf(segments: readonly Segment[]): number | null {
  let best: { x: number; worth: number } | null = null;
  for (const x of placesToTry(segments)) {
    const left = segments.filter((segment) => isLeft(segment, x));
    const right = segments.filter((segment) => isRight(segment, x));
    if (lettersOf(left) < LETTERS_MIN || lettersOf(right) < LETTERS_MIN || !areSideBySide(left, right)) continue;
    const fewer = Math.min(rowsIn(left).size, rowsIn(right).size);
    const across = rowsIn(segments.filter((segment) => isAcross(segment, x))).size;
    if (fewer < LINES_MIN || across > 4 * fewer) continue;
    if (best === null || fewer - across > best.worth) best = { x, worth: fewer - across };
  }
  return best?.x ?? null;
}

/** Where several rows begin under one another. */
function placesToTry(segments: readonly Segment[]): number[] {
  const counts = new Map<number, { count: number; x: number }>();
  for (const { left } of segments) {
    const key = Math.round(left / 3);
    const place = counts.get(key) ?? { count: 0, x: left };
    counts.set(key, { count: place.count + 1, x: Math.min(place.x, left) });
  }
  return [...counts.values()]
    .filter(({ count }) => count >= LINES_MIN)
    .sort((a, b) => b.count - a.count)
    .slice(0, TRIED_MAX)
    .map(({ x }) => x - 1);
}

/** Whether several rows of the one stand at the height of rows of the other. */
function areSideBySide(left: readonly Segment[], right: readonly Segment[]): boolean {
  const span = (column: readonly Segment[]) => [column[0]?.y ?? 0, column.at(-1)?.y ?? 0] as const;
  const [top, end] = [Math.max(span(left)[0], span(right)[0]), Math.min(span(left)[1], span(right)[1])];
  const inside = (column: readonly Segment[]) => column.filter(({ y, size }) => y >= top - size && y <= end + size);
  return rowsIn(inside(left)).size >= LINES_MIN && rowsIn(inside(right)).size >= LINES_MIN;
}
