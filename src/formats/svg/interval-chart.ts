import { scaleLinear } from 'd3-scale';
import type { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { figureText, intervalText, numberText, unitText } from '../../domain/figure-text';
import { periodText } from '../../domain/period-text';
import { INTERVAL_KIND } from '../../domain/words';
import type { Chart, Look } from './chart';
import { element, textLine } from './markup';

const HEIGHT = 96;
const AXIS = 64;

/** One figure with its low and high on an axis from nought. Null where the claim has no interval. */
export function intervalChart(claim: SheetClaim, { palette, width }: Look): Chart | null {
  const { figure } = claim;
  const { value, low, high } = figure;
  if (low === null || high === null || high <= low) return null;
  const scale = scaleLinear()
    .domain([Math.min(0, low), Math.max(0, high)])
    .nice()
    .range([12, width - 60]);
  const at = (number: number) => scale(number);
  const line = (x1: number, x2: number, y: number, stroke: string, thick: number) =>
    element('line', { x1, x2, y1: y, y2: y, stroke, 'stroke-width': thick, 'stroke-linecap': 'round' });
  const ticks = scale.ticks(Math.min(6, Math.floor(width / 110)));
  const body = [
    line(scale.range()[0] ?? 0, scale.range()[1] ?? width, AXIS, palette.muted, 1),
    ...ticks.map((tick) =>
      textLine(numberText(tick), {
        x: at(tick),
        y: AXIS + 20,
        'font-size': 12,
        'text-anchor': 'middle',
        fill: palette.muted,
      }),
    ),
    line(at(low), at(high), 36, palette.ink, 4),
    ...(value === null ? [] : [element('circle', { cx: at(value), cy: 36, r: 7, fill: palette.ink })]),
    textLine(figureText(figure), {
      x: value === null ? at(low) : at(value),
      y: 18,
      'font-size': 13,
      'text-anchor': 'middle',
      'font-weight': 600,
      fill: palette.ink,
    }),
  ];
  const interval = intervalText(figure) ?? figureText(figure);
  return {
    title: `${claim.id}: ${interval} ${unitText(figure) ?? ''}`.trim(),
    units: `${figure.interval === null ? 'Interval' : INTERVAL_KIND[figure.interval].label}, ${claim.place.name}, ${periodText(claim.period) ?? 'period not established'}`,
    caveats: [`Does not measure: ${claim.doesNotMeasure.join(' ')}`],
    sources: claim.citation?.work.shortName ?? 'not established',
    width,
    height: HEIGHT,
    body: body.join(''),
  };
}
