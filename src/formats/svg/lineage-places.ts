import { scaleLinear } from 'd3-scale';
import { type DrawnLine, textStart } from './lineage-text';

/** Where the mark of a line stands, and the mark it is tied to. */
export type Place = { x: number; y: number; from: { x: number; y: number } | null };

const TOP = 16;
/** A step in the same year still goes to the right. */
const STEP = 6;
/** A year in digits, and some air. */
const TICK_GAP = 34;
/** The line of later estimates runs beside the ties of the origin, and not over them. */
const ASIDE = 5;

/** The year with its fraction: a work of June stands half a year to the right of the beginning of its year. */
function yearNumber(issued: string): number {
  const [year = 0, month] = issued.split('-').map(Number);
  return month === undefined ? year + 0.5 : year + (month - 0.5) / 12;
}

/** Places every line: down in their order, across by year, what has no date at the right. */
export function lineagePlaces(lines: readonly DrawnLine[], width: number) {
  const textAt = textStart(width);
  const dated = lines.flatMap(({ issued }) => (issued === null ? [] : [yearNumber(issued)]));
  const hasUndated = lines.some(({ isHeading, issued, key }) => !isHeading && issued === null && key !== null);
  const right = textAt - (hasUndated ? (width > 600 ? 60 : 46) : 24);
  const [first, last] = [Math.floor(Math.min(...dated)), Math.ceil(Math.max(...dated))];
  const scale = scaleLinear([first, Math.max(last, first + 1)], [16, right]);
  const undatedAt = hasUndated ? textAt - 26 : null;
  const placed = new Map<string, { x: number; y: number }>();
  let y = TOP + 18;
  // The heights first: a ring ties a line to one that stands below it.
  const spots = lines.map((line) => {
    y += line.isHeading ? 10 : 0;
    const at = y;
    y += line.height;
    return at;
  });
  const xOf = ({ issued, tiedTo, tie }: DrawnLine): number => {
    if (issued === null) return undatedAt ?? right;
    const from = tiedTo === null || tie === 'line' ? undefined : placed.get(tiedTo);
    const x = scale(yearNumber(issued));
    return from === undefined || from.x - x > STEP || from.x === undatedAt
      ? x
      : Math.max(x, Math.min(from.x + STEP, right));
  };
  for (const [index, line] of lines.entries()) {
    if (line.key !== null) placed.set(line.key, { x: xOf(line), y: spots[index] ?? 0 });
  }
  const places = lines.map((line, index): Place => {
    const own = line.key === null ? undefined : placed.get(line.key);
    const from = line.tiedTo === null ? undefined : placed.get(line.tiedTo);
    const beside =
      from !== undefined && line.tie === 'line' && line.key !== null ? { ...from, x: from.x - ASIDE } : from;
    return { x: own?.x ?? xOf(line), y: spots[index] ?? 0, from: beside ?? null };
  });
  const axis = {
    ticks: dated.length === 0 ? [] : ticksOf(scale, (undatedAt ?? width) - TICK_GAP - 8),
    undatedAt,
    top: TOP - 4,
    textAt,
  };
  return { axis, places, height: Math.ceil(y) };
}

/** Years at the top, never so close that their words touch. */
function ticksOf(scale: ReturnType<typeof scaleLinear<number, number>>, end: number): { x: number; label: string }[] {
  const ticks: { x: number; label: string }[] = [];
  for (const year of scale.ticks(3).filter(Number.isInteger)) {
    const x = scale(year);
    const before = ticks.at(-1);
    if (x <= end && (before === undefined || x - before.x >= TICK_GAP)) ticks.push({ x, label: String(year) });
  }
  return ticks;
}
