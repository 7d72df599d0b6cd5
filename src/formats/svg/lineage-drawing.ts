import type { LineageDto } from '../../features/lineage/schema';
import { lineageFinding } from '../../domain/lineage/finding';
import { FOLD_ABOVE, OPEN_MAX } from '../../domain/lineage/outline';
import { RELIABILITY } from '../../domain/words';
import { type Chart, COLUMN, FILE, type Look } from './chart';
import { lineageLines } from './lineage-lines';
import { lineagePlaces, type Place } from './lineage-places';
import type { DrawnLine } from './lineage-text';
import { element, textLine } from './markup';
import type { Palette } from './palette';

const MARK_SIZE = 5.5;
const BEND = 6;

/**
 * The descent of a claim: a line for each place where the figure stands, from left to right by the year it came out,
 * tied to the place it was drawn from. Colour, mark and words say the same at each step.
 *
 * @param isFolded whether large groups show their root and a count only
 */
export function lineageChart(lineage: LineageDto, look: Look, isFolded = lineage.nodes.length > FOLD_ABOVE): Chart {
  const { palette, width } = look;
  const lines = lineageLines(lineage, look, isFolded);
  const { axis, places, height } = lineagePlaces(lines, width);
  const drawn = lines.map((line, index) => {
    const place = places[index];
    return place === undefined ? '' : lineMarkup(line, place, axis.textAt, palette);
  });
  return {
    title: findingOf(lineage),
    units:
      'Each line is a place where the figure stands, from left to right by the year it was published; what drew on a work of the same year stands a little to its right.',
    legend:
      '● origin; ✓ no change found at this step; ◆ minor, ▲ major distortion; ○ found by rule only; dotted ring: untraced, ◇ what is recorded of it; ? no wording to compare; × critic; ◀ rival lineage; ■ later estimate, ‖ break',
    caveats: [caveatOf(lineage.claim)],
    sources: sourcesOf(lineage),
    width,
    height,
    // Ties first: marks and words lie on top of them.
    body: [
      axisMarkup(axis, height, palette),
      ...places.map((place, index) => tieMarkup(lines[index], place, palette)),
      ...drawn,
    ].join(''),
  };
}

/** The whole lineage for a file that stands alone, as wide as a column of text. */
export function lineageFileChart(lineage: LineageDto): Chart {
  return lineageChart(lineage, { ...FILE, width: COLUMN.width }, lineage.nodes.length > OPEN_MAX);
}

/** The finding of the lineage as a sentence. */
export function findingOf({ claim, measures, rivals, nodes, components }: LineageDto): string {
  const own = new Set(nodes.flatMap((node) => (node.claimId === claim.id ? [node.component] : [])));
  const roots = new Set(
    components.flatMap(({ kind, root }, index) => (kind === 'origin' && own.has(index) ? [root] : [])),
  );
  const names = new Set(nodes.filter((node) => roots.has(node.id)).map((node) => node.source.shortName));
  const loops = components.filter((component) => component.kind === 'loop').length;
  return lineageFinding({
    claimId: claim.id,
    support: measures.support,
    rivals,
    nodes,
    root: names.size === 1 ? ([...names][0] ?? null) : null,
    loops,
  });
}

function caveatOf({ id, reliability, provisional, doesNotMeasure }: LineageDto['claim']): string {
  const grade =
    reliability === 'not-graded' ? 'not graded' : `${RELIABILITY[reliability].label.toLowerCase()} reliability`;
  return `${id}: ${grade}${provisional ? ' (provisional)' : ''}. Does not measure: ${doesNotMeasure.join(' ')}`;
}

function sourcesOf({ nodes, successors }: LineageDto): string {
  const works = new Set([
    ...nodes.map((node) => node.source.id),
    ...successors.flatMap(({ origin }) => origin?.id ?? []),
  ]);
  return works.size === 1 ? 'the work named in the drawing' : `the ${works.size} works named in the drawing`;
}

type Axis = ReturnType<typeof lineagePlaces>['axis'];

function axisMarkup({ ticks, undatedAt, top }: Axis, height: number, palette: Palette): string {
  const tick = (x: number, label: string) => [
    element('path', { d: `M${x} ${top + 8}V${height}`, stroke: palette.line, 'stroke-width': 1 }),
    textLine(label, { x, y: top, 'font-size': 12, 'text-anchor': 'middle', fill: palette.muted }),
  ];
  return [
    ...ticks.flatMap(({ x, label }) => tick(x, label)),
    ...(undatedAt === null ? [] : tick(undatedAt, 'no date')),
  ].join('');
}

const TIE_COLOUR = {
  none: 'level-high',
  minor: 'level-low',
  major: 'warn',
  unrecorded: 'muted',
  unknown: 'line-strong',
  line: 'line-strong',
} as const;

/**
 * From the place that was drawn on down, then across to the one that drew on it. Only the part across has the colour
 * of the step: the part down is shared with others.
 */
function tieMarkup(line: DrawnLine | undefined, { x, y, from }: Place, palette: Palette): string {
  if (line === undefined || from === null || line.tie === null) return '';
  const turn = Math.sign(x - from.x) * Math.min(BEND, Math.abs(x - from.x));
  const bend = y > from.y ? BEND : -BEND;
  const dash = line.tie === 'line' ? '6 4' : line.tie === 'unrecorded' ? '3 3' : undefined;
  const part = (d: string, stroke: string) =>
    element('path', { d, fill: 'none', stroke, 'stroke-width': 1.75, 'stroke-dasharray': dash });
  return [
    part(`M${from.x} ${from.y}V${y - bend}`, palette['line-strong']),
    part(`M${from.x} ${y - bend}q0 ${bend} ${turn} ${bend}H${x}`, palette[TIE_COLOUR[line.tie]]),
  ].join('');
}

function lineMarkup(line: DrawnLine, { x, y }: Place, textAt: number, palette: Palette): string {
  const texts = line.texts.map(({ text, dx, dy, ...attributes }) =>
    textLine(text, { x: textAt + dx, y: y + dy, ...attributes }),
  );
  if (line.isHeading) return texts.join('');
  const leader = element('path', { d: `M${x + 9} ${y}H${textAt - 6}`, stroke: palette.line, 'stroke-width': 1 });
  // A space between the lines: without it the last word of one and the first of the next are read as one.
  const inside = [leader, markMarkup(line, x, y, palette), texts.join(' ')].join('');
  return line.href === null ? inside : element('a', { href: line.href, 'aria-label': line.label }, inside);
}

/** The mark at the end of a tie: its shape says what its colour says. */
function markMarkup({ mark, colour }: DrawnLine, x: number, y: number, palette: Palette): string {
  const r = MARK_SIZE;
  const fill = palette[colour];
  const outline = { fill: palette.paper, stroke: fill, 'stroke-width': 2 };
  switch (mark) {
    case 'origin':
      return element('circle', { cx: x, cy: y, r: r + 1.5, fill });
    case 'untraced':
      return element('circle', { cx: x, cy: y, r, ...outline, 'stroke-dasharray': '2.5 2' });
    case 'major':
      return element('path', { d: `M${x} ${y - r - 1}L${x + r + 1} ${y + r}H${x - r - 1}Z`, fill });
    case 'minor':
      return element('path', { d: `M${x} ${y - r - 1}L${x + r + 1} ${y}L${x} ${y + r + 1}L${x - r - 1} ${y}Z`, fill });
    case 'unrecorded':
      return element('circle', { cx: x, cy: y, r, ...outline });
    case 'later':
    case 'break':
      return (
        element('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, fill }) +
        (mark === 'break' ? breakMarkup(x, y, palette) : '')
      );
    case 'folded':
      return element('g', {}, [
        element('circle', { cx: x - 4, cy: y, r: r - 1, ...outline }),
        element('circle', { cx: x + 2, cy: y, r: r - 1, ...outline }),
      ]);
    default:
      return element('circle', { cx: x, cy: y, r, fill });
  }
}

/** Two strokes across the line, as a break is drawn on an axis. */
function breakMarkup(x: number, y: number, palette: Palette): string {
  const stroke = (at: number) => `M${at - 3} ${y + 6}L${at + 3} ${y - 6}`;
  return element('path', { d: `${stroke(x - 13)}${stroke(x - 17)}`, stroke: palette.warn, 'stroke-width': 1.75 });
}
