import { breaksWithin, type Panels, panelsOf } from '../../domain/series';
import { MEASURE, POPULATION_GROUP } from '../../domain/words';
import type { SeriesDto } from '../../features/series/schema';
import type { Chart, Look } from './chart';
import { element, textLine } from './markup';
import { isLogarithmic } from './series-axes';
import { extent, legend, TEXT } from './series-marks';
import { rowPanel } from './series-row-panel';
import { isLong, type Member, timePanel } from './series-time-panel';
import { wrapped } from './text-fit';

/**
 * A series drawn: a panel for each group of comparable figures over time, then one for each set of figures that share
 * kind and unit and differ in place, group or whole. Null where no two figures can stand on one axis.
 */
export function seriesChart(series: SeriesDto, look: Look): Chart | null {
  const panels = seriesPanels(series);
  const all = [...panels.time, ...panels.rows];
  if (all.length === 0) return null;
  const body: string[] = [];
  let y = 0;
  const place = ({ height, body: drawn }: { height: number; body: string }) => {
    body.push(element('g', { transform: `translate(0 ${y})` }, drawn));
    y += height;
  };
  const drawn = all.flat();
  place(legend(look, drawn, signs(series, panels, look)));
  y += 10;
  for (const group of panels.time) {
    place(heading(group, look, true));
    place(timePanel(series, group, look));
    y += 14;
  }
  for (const group of panels.rows) {
    place(heading(group, look, false));
    place(rowPanel(group, look));
    y += 14;
  }
  return {
    title: series.finding,
    units: unitsText(all, panels.undrawn.length),
    sources: sourcesText(drawn),
    width: look.width,
    height: Math.ceil(y),
    body: body.join(''),
  };
}

function seriesPanels(series: SeriesDto): Panels<Member> {
  return panelsOf(series.points.map(({ claim, definition }) => ({ ...claim, definition })));
}

/** What a panel shows: the unit in bold, then all that its figures share. */
function heading(group: readonly Member[], look: Look, overTime: boolean): { height: number; body: string } {
  const { palette, width } = look;
  const [first] = group;
  if (first === undefined) return { height: 0, body: '' };
  const { figure, population, geography, period } = first;
  const unit = figure.unit.charAt(0).toUpperCase() + figure.unit.slice(1);
  const shared = [
    ...(overTime && figure.of ? [`of ${figure.of}`] : []),
    ...(overTime
      ? [geography.name, POPULATION_GROUP[population.group].label.toLowerCase()]
      : ['one row a figure; rows are no trend']),
    ...(period.measure ? [MEASURE[period.measure].label.toLowerCase()] : []),
    ...(isLogarithmic(group) ? ['logarithmic axis: each line is ten times the one before'] : []),
  ];
  const titles = wrapped(unit, width, 14).map((line, index) =>
    textLine(line, { x: 0, y: 16 + index * 18, 'font-size': 14, 'font-weight': 600, fill: palette.ink }),
  );
  const from = titles.length * 18;
  const lines = wrapped(shared.join(' · '), width, TEXT * 1.04).map((line, index) =>
    textLine(line, { x: 0, y: from + 14 + index * 16, 'font-size': TEXT, fill: palette.muted }),
  );
  return { height: from + lines.length * 16 + 8, body: [...titles, ...lines].join('') };
}

/** What lines and bars mean, as far as they are drawn. */
function signs(series: SeriesDto, panels: Panels<Member>, { palette }: Look) {
  const over = panels.time.flat();
  const timed = new Set(over.map(({ id }) => id));
  const within = ({ from, to }: { from: string; to: string }) => timed.has(from) && timed.has(to);
  const line = (text: string, ends: readonly [number, number], attributes: Record<string, string | number> = {}) => ({
    text,
    symbol: (x: number, y: number) =>
      element('line', {
        x1: x,
        x2: x + 20,
        y1: y + ends[0],
        y2: y + ends[1],
        stroke: palette['line-strong'],
        'stroke-width': 2,
        ...attributes,
      }),
  });
  const bar = {
    text: 'Low to high as stated',
    symbol: (x: number, y: number) =>
      element('path', { d: `M${x + 10} ${y - 8}V${y + 8}`, stroke: palette['line-strong'], 'stroke-width': 2 }),
  };
  const dashed = { stroke: palette.warn, 'stroke-width': 1.5, 'stroke-dasharray': '5 4' };
  return [
    ...([...over, ...panels.rows.flat()].some((claim) => extent(claim).low < extent(claim).high) ? [bar] : []),
    ...(over.some(isLong) ? [line('Bar across: period longer than a year', [0, 0])] : []),
    ...(series.joined.some(within) ? [line('Line: recorded as continuing', [4, -4], { 'stroke-width': 1.5 })] : []),
    ...(panels.time.some((group) => breaksWithin(group, series.relations).length > 0)
      ? [line('Break: no trend across', [0, 0], dashed)]
      : []),
  ];
}

function unitsText(groups: readonly (readonly Member[])[], undrawn: number): string {
  const units = [...new Set(groups.map(([first]) => first?.figure.unit ?? ''))];
  const rest =
    undrawn === 0
      ? ''
      : ` Not drawn: ${undrawn === 1 ? '1 claim' : `${undrawn} claims`} without a number or date, or of a unit that nothing here shares; all stand in the list.`;
  return `Unit: ${units.join('; ')}. Placed by the time that each figure speaks of.${rest}`;
}

/** The works that first stated the figures, each once. */
function sourcesText(members: readonly Member[]): string {
  const names = [...new Set(members.map(({ origin }) => origin?.source.shortName ?? 'origin not established'))];
  const shown = names.slice(0, 8);
  return `${shown.join('; ')}${names.length > shown.length ? `; and ${names.length - shown.length} more, named with each figure` : ''}`;
}
