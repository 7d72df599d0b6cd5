import { scaleLinear, scaleLog } from 'd3-scale';
import { inTime } from '../../domain/comparison/breaks';
import { numbersOf } from '../../domain/comparison/chart-rules';
import { comparisonFinding } from '../../domain/comparison/finding';
import { reliabilityText } from '../../domain/comparison/record-aspects';
import { figureText, numberText, unitText } from '../../domain/figure-text';
import { periodText } from '../../domain/period-text';
import { CLAIM_STATUS } from '../../domain/words';
import type { ComparedClaimDto, ComparisonDto } from '../../features/comparison/schema';
import type { Chart, Look } from './chart';
import { element, textLine } from './markup';
import { shortened, textWidth, wrapped } from './text-fit';

type Scale = { at: (value: number) => number; ticks: number[]; left: number; right: number };

const TEXT = 13;
const SMALL = 12;
const LINE = 18;

/**
 * Claims on one axis: a row each with its point, interval or bound, its grade as a mark and a word, and a dashed line
 * where a series breaks. Null where no axis can measure all of them.
 *
 * @param notes for a file, which travels without its page: what keeps the claims from being compared, drawn above the
 *   axis; below it stands what each of them does not measure
 */
export function comparisonChart(
  comparison: ComparisonDto,
  look: Look,
  notes: readonly string[] | null = null,
): Chart | null {
  const { claims, aspects, chart } = comparison;
  if (!chart.drawable) return null;
  const stacked = look.width < 600;
  const scale = scaleOf(claims, chart.scale, stacked ? 12 : 330, look.width - (stacked ? 14 : 40));
  const parts: string[] = [];
  let y = 0;
  for (const line of (notes ?? []).flatMap((note) => wrapped(`× ${note}`, look.width, TEXT))) {
    y += LINE;
    parts.push(textLine(line, { x: 0, y, 'font-size': TEXT, fill: look.palette.warn }));
  }
  y += parts.length > 0 ? 20 : 0;
  const grid: [top: number, bottom: number][] = [];
  for (const claim of inTime(claims)) {
    const broken = comparison.breaks.filter(({ to }) => to === claim.id);
    for (const { from, to } of broken) {
      parts.push(breakLine(`Series break between ${from} and ${to}`, y, look));
      y += 34;
    }
    parts.push(rowOf(claim, y, scale, look, stacked));
    const height = stacked ? 96 : 74;
    // On a phone the words stand above the mark: there the lines of the axis keep clear of them.
    grid.push([stacked ? y + 64 : y, y + height]);
    y += height;
  }
  const axis = axisLines(scale, grid, look, claims, stacked);
  y += 24;
  const below = [
    ...(chart.scale === 'log' ? wrapped(logWords(scale), look.width, SMALL) : []),
    ...(notes === null ? [] : claims.flatMap((claim) => wrapped(caveatOf(claim), look.width, SMALL))),
  ];
  for (const line of below) {
    y += LINE;
    parts.push(textLine(line, { x: 0, y, 'font-size': SMALL, fill: look.palette.muted }));
  }
  const obstacles = aspects.filter(({ verdict }) => verdict === 'forbids' || verdict === 'unknown').length;
  return {
    title: comparisonFinding(claims, obstacles),
    units: `${unitsOf(claims)}. Dot: the figure; line with ends: its interval; bar: a range; arrow: at least or at most.`,
    sources: sourcesOf(claims),
    width: look.width,
    height: y + 8,
    body: `${axis}${parts.join('')}`,
  };
}

function caveatOf({ id, doesNotMeasure }: ComparedClaimDto): string {
  return `${id} does not measure: ${doesNotMeasure.join(' ')}`;
}

function logWords({ ticks: [first = 1, second = 10 * first] }: Scale): string {
  return `Logarithmic axis: each labelled step is ${Math.round(second / first)} times the one before.`;
}

/** Every unit on the axis, as the claims give it. */
function unitsOf(claims: readonly ComparedClaimDto[]): string {
  const units = new Set(claims.map(({ figure }) => unitText(figure) ?? 'Per cent'));
  const text = [...units].join('; ');
  const first = claims[0]?.figure;
  if (first?.kind === 'percentage-points') return 'Percentage points';
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sourcesOf(claims: readonly ComparedClaimDto[]): string {
  return claims
    .map(({ id, origin }) => `${id}: ${origin === null ? 'origin not established' : origin.source.shortName}`)
    .join('; ');
}

function scaleOf(
  claims: readonly ComparedClaimDto[],
  kind: 'linear' | 'log' | null,
  left: number,
  right: number,
): Scale {
  const numbers = claims.flatMap(({ figure }) => numbersOf(figure));
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const count = right - left < 400 ? 3 : 6;
  if (kind === 'log') {
    const scale = scaleLog().domain([least, most]).range([left, right]).nice();
    const powers = scale.ticks().filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9));
    const every = Math.max(1, Math.ceil(powers.length / count));
    return { at: scale, ticks: powers.filter((_, index) => index % every === 0), left, right };
  }
  const domain = [Math.min(0, least), Math.max(0, most) || 1];
  const scale = scaleLinear().domain(domain).range([left, right]).nice(count);
  const ticks = scale.ticks(count);
  // d3 gives about as many as asked for: on a phone twice as many would run into each other.
  const every = count === 3 && ticks.length > 4 ? 2 : 1;
  return { at: scale, ticks: ticks.filter((_, index) => index % every === 0), left, right };
}

function axisLines(
  { at, ticks }: Scale,
  grid: readonly [top: number, bottom: number][],
  { palette }: Look,
  claims: readonly ComparedClaimDto[],
  stacked: boolean,
): string {
  const kind = claims[0]?.figure.kind;
  const suffix = kind === 'percentage' || kind === 'percent-change' ? ' %' : '';
  const bottom = grid.at(-1)?.[1] ?? 0;
  const anchorOf = (index: number) => {
    if (!stacked) return 'middle';
    return index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle';
  };
  return ticks
    .map((tick, index) => {
      const x = at(tick);
      const label = {
        x,
        y: bottom + 18,
        'font-size': SMALL,
        'text-anchor': anchorOf(index),
        fill: palette.muted,
      };
      const lines = grid.map(([y1, y2]) => element('line', { x1: x, x2: x, y1, y2, stroke: palette.line }));
      return lines.join('') + textLine(`${numberText(tick)}${suffix}`, label);
    })
    .join('');
}

function breakLine(text: string, y: number, { palette, width }: Look): string {
  return (
    element('line', {
      x1: 0,
      x2: width,
      y1: y + 8,
      y2: y + 8,
      stroke: palette.warn,
      'stroke-width': 1.5,
      'stroke-dasharray': '6 4',
    }) + textLine(text, { x: 0, y: y + 24, 'font-size': SMALL, 'font-weight': 600, fill: palette.warn })
  );
}

function rowOf(claim: ComparedClaimDto, y: number, scale: Scale, look: Look, stacked: boolean): string {
  const { palette } = look;
  const width = stacked ? look.width : scale.left - 24;
  const status = claim.status === 'current' ? '' : ` · ${CLAIM_STATUS[claim.status].label.toLowerCase()}`;
  const head = shortened(`${claim.id} · ${figureText(claim.figure)}${status}`, width, 14);
  const when = shortened(whenText(claim, width), width, SMALL);
  const colour = claim.status === 'superseded' ? palette.muted : palette.ink;
  return [
    textLine(head, { x: 0, y: y + 20, 'font-size': 14, 'font-weight': 600, fill: colour }),
    textLine(when, { x: 0, y: y + 38, 'font-size': SMALL, fill: palette.muted }),
    gradeMark(claim, 0, y + 56, palette),
    markOf(claim, y + (stacked ? 78 : 36), scale, colour),
  ].join('');
}

/** The period with its label where there is room for both, else its dates alone. */
function whenText({ period }: ComparedClaimDto, width: number): string {
  const whole = periodText(period) ?? 'Period not established';
  return textWidth(whole, SMALL) <= width ? whole : (periodText({ ...period, label: null }) ?? whole);
}

const FILLED = { high: 4, moderate: 3, low: 2, 'very-low': 1, 'not-graded': 0 } as const;

/** The bars of the badge, rising, as many filled as the level has; and its words. */
function gradeMark({ reliability }: ComparedClaimDto, x: number, y: number, palette: Look['palette']): string {
  const colour = palette[`level-${reliability}`];
  const bars = [4, 7, 9, 12].map((height, index) =>
    element('rect', {
      x: x + index * 5,
      y: y - height,
      width: 3,
      height,
      fill: index < FILLED[reliability] ? colour : palette.line,
    }),
  );
  const words = { x: x + 26, y, 'font-size': SMALL, 'font-weight': 600, fill: colour };
  return bars.join('') + textLine(reliabilityText(reliability), words);
}

/** The figure itself. */
function markOf({ figure }: ComparedClaimDto, y: number, { at, left, right }: Scale, colour: string): string {
  const { value, low, high, bound } = figure;
  const parts: string[] = [];
  if (low !== null && high !== null && value === null) {
    const [x, end] = [at(low), at(high)];
    parts.push(element('rect', { x, y: y - 5, width: Math.max(end - x, 3), height: 10, rx: 2, fill: colour }));
  } else if (low !== null || high !== null) {
    const ends = [low, high].filter((end) => end !== null).map(at);
    const [x1, x2] = [
      Math.min(...ends, value === null ? Infinity : at(value)),
      Math.max(...ends, value === null ? 0 : at(value)),
    ];
    parts.push(stroke(x1, x2, y, y, colour));
    for (const x of ends) parts.push(stroke(x, x, y - 6, y + 6, colour));
  }
  const point = value ?? (low === null ? high : high === null ? low : null);
  if (value !== null) parts.push(element('circle', { cx: at(value), cy: y, r: 5.5, fill: colour }));
  if (point === null) return parts.join('');
  const openUp = bound === 'at-least' || (value === null && high === null);
  const openDown = bound === 'at-most' || (value === null && low === null);
  if (openUp) parts.push(arrow(at(point), Math.min(at(point) + 44, right + 12), y, colour));
  if (openDown) parts.push(arrow(at(point), Math.max(at(point) - 44, left - 10), y, colour));
  return parts.join('');
}

function stroke(x1: number, x2: number, y1: number, y2: number, colour: string): string {
  return element('line', { x1, x2, y1, y2, stroke: colour, 'stroke-width': 2 });
}

/** From the number on, into the open. */
function arrow(from: number, to: number, y: number, colour: string): string {
  const back = to > from ? -7 : 7;
  const head = `M${to + back} ${y - 5}L${to} ${y}L${to + back} ${y + 5}`;
  return stroke(from, to, y, y, colour) + element('path', { d: head, fill: 'none', stroke: colour, 'stroke-width': 2 });
}
