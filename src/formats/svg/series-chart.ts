import { type Panels, panelsOf } from '../../domain/series';
import { shortPeriodText } from '../../domain/series-text';
import { METHOD_KIND, MEASURE, POPULATION_GROUP, RELIABILITY, CLAIM_STATUS } from '../../domain/words';
import type { SeriesDto } from '../../features/series/schema';
import { csvOf } from '../csv';
import type { Chart, Look } from './chart';
import { element, textLine } from './markup';
import { isLogarithmic } from './series-axes';
import { extent, legend, TEXT } from './series-marks';
import { rowPanel } from './series-row-panel';
import { type Member, timePanel } from './series-time-panel';
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
  const line = (x: number, y: number, attributes: Record<string, string | number>) =>
    element('line', {
      x1: x,
      x2: x + 20,
      y1: y,
      y2: y,
      stroke: palette['line-strong'],
      'stroke-width': 2,
      ...attributes,
    });
  const timed = new Set(panels.time.flat().map(({ id }) => id));
  const within = ({ from, to }: { from: string; to: string }) => timed.has(from) && timed.has(to);
  const all = [...panels.time.flat(), ...panels.rows.flat()];
  const long = panels.time
    .flat()
    .some(({ period }) => period.start !== null && period.start.slice(0, 4) !== period.end?.slice(0, 4));
  return [
    ...(all.some((claim) => extent(claim).low < extent(claim).high)
      ? [
          {
            symbol: (x: number, y: number) =>
              element('line', {
                x1: x + 10,
                x2: x + 10,
                y1: y - 8,
                y2: y + 8,
                stroke: palette['line-strong'],
                'stroke-width': 2,
              }),
            text: 'Low to high as stated',
          },
        ]
      : []),
    ...(long
      ? [{ symbol: (x: number, y: number) => line(x, y, {}), text: 'Bar across: period longer than a year' }]
      : []),
    ...(series.joined.some(within)
      ? [
          {
            symbol: (x: number, y: number) => line(x, y + 4, { y2: y - 4, 'stroke-width': 1.5 }),
            text: 'Line: recorded as continuing',
          },
        ]
      : []),
    ...(series.relations.some((relation) => relation.seriesBreak && within(relation))
      ? [
          {
            symbol: (x: number, y: number) =>
              line(x, y, { stroke: palette.warn, 'stroke-width': 1.5, 'stroke-dasharray': '5 4' }),
            text: 'Break: no trend across',
          },
        ]
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

/** The series as a table, one row a claim, with all that a claim must never be without. */
export function seriesCsv(series: SeriesDto): string {
  return csvOf(
    [
      'claim',
      'statement',
      'status',
      'period',
      'period_start',
      'period_end',
      'stock_or_flow',
      'value',
      'low',
      'high',
      'unit',
      'of',
      'figure_kind',
      'population',
      'place',
      'method',
      'reliability',
      'provisional',
      'origin',
      'compared_with',
      'changes',
      'note',
      'does_not_measure',
    ],
    series.points.map(({ claim, comparison }) => [
      claim.id,
      claim.statement,
      CLAIM_STATUS[claim.status].label,
      shortPeriodText(claim.period),
      claim.period.start,
      claim.period.end,
      claim.period.measure,
      claim.figure.value,
      claim.figure.low,
      claim.figure.high,
      claim.figure.unit,
      claim.figure.of,
      claim.figure.kind,
      claim.population.description,
      claim.geography.name,
      METHOD_KIND[claim.methodKind].label,
      RELIABILITY[claim.reliability].label,
      String(claim.grades.provisional),
      claim.origin?.source.title ?? null,
      comparison?.to ?? null,
      comparison?.changes.map(({ text }) => text).join('; ') ?? null,
      comparison?.note ?? null,
      claim.doesNotMeasure.join(' '),
    ]),
  );
}
