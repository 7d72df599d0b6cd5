import { shortPeriodText } from '../../domain/series-text';
import type { Look } from './chart';
import { element, textLine } from './markup';
import { isLogarithmic, tickText, type ValueScale, valueScale, valueTicks } from './series-axes';
import { claimLabel, extent, isMuted, levelColour, linked, mark, markValues, REACH, TEXT } from './series-marks';
import type { Member } from './series-time-panel';
import { shortened, textWidth } from './text-fit';

const ROW = 46;
const PAD = 12;

/** A row each: figures of one kind and unit that differ in more than their time. No axis of time, and no line. */
export function rowPanel(group: readonly Member[], look: Look): { height: number; body: string } {
  const end = group.length * ROW;
  const x = valueScale(group, [PAD, look.width - PAD]);
  return {
    height: end + 34,
    body: [axis(group, look, x, end), ...group.map((claim, index) => row(claim, index, look, x))].join(''),
  };
}

function axis(group: readonly Member[], { palette, width }: Look, x: ValueScale, end: number): string {
  const ticks = valueTicks(x, isLogarithmic(group), width < 600 ? 3 : 8);
  return ticks
    .map((tick) => {
      const at = x(tick);
      const text = tickText(tick, group);
      const half = (textWidth(text, TEXT) * 1.04) / 2;
      const middle = Math.min(Math.max(at, half), width - half);
      return (
        element('line', { x1: at, x2: at, y1: 0, y2: end, stroke: palette.line }) +
        textLine(text, { x: middle, y: end + 18, 'font-size': TEXT, fill: palette.muted, 'text-anchor': 'middle' })
      );
    })
    .join('');
}

function row(claim: Member, index: number, look: Look, x: ValueScale): string {
  const { palette, width } = look;
  const top = index * ROW;
  const middle = top + 32;
  const value = claimLabel(claim);
  const about = [
    claim.geography.name,
    shortPeriodText(claim.period),
    ...(claim.figure.of ? [`of ${claim.figure.of}`] : []),
    claim.id,
  ];
  const room = width - textWidth(value, TEXT) * 1.08 - 24;
  const { low, high } = extent(claim);
  const stroke = levelColour(look, claim.reliability);
  const parts = [
    element('line', { x1: 0, x2: width, y1: top, y2: top, stroke: palette.line }),
    element('rect', { x: 0, y: middle - REACH, width, height: 2 * REACH, fill: 'none', 'pointer-events': 'all' }),
    textLine(shortened(about.join(' · '), room, TEXT), { x: 0, y: top + 16, 'font-size': TEXT, fill: palette.muted }),
    textLine(value, {
      x: width,
      y: top + 16,
      'font-size': TEXT,
      fill: palette.ink,
      'font-weight': 600,
      'text-anchor': 'end',
    }),
    low < high
      ? element('line', {
          x1: x(low),
          x2: x(high),
          y1: middle,
          y2: middle,
          stroke,
          'stroke-width': 2,
          'stroke-dasharray': isMuted(claim) ? '3 2' : undefined,
        })
      : '',
    ...markValues(claim).map((point) => mark(look, x(point), middle, claim.reliability, isMuted(claim))),
  ];
  return linked(look, claim, parts.join(''), true);
}
