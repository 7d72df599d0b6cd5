import { Graph, layout } from '@dagrejs/dagre';
import { curveMonotoneX, line as lineThrough } from 'd3-shape';
import type { NetworkEdge, NetworkNode } from '../../features/network/schema';
import type { Look } from './chart';
import { element, textLine } from './markup';
import type { Drawing, Part } from './network-chart';
import { nodeLink } from './network-node';
import type { Palette } from './palette';
import { shortened, textWidth, wrapped } from './text-fit';

const [NODE_WIDTH, NODE_HEIGHT_MIN, TEXT, LABEL] = [142, 30, 13, 12];
const LINE = { thinnest: 1.5, thickest: 11, gap: 4 };
const LEGEND_LINE = 22;

/** How far the drawing may be pressed together before lines become too steep to follow. */
const PRESSED_MIN = 0.9;

/** Room for half an outline at either side. */
const MARGIN = 1;

type Point = { x: number; y: number };
type Box = { node: NetworkNode; x: number; y: number; height: number; lines: string[] };
type Route = { edge: NetworkEdge; width: number; points: Point[]; label: Point };

/** The part in layers; null where it needs more layers than the width holds. */
export function drawLayers(part: Part, { palette, width }: Look): Drawing | null {
  const { boxes, routes, size } = laidOut(part);
  const free = size.width - NODE_WIDTH;
  const stretch = free <= 0 ? 1 : (width - 2 * MARGIN - NODE_WIDTH) / free;
  if (stretch < PRESSED_MIN) return null;
  const across = <P extends Point>(point: P): P => ({
    ...point,
    x: MARGIN + NODE_WIDTH / 2 + (point.x - NODE_WIDTH / 2) * Math.min(stretch, 1.6),
  });
  const placed = new Map([...boxes].map(([key, box]) => [key, across(box)]));
  const lines = withPorts(
    routes.map((route) => ({ ...route, points: route.points.map(across), label: across(route.label) })),
    placed,
  );
  const body = [
    ...lines.map((route) => drawLine(route, palette)),
    ...lines.map((route) => drawLabel(route, palette)),
    ...[...placed.values()].map((box) => drawBox(box, palette)),
    legend(size.height + 8, palette),
  ].join('');
  return { body, height: size.height + 8 + (KINDS.length + 1) * LEGEND_LINE, drawn: part };
}

/** Where everything goes, before it is stretched to the width. */
function laidOut({ nodes, edges }: Part) {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 10, edgesep: 6, ranksep: 56, marginy: 4 });
  const most = Math.max(1, ...edges.map((edge) => edge.citations));
  const widthOf = ({ citations }: NetworkEdge) => LINE.thinnest + (citations / most) * (LINE.thickest - LINE.thinnest);
  const side = (key: string, end: 'drawing' | 'drawnOn') =>
    edges.filter((edge) => edge[end] === key).reduce((sum, edge) => sum + widthOf(edge) + LINE.gap, 0);
  const boxes = new Map<string, Box>();
  for (const node of nodes) {
    const lines = wrapped(node.name, NODE_WIDTH - 16, TEXT);
    const two = [lines[0] ?? '', lines.slice(1).join(' ')].filter((line) => line !== '');
    const height = Math.max(
      NODE_HEIGHT_MIN,
      two.length * 17 + 10,
      side(node.key, 'drawing') + 6,
      side(node.key, 'drawnOn') + 6,
    );
    graph.setNode(node.key, { width: NODE_WIDTH, height });
    boxes.set(node.key, { node, x: 0, y: 0, height, lines: two.map((text) => shortened(text, NODE_WIDTH - 14, TEXT)) });
  }
  for (const edge of edges) {
    graph.setEdge(edge.drawnOn, edge.drawing, {
      width: textWidth(labelOf(edge), LABEL) + 10,
      height: 18,
      labelpos: 'c',
      weight: edge.citations,
    });
  }
  layout(graph);
  for (const [key, box] of boxes) Object.assign(box, pointOf(graph.node(key)));
  const routes = edges.map((edge): Route => {
    const { points = [], ...label } = graph.edge(edge.drawnOn, edge.drawing);
    return { edge, width: widthOf(edge), points: points.map(pointOf), label: pointOf(label) };
  });
  const { width = 0, height = 0 } = graph.graph();
  return { boxes, routes, size: { width, height } };
}

function pointOf({ x = 0, y = 0 }: { x?: number; y?: number }): Point {
  return { x, y };
}

/** Lines begin and end beside each other on the sides of the boxes, in the order in which they arrive. */
function withPorts(routes: readonly Route[], boxes: ReadonlyMap<string, Box>): Route[] {
  const inner = routes.map((route) => ({ ...route, points: route.points.slice(1, -1) }));
  const ends = new Map<Route, { start?: Point; end?: Point }>(inner.map((route) => [route, {}]));
  for (const [key, box] of boxes) {
    for (const end of ['drawnOn', 'drawing'] as const) {
      const here = inner.filter(({ edge }) => edge[end] === key);
      const near = ({ points }: Route) => (end === 'drawnOn' ? points[0] : points.at(-1)) ?? box;
      here.sort((a, b) => near(a).y - near(b).y);
      let y = box.y - here.reduce((sum, route) => sum + route.width + LINE.gap, -LINE.gap) / 2;
      for (const route of here) {
        // A line of a ring leads back to the left: it leaves and arrives on the other sides.
        const right = near(route).x > box.x;
        const port = { x: box.x + (right ? NODE_WIDTH / 2 : -NODE_WIDTH / 2), y: y + route.width / 2 };
        Object.assign(ends.get(route) ?? {}, end === 'drawnOn' ? { start: port } : { end: port });
        y += route.width + LINE.gap;
      }
    }
  }
  return inner.map((route) => {
    const { start, end } = ends.get(route) ?? {};
    return { ...route, points: [start, ...route.points, end].filter((point) => point !== undefined) };
  });
}

/** How much of it was distorted, as colour, dashes and words. */
function styleOf({ citations, distorted }: NetworkEdge, palette: Palette): { colour: string; dash?: string } {
  if (distorted === 0) return { colour: palette.accent };
  return distorted * 2 <= citations
    ? { colour: palette['level-low'], dash: '14 4' }
    : { colour: palette.warn, dash: '5 4' };
}

function labelOf({ citations, distorted }: NetworkEdge): string {
  if (distorted === 0) return String(citations);
  if (distorted < citations) return `${citations}, ${distorted} distorted`;
  return citations === 1 ? '1, distorted' : `${citations}, all distorted`;
}

const curve = lineThrough<Point>()
  .x((point) => point.x)
  .y((point) => point.y)
  .curve(curveMonotoneX);

function drawLine({ edge, points, width }: Route, palette: Palette): string {
  const { colour, dash } = styleOf(edge, palette);
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const toRight = (points.at(-2)?.x ?? 0) <= end.x;
  const [length, half] = [8, Math.max(4.5, width / 2 + 2)];
  const base = toRight ? end.x - length : end.x + length;
  const path = curve([...points.slice(0, -1), { x: base, y: end.y }]) ?? '';
  return [
    element('path', {
      d: path,
      fill: 'none',
      stroke: colour,
      'stroke-width': width,
      'stroke-dasharray': dash,
      opacity: 0.75,
    }),
    element('path', { d: `M${end.x} ${end.y}L${base} ${end.y - half}V${end.y + half}Z`, fill: colour }),
  ].join('');
}

function drawLabel({ edge, label }: Route, palette: Palette): string {
  const text = labelOf(edge);
  const width = textWidth(text, LABEL) + 8;
  return [
    element('rect', { x: label.x - width / 2, y: label.y - 8, width, height: 16, rx: 2, fill: palette.paper }),
    textLine(text, {
      x: label.x,
      y: label.y + 4.5,
      'text-anchor': 'middle',
      'font-size': LABEL,
      fill: edge.distorted === 0 ? palette.ink : styleOf(edge, palette).colour,
    }),
  ].join('');
}

function drawBox({ node, x, y, height, lines }: Box, palette: Palette): string {
  const box = { x: x - NODE_WIDTH / 2, y: y - height / 2, width: NODE_WIDTH, height, rx: 3 };
  const first = y + 4.5 - (lines.length - 1) * 8.5;
  return nodeLink(
    node,
    [
      element('rect', { ...box, fill: palette.wash, stroke: palette['line-strong'] }),
      ...lines.map((text, i) =>
        textLine(`${text} `, {
          x,
          y: first + i * 17,
          'text-anchor': 'middle',
          'font-size': TEXT,
          'font-weight': 600,
          fill: palette.ink,
        }),
      ),
    ],
    palette,
  );
}

const KINDS = [
  { citations: 2, distorted: 0, words: 'None of the citations is distorted.' },
  { citations: 2, distorted: 1, words: 'Up to half of them are.' },
  { citations: 2, distorted: 2, words: 'More than half of them are.' },
];

const READING =
  'Lines lead from whom is drawn on, at the left, to who draws on it. The thicker a line, the more citations.';

function legend(top: number, palette: Palette): string {
  const reading = textLine(READING, {
    x: 0,
    y: top + KINDS.length * LEGEND_LINE + 12,
    'font-size': LABEL,
    fill: palette.ink,
  });
  const samples = KINDS.map(({ words, ...counts }, i) => {
    const y = top + i * LEGEND_LINE + 12;
    const { colour, dash } = styleOf({ ...counts, drawing: '', drawnOn: '', major: 0, self: false }, palette);
    const sample = { x1: 0, x2: 48, y1: y - 4, y2: y - 4, stroke: colour, 'stroke-width': 4, 'stroke-dasharray': dash };
    return element('line', sample) + textLine(words, { x: 60, y, 'font-size': LABEL, fill: palette.ink });
  });
  return [...samples, reading].join('');
}
