import { shortPeriodText } from '../../domain/series-text';
import type { Look } from './chart';
import { element, textLine } from './markup';
import { isLogarithmic, tickText, type ValueScale, valueScale, valueTicks } from './series-axes';
import { claimLabel, extent, halo, isMuted, levelColour, linked, mark, markValues, REACH, TEXT } from './series-marks';
import type { Member } from './series-time-panel';
import { shortened, textWidth } from './text-fit';

const LINE = 16;
const PAD = 12;

/** A row each: figures of one kind and unit that differ in more than their time. No axis of time, and no line. */
export function rowPanel(group: readonly Member[], look: Look): { height: number; body: string } {
  const x = valueScale(group, [PAD, look.width - PAD]);
  let end = 0;
  const rows = group.map((claim) => {
    const { height, body } = row(claim, look, x);
    const placed = element('g', { transform: `translate(0 ${end})` }, body);
    end += height;
    return placed;
  });
  return { height: end + 34, body: [axis(group, look, x, end), ...rows].join('') };
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

/** Place, period, whole and number of the claim: on one line where there is room beside the figure, else on two. */
function aboutLines(claim: Member, look: Look, room: number): string[] {
  const whole = claim.figure.of === null ? [] : [`of ${claim.figure.of}`];
  const where = [claim.geography.name, shortPeriodText(claim.period)];
  const one = [...where, ...whole, claim.id].join(' · ');
  if (whole.length === 0 || textWidth(one, TEXT) * 1.04 <= room) return [shortened(one, room / 1.04, TEXT)];
  return [
    shortened([...where, claim.id].join(' · '), room / 1.04, TEXT),
    ...whole.map((text) => shortened(text, look.width / 1.04, TEXT)),
  ];
}

function row(claim: Member, look: Look, x: ValueScale): { height: number; body: string } {
  const { palette, width } = look;
  const value = claimLabel(claim);
  const about = aboutLines(claim, look, width - textWidth(value, TEXT) * 1.08 - 16);
  const middle = about.length * LINE + LINE;
  const { low, high } = extent(claim);
  const bar = { stroke: levelColour(look, claim.reliability), 'stroke-width': 2 };
  const bold = { fill: palette.ink, 'font-weight': 600, 'text-anchor': 'end' };
  const [first = '', ...others] = about;
  const parts = [
    element('line', { x1: 0, x2: width, y1: 0, y2: 0, stroke: palette.line }),
    element('rect', { x: 0, y: middle - REACH, width, height: 2 * REACH, fill: 'none', 'pointer-events': 'all' }),
    textLine(first, { x: 0, y: LINE, fill: palette.muted, ...halo(palette) }),
    textLine(value, { x: width, y: LINE, ...halo(palette), ...bold }),
    ...others.map((text) => textLine(text, { x: 0, y: 2 * LINE, fill: palette.muted, ...halo(palette) })),
    low < high
      ? element('line', {
          ...bar,
          x1: x(low),
          x2: x(high),
          y1: middle,
          y2: middle,
          'stroke-dasharray': isMuted(claim) ? '3 2' : undefined,
        })
      : '',
    ...markValues(claim).map((point) => mark(look, x(point), middle, claim.reliability, isMuted(claim))),
  ];
  const seen = [first, value, ...others].join(' ');
  return { height: middle + 14, body: linked(look, claim, parts.join(' '), true, seen) };
}
