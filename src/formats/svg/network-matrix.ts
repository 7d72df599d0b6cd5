import type { NetworkEdge, NetworkNode } from '../../features/network/schema';
import type { Look } from './chart';
import { element, textLine } from './markup';
import type { Drawing, Part } from './network-chart';
import { nodeLink } from './network-node';
import type { Palette } from './palette';
import { shortened, textWidth } from './text-fit';

const [COLUMN, ROW, TEXT, ROW_HEAD, LEGEND_LINE] = [28, 38, 12, 128, 20];

/** Who draws (rows) on whom (columns, the most drawn on first): the number of citations, and of the distorted ones. */
export function drawMatrix({ nodes, edges }: Part, { palette, width }: Look): Drawing {
  const sum = (key: string, end: 'drawing' | 'drawnOn', among = edges) =>
    among.filter((edge) => edge[end] === key).reduce((total, edge) => total + edge.citations, 0);
  const by =
    (end: 'drawing' | 'drawnOn', among = edges) =>
    (a: NetworkNode, b: NetworkNode) =>
      sum(b.key, end, among) - sum(a.key, end, among) || (a.key < b.key ? -1 : 1);
  const columns = nodes
    .filter((node) => sum(node.key, 'drawnOn') > 0)
    .sort(by('drawnOn'))
    .slice(0, Math.floor((width - ROW_HEAD) / COLUMN));
  const inside = edges.filter((edge) => columns.some((column) => column.key === edge.drawnOn));
  const rows = nodes.filter((node) => sum(node.key, 'drawing', inside) > 0).sort(by('drawing', inside));
  const top = Math.min(120, Math.max(0, ...columns.map((node) => textWidth(node.name, TEXT)))) + 10;
  const at = (edge: NetworkEdge) => ({
    x: ROW_HEAD + columns.findIndex((node) => node.key === edge.drawnOn) * COLUMN,
    y: top + rows.findIndex((node) => node.key === edge.drawing) * ROW,
  });
  const bottom = top + rows.length * ROW;
  const body = [
    ...rows.map((node, i) => rowHead(node, top + i * ROW, width, palette)),
    ...columns.map((node, i) => columnHead(node, ROW_HEAD + i * COLUMN, top, palette)),
    ...inside.map((edge) => cell(edge, at(edge), palette)),
    ...LEGEND.map((line, i) =>
      textLine(line, { x: 0, y: bottom + (i + 1) * LEGEND_LINE, 'font-size': TEXT, fill: palette.ink }),
    ),
  ].join('');
  const ends = new Set(inside.flatMap((edge) => [edge.drawing, edge.drawnOn]));
  return {
    body,
    height: bottom + LEGEND.length * LEGEND_LINE + 4,
    drawn: { nodes: nodes.filter((node) => ends.has(node.key)), edges: inside },
  };
}

const LEGEND = [
  'Rows draw on columns.',
  'Above: citations. Below, behind ≠: those distorted.',
  'Framed: more than half are distorted.',
];

function rowHead(node: NetworkNode, y: number, width: number, palette: Palette): string {
  const line = element('line', { x1: 0, x2: width, y1: y, y2: y, stroke: palette.line });
  const text = textLine(shortened(node.name, ROW_HEAD - 8, TEXT), {
    x: 0,
    y: y + ROW / 2 + 4,
    'font-size': TEXT,
    fill: palette.accent,
  });
  // The whole height of the row can be tapped.
  const area = element('rect', { x: 0, y: y + 1, width: ROW_HEAD - 6, height: ROW - 2, fill: 'transparent' });
  return line + nodeLink(node, [area, text], palette);
}

function columnHead(node: NetworkNode, x: number, top: number, palette: Palette): string {
  const text = textLine(shortened(node.name, 118, TEXT), {
    transform: `translate(${x + COLUMN / 2 + 4} ${top - 6}) rotate(-90)`,
    'font-size': TEXT,
    fill: palette.accent,
  });
  const area = element('rect', { x: x + 1, y: 0, width: COLUMN - 2, height: top - 2, fill: 'transparent' });
  return nodeLink(node, [area, text], palette);
}

function cell(edge: NetworkEdge, { x, y }: { x: number; y: number }, palette: Palette): string {
  const mostly = edge.distorted * 2 > edge.citations;
  const text = (words: string, line: number, fill: string, weight?: number) =>
    textLine(words, {
      x: x + COLUMN / 2,
      y: y + line,
      'text-anchor': 'middle',
      'font-size': TEXT,
      'font-weight': weight,
      fill,
    });
  return [
    element('rect', {
      x: x + 1.5,
      y: y + 2.5,
      width: COLUMN - 3,
      height: ROW - 5,
      rx: 2,
      fill: palette.wash,
      stroke: mostly ? palette.warn : 'none',
    }),
    text(String(edge.citations), edge.distorted === 0 ? 23 : 16, palette.ink, 600),
    edge.distorted === 0 ? '' : text(`≠${edge.distorted}`, 31, palette.warn),
  ].join('');
}
