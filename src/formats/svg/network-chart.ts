import { strongest } from '../../domain/network';
import type { NetworkEdge, NetworkGraph, NetworkNode } from '../../features/network/schema';
import type { Chart, Look } from './chart';
import { textLine } from './markup';
import { drawLayers } from './network-layers';
import { drawMatrix } from './network-matrix';
import { wrapped } from './text-fit';

/** The part of a network that is drawn. Nobody in it draws on itself, and nobody stands alone. */
export type Part = { nodes: readonly NetworkNode[]; edges: readonly NetworkEdge[] };

/** What was drawn of it: a matrix has room for fewer columns than there are organisations. */
export type Drawing = { body: string; height: number; drawn: Part };

/** Of more organisations the lines cross so often that nobody follows one. */
const NODES_MAX = 25;

/** In a narrower drawing, lines and their labels find no room: a matrix shows the same. */
const LINES_FROM = 700;

const number = (value: number) => value.toLocaleString('en-GB');
const counted = (count: number, one: string, more: string) => `${number(count)} ${count === 1 ? one : more}`;

/**
 * The organisations that draw on each other most. Wide: in layers, from whom is drawn on at the left to who draws at the
 * right. Narrow: as a matrix. Draws on oneself are not drawn; the table beside the chart has them.
 */
export function networkChart(graph: NetworkGraph, look: Look): Chart {
  const { palette, width } = look;
  const { body, height, drawn } = width < LINES_FROM ? drawMatrix(part(graph, NODES_MAX), look) : layered(graph, look);
  const note = wrapped(leftOut(graph, drawn), width, 12);
  return {
    title: networkFinding(graph),
    units: 'Citations that pass on a figure of another organisation',
    sources: `${counted(graph.total.citations, 'citation', 'citations')} whose own source is known, as recorded in this evidence base`,
    width,
    height: height + 12 + note.length * 18,
    body:
      body +
      note
        .map((line, i) => textLine(line, { x: 0, y: height + 24 + i * 18, 'font-size': 12, fill: palette.muted }))
        .join(''),
  };
}

/** Deep chains of citing need more layers than fit beside each other: then fewer organisations are drawn. */
function layered(graph: NetworkGraph, look: Look): Drawing {
  for (let most = NODES_MAX; most > 2; most -= 3) {
    const drawing = drawLayers(part(graph, most), look);
    if (drawing !== null) return drawing;
  }
  return { body: '', height: 0, drawn: { nodes: [], edges: [] } };
}

function part(graph: NetworkGraph, most: number): Part {
  const { nodes, edges } = strongest(graph.edges, most);
  const named = new Map(graph.nodes.map((node) => [node.key, node]));
  return { nodes: nodes.flatMap((key) => named.get(key) ?? []), edges };
}

/** What the network says, in one sentence. */
export function networkFinding({ nodes, total }: NetworkGraph): string {
  const most = Math.max(0, ...nodes.map((node) => node.drawnOn));
  const [first, ...others] = nodes.filter((node) => node.drawnOn === most);
  if (first === undefined || most === 0) return 'No organisation is recorded to draw on another yet.';
  const who = others.length === 0 ? `${first.name} is drawn on most` : `Nobody is drawn on more than ${first.name}`;
  const distorted = `of all ${counted(total.citations, 'citation', 'citations')}, ${number(total.distorted)} distort what they pass on`;
  return `${who}: in ${counted(most, 'citation', 'citations')}, by ${counted(first.drawnOnBy, 'other', 'others')}; ${distorted}.`;
}

function leftOut({ total }: NetworkGraph, drawn: Part): string {
  const citations = drawn.edges.reduce((sum, edge) => sum + edge.citations, 0);
  return `Drawn: ${number(drawn.nodes.length)} of ${counted(total.nodes, 'organisation', 'organisations')}, those with most citations, and ${number(citations)} of ${counted(total.citations, 'citation', 'citations')}. The rest, and draws on an organisation’s own work, are in the table. A work whose organisation is not established stands under its own name.`;
}
