import { type GeoProjection, geoNaturalEarth1, geoPath } from 'd3-geo';
import { byCount, countSteps, mapFinding, type PlaceCount, stepOf, stepText } from '../../domain/place-counts';
import type { Chart, Look } from './chart';
import { element, escaped, textLine } from './markup';
import { textWidth } from './text-fit';
import type { WorldShapes } from './world-shapes';

const OPACITY = [0.22, 0.4, 0.58, 0.78, 1];
const [TEXT, PILL, LEGEND_LINE, MARGIN] = [12, 17, 24, 4];
/** In pixels. */
const NEAREST = 0.9;
/** Wide enough for a country's letters beside its number. */
const LETTERS_FROM = 600;

const NOWHERE = [
  [0, 0],
  [0, 0],
] as const;

type Point = { x: number; y: number };
type Label = Point & Spot;

/**
 * Claims by country on a map of the world: each country with a claim is coloured by how many, and has its number beside
 * it. A country too small for the map is a dot; one whose place nobody knows stands in the table alone.
 *
 * @param countries those with a claim; @param total how many countries and territories there are
 */
export function worldMapChart(
  { countries, total, sources }: { countries: readonly PlaceCount[]; total: number; sources: string },
  shapes: WorldShapes,
  { palette, width }: Look,
): Chart {
  const projection = geoNaturalEarth1().fitWidth(width, {
    type: 'FeatureCollection',
    features: shapes.land.map(({ shape }) => shape),
  });
  const path = geoPath(projection).digits(1);
  const height = Math.ceil(
    Math.max(...shapes.land.map(({ shape }) => path.bounds(shape)[1][1]).filter(Number.isFinite)) + MARGIN,
  );
  const counts = new Map(countries.map((country) => [country.code, country]));
  const steps = countSteps(Math.max(1, ...countries.map(({ own }) => own)));
  const land = shapes.land.map(({ code, shape }) => {
    const country = counts.get(code ?? '');
    const filled =
      country === undefined
        ? { fill: palette.line, 'fill-opacity': 0.55 }
        : { fill: palette.accent, 'fill-opacity': OPACITY[stepOf(country.own, steps)] ?? 1 };
    const title = country === undefined ? '' : element('title', {}, escaped(claimsOf(country)));
    return element(
      'path',
      { d: thinned(path(shape) ?? ''), ...filled, stroke: palette.paper, 'stroke-width': 0.6 },
      title,
    );
  });
  const spots = spotsOf(byCount(countries), shapes, projection, width);
  const labels = placed(spots, { width, height });
  const legend = legendOf(steps, width, palette);
  return {
    title: mapFinding(countries, total),
    units: 'Number of claims whose place is that country. Grey: no claim of its own.',
    sources,
    width,
    height: height + 8 + legend.height,
    body: [
      ...land,
      ...spots.filter(({ drawn }) => drawn === null).map((spot) => dotOf(spot, palette)),
      ...labels.flatMap((label) => pillOf(label, palette)),
      element('g', { transform: `translate(0 ${height + 8})` }, legend.body),
    ].join(''),
  };
}

/**
 * The outline without points that lie nearer to the last than anybody sees: most of them, on a small map. A ring always
 * keeps three, so that no island is lost.
 */
function thinned(outline: string): string {
  return outline
    .split('Z')
    .filter((ring) => ring !== '')
    .map((ring) => {
      const points = ring.slice(1).split('L');
      const kept: string[] = [];
      let [lastX, lastY] = [Number.NaN, Number.NaN];
      for (const [i, point] of points.entries()) {
        const [x = 0, y = 0] = point.split(',').map(Number);
        if (kept.length + points.length - i > 3 && Math.hypot(x - lastX, y - lastY) < NEAREST) continue;
        kept.push(point);
        [lastX, lastY] = [x, y];
      }
      return `M${kept.join('L')}Z`;
    })
    .join('');
}

function claimsOf({ name, own }: PlaceCount): string {
  return `${name}: ${own === 1 ? '1 claim' : `${own} claims`}`;
}

/** A country with a claim, and where it is drawn: how large, or null where it is too small for the map. */
type Spot = { text: string; width: number; anchor: Point; drawn: { width: number; height: number } | null };

function spotsOf(
  countries: readonly PlaceCount[],
  { land, middles }: WorldShapes,
  projection: GeoProjection,
  width: number,
): Spot[] {
  const path = geoPath(projection);
  return countries.flatMap(({ code, own }) => {
    const middle = middles.get(code);
    const at = middle === undefined ? null : projection([middle[0], middle[1]]);
    if (!at) return [];
    const text = width >= LETTERS_FROM ? `${code} ${own}` : String(own);
    const shape = land.find((country) => country.code === code)?.shape;
    const [[left, top], [right, bottom]] = shape === undefined ? NOWHERE : path.bounds(shape);
    return [
      {
        text,
        width: textWidth(text, TEXT) + 8,
        anchor: { x: at[0], y: at[1] },
        drawn: shape === undefined ? null : { width: right - left, height: bottom - top },
      },
    ];
  });
}

/** A place for each number: on its country, or as near as there is room, with a line to it. Most claims choose first. */
function placed(spots: readonly Spot[], size: { width: number; height: number }): Label[] {
  const labels: Label[] = [];
  for (const spot of spots) {
    const others = spots.filter((other) => other !== spot).map(({ anchor }) => anchor);
    const free = nearby(spot).find((point) => fits(point, spot.width, { labels, others, size }));
    // Nowhere free: the number stands in the table, and its country is coloured all the same.
    if (free !== undefined) labels.push({ ...free, ...spot });
  }
  return labels;
}

/** Where a label may stand, the nearest first: on a country that is large enough, then round it in widening rings. */
function nearby({ anchor, width, drawn }: Spot): Point[] {
  const rings = Array.from({ length: 14 }, (_, i) => 20 + i * 7);
  const turns = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);
  const roomy = drawn !== null && drawn.width > 2 * width && drawn.height > 3 * PILL;
  return [
    ...(roomy ? [anchor] : []),
    ...rings.flatMap((radius) =>
      turns.map((turn) => ({
        x: anchor.x + Math.cos(turn) * (radius + width / 3),
        y: anchor.y + Math.sin(turn) * radius,
      })),
    ),
  ];
}

/** What a label must keep clear of: the other labels, the countries these belong to, and the edge. */
type Taken = { labels: readonly Label[]; others: readonly Point[]; size: { width: number; height: number } };

function fits(point: Point, width: number, { labels, others, size }: Taken): boolean {
  const half = width / 2;
  const inside =
    point.x >= half && point.x <= size.width - half && point.y >= PILL / 2 && point.y <= size.height - PILL / 2;
  const clear = (other: Point, x: number, y: number) =>
    Math.abs(other.x - point.x) > x || Math.abs(other.y - point.y) > y;
  return (
    inside &&
    labels.every((label) => clear(label, (label.width + width) / 2 + 1, PILL + 1)) &&
    others.every((anchor) => clear(anchor, half + 3, PILL / 2 + 3))
  );
}

function dotOf({ anchor }: Spot, palette: Look['palette']): string {
  return element('circle', { cx: anchor.x, cy: anchor.y, r: 4, fill: palette.accent, stroke: palette.paper });
}

function pillOf({ x, y, text, width, anchor }: Label, palette: Look['palette']): string[] {
  const line = { stroke: palette.ink, 'stroke-width': 0.8 };
  const moved = Math.hypot(x - anchor.x, y - anchor.y) > 2;
  return [
    ...(moved
      ? [
          element('line', { x1: anchor.x, y1: anchor.y, x2: x, y2: y, ...line }),
          element('circle', { cx: anchor.x, cy: anchor.y, r: 2, fill: palette.ink }),
        ]
      : []),
    element('rect', {
      x: x - width / 2,
      y: y - PILL / 2,
      width,
      height: PILL,
      rx: 3,
      fill: palette.paper,
      stroke: palette['line-strong'],
      'stroke-width': 0.8,
    }),
    textLine(text, {
      x,
      y: y + 4.3,
      'font-size': TEXT,
      'font-weight': 600,
      'text-anchor': 'middle',
      fill: palette.ink,
    }),
  ];
}

/** What the colours mean, in as many lines as the width needs. */
function legendOf(steps: readonly number[], width: number, palette: Look['palette']) {
  let [x, y] = [0, 0];
  const entry = (text: string, fill: Record<string, string | number>) => {
    const needed = 26 + textWidth(text, TEXT) + 18;
    if (x > 0 && x + needed > width) [x, y] = [0, y + LEGEND_LINE];
    const drawn = [
      element('rect', { x: x + 0.5, y: y + 4.5, width: 18, height: 13, stroke: palette['line-strong'], ...fill }),
      textLine(text, { x: x + 25, y: y + 15.5, 'font-size': TEXT, fill: palette.ink }),
    ].join('');
    x += needed;
    return drawn;
  };
  const body = [
    ...steps.map((_, i) =>
      entry(`${stepText(i, steps)}${i === 0 ? ' claim' : ''}`, {
        fill: palette.accent,
        'fill-opacity': OPACITY[i] ?? 1,
      }),
    ),
    entry('none', { fill: palette.line, 'fill-opacity': 0.55 }),
  ].join('');
  return { body, height: y + LEGEND_LINE };
}
