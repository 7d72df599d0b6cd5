import { scaleLinear } from 'd3-scale';
import { breaksWithin, middleOf, type Span, spanOf } from '../../domain/series';
import { breakWord, yearsOf } from '../../domain/series-text';
import type { SeriesDto } from '../../features/series/schema';
import type { Look } from './chart';
import { element, textLine } from './markup';
import { isLogarithmic, tickText, type ValueScale, valueScale, valueTicks, yearTicks } from './series-axes';
import { labels, type Spot } from './series-labels';
import { type Claim, extent, halo, isMuted, levelColour, linked, mark, markValues, REACH, TEXT } from './series-marks';
import { textWidth } from './text-fit';

export type Member = Claim & { definition: string | null };

type Plot = {
  look: Look;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (years: number) => number;
  y: ValueScale;
};

type Placed = { claim: Member; span: Span; x: number; ys: number[] };

/** Years against values: one comparable group of the series. Every claim of it has a number and a date. */
export function timePanel(series: SeriesDto, group: readonly Member[], look: Look): { height: number; body: string } {
  const plot = plotOf(group, look);
  const placed = group.flatMap((claim): Placed[] => {
    const span = spanOf(claim.period);
    return span === null
      ? []
      : [{ claim, span, x: plot.x(middleOf(span)), ys: markValues(claim).map((value) => plot.y(value)) }];
  });
  const gaps = gapsOf(series, group, placed, plot);
  return {
    height: plot.height,
    body: [
      axes(plot, group),
      lines(series, placed, look),
      ...gaps.map(({ body }) => body),
      ...placed.map((point) => pointBody(plot, point, isApart(point, placed))),
      labels(
        look,
        spotsOf(placed, gaps, plot),
        { texts: [...gaps.map(({ text }) => text), ...tickBoxes(plot, group)], lines: gaps.map(({ line }) => line) },
        plot.bottom,
      ),
    ].join(''),
  };
}

function plotOf(group: readonly Member[], look: Look): Plot {
  const height = look.width < 600 ? 310 : 350;
  const [top, bottom] = [34, height - 30];
  const y = valueScale(group, [bottom, top]);
  const words = valueTicks(y, isLogarithmic(group), 5).map((tick) => textWidth(tickText(tick, group), TEXT) * 1.04);
  const [left, right] = [Math.max(...words, 0) + 12, look.width - 14];
  const { first, last } = yearsOf(group) ?? { first: 0, last: 1 };
  const x = scaleLinear([first - 0.2, last + 1.2], [left, right]);
  return { look, height, left, right, top, bottom, x, y };
}

function axes({ look: { palette }, left, right, bottom, x, y }: Plot, group: readonly Member[]): string {
  const { first, last } = yearsOf(group) ?? { first: 0, last: 1 };
  const values = valueTicks(y, isLogarithmic(group), 5).map((tick) => {
    const at = y(tick);
    return (
      element('line', { x1: left, x2: right, y1: at, y2: at, stroke: palette.line }) +
      textLine(tickText(tick, group), {
        x: left - 8,
        y: at + 4,
        'font-size': TEXT,
        fill: palette.muted,
        'text-anchor': 'end',
      })
    );
  });
  const years = yearTicks(first, last, right - left).map((year) => {
    const at = x(year + 0.5);
    return (
      element('line', { x1: at, x2: at, y1: bottom, y2: bottom + 5, stroke: palette['line-strong'] }) +
      textLine(String(year), { x: at, y: bottom + 20, 'font-size': TEXT, fill: palette.muted, 'text-anchor': 'middle' })
    );
  });
  const base = element('line', { x1: left, x2: right, y1: bottom, y2: bottom, stroke: palette['line-strong'] });
  return [...values, base, ...years].join('');
}

/** Where the words of the value axis stand. */
function tickBoxes({ left, y }: Plot, group: readonly Member[]) {
  return valueTicks(y, isLogarithmic(group), 5).map((tick) => ({
    left: 0,
    right: left - 6,
    top: y(tick) - 8,
    bottom: y(tick) + 6,
  }));
}

/** Lines between what the record says goes on, never through a break. */
function lines(series: SeriesDto, placed: readonly Placed[], look: Look): string {
  const at = new Map(placed.map((point) => [point.claim.id, point]));
  return series.joined
    .map(({ from, to }) => {
      const [a, b] = [at.get(from), at.get(to)];
      const [ya, yb] = [a && middle(a.ys), b && middle(b.ys)];
      if (a === undefined || b === undefined || ya === undefined || yb === undefined) return '';
      return element('line', {
        x1: a.x,
        y1: ya,
        x2: b.x,
        y2: yb,
        stroke: look.palette['line-strong'],
        'stroke-width': 1.5,
      });
    })
    .join('');
}

function middle(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The recorded breaks, as a dashed line halfway between the two periods with a word along it. */
function gapsOf(series: SeriesDto, group: readonly Member[], placed: readonly Placed[], plot: Plot) {
  const { palette } = plot.look;
  const at = new Map(placed.map((point) => [point.claim.id, point]));
  const places = new Map<number, { text: string; ids: string[] }>();
  for (const { from, to, note } of breaksWithin(group, series.relations)) {
    const [a, b] = [at.get(from), at.get(to)];
    if (a === undefined || b === undefined) continue;
    const x = Math.round(plot.x((a.span.end + b.span.start) / 2));
    places.set(x, { text: breakWord(note), ids: [...(places.get(x)?.ids ?? []), from, to] });
  }
  return [...places].map(([x, { text, ids }]) => {
    const half = (textWidth(text, TEXT) * 1.04) / 2;
    const alone = [...places.keys()].every((other) => other === x || Math.abs(other - x) > 2 * half + 12);
    const ends = { x1: x, x2: x, y1: alone ? 18 : 6, y2: plot.bottom, stroke: palette.warn, 'stroke-width': 1.5 };
    // Above the line where there is room; along it where breaks follow each other closely.
    const middle = Math.min(Math.max(x, half), plot.look.width - half);
    const placed = alone
      ? { x: middle, y: 12, 'text-anchor': 'middle' }
      : { transform: `translate(${x - 5} 6) rotate(-90)`, 'text-anchor': 'end' };
    return {
      ids,
      line: { left: x - 2, right: x + 2, top: 0, bottom: plot.bottom },
      text: alone
        ? { left: middle - half, right: middle + half, top: 0, bottom: 16 }
        : { left: x - 16, right: x + 3, top: 6, bottom: 2 * half + 10 },
      body:
        element('line', { ...ends, 'stroke-dasharray': '5 4' }) +
        textLine(text, { ...placed, fill: palette.warn, ...halo(palette) }),
    };
  });
}

/** Whether the period is longer than a year, and so gets a bar of its own. */
export function isLong({ period }: Member): boolean {
  const span = spanOf(period);
  return span !== null && span.end - span.start > 1.001;
}

/** One claim: its period and interval as bars, its marks, and a link to it. */
function pointBody({ look, x, y, bottom }: Plot, { claim, span, x: at, ys }: Placed, apart: boolean): string {
  const bars = {
    stroke: levelColour(look, claim.reliability),
    'stroke-width': 2,
    'stroke-dasharray': isMuted(claim) ? '3 2' : undefined,
  };
  const { low, high } = extent(claim);
  const level = middle(ys) ?? bottom;
  const parts = [
    element('rect', {
      x: at - REACH,
      y: level - REACH,
      width: 2 * REACH,
      height: 2 * REACH,
      fill: 'none',
      'pointer-events': 'all',
    }),
    isLong(claim) ? element('line', { x1: x(span.start), x2: x(span.end), y1: level, y2: level, ...bars }) : '',
    low < high ? element('path', { d: capped(at, y(low), y(high)), fill: 'none', ...bars }) : '',
    ...ys.map((mid) => mark(look, at, mid, claim.reliability, isMuted(claim))),
  ];
  return linked(look, claim, parts.join(''), apart);
}

/** A vertical bar with a cap at either end. */
function capped(x: number, low: number, high: number): string {
  const [left, right, from, to] = [x - 5, x + 5, low, high].map((value) => Math.round(value * 10) / 10);
  return `M${left} ${from}H${right}M${left} ${to}H${right}M${Math.round(x * 10) / 10} ${from}V${to}`;
}

function isApart(point: Placed, all: readonly Placed[]): boolean {
  const level = middle(point.ys) ?? 0;
  return all.every(
    (other) =>
      other === point ||
      Math.abs(other.x - point.x) >= 2 * REACH ||
      Math.abs((middle(other.ys) ?? 0) - level) >= 2 * REACH,
  );
}

/** First, last, largest, and the two sides of each break are named before the others. */
function spotsOf(placed: readonly Placed[], gaps: readonly { ids: readonly string[] }[], { y: scale }: Plot): Spot[] {
  const highest = Math.min(...placed.flatMap(({ ys }) => ys));
  const sides = new Set(gaps.flatMap(({ ids }) => ids));
  return placed.map(({ claim, x, ys }, index) => {
    const y = middle(ys) ?? 0;
    const { low, high } = extent(claim);
    const important = index === 0 || index === placed.length - 1 || Math.min(...ys) === highest || sides.has(claim.id);
    return { claim, x, y, top: scale(high), bottom: scale(low), important };
  });
}
