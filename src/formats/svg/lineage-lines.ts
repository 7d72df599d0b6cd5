import { figureText, unitText } from '../../domain/figure-text';
import { edgeWords } from '../../domain/lineage/edge-words';
import { type Group, outlineOf } from '../../domain/lineage/outline';
import { dateText } from '../../domain/partial-date';
import { RELIABILITY } from '../../domain/words';
import type { LineageDto, LineageEdge, LineageNode, Successor } from '../../features/lineage/schema';
import type { Look } from './chart';
import type { ColourName } from './palette';
import { wrapped } from './text-fit';

/** A text of a line, `dy` below the middle of the line's first text, `dx` from where the words begin. */
type LineText = {
  text: string;
  dx: number;
  dy: number;
  'font-size': number;
  fill: string;
  'font-weight'?: number;
  'font-style'?: string;
};

export type DrawnLine = {
  /** Citation or later claim it stands for; null for headings and folded groups. */
  key: string | null;
  /** Key of what it is tied to. */
  tiedTo: string | null;
  /** When it came out. */
  issued: string | null;
  isHeading: boolean;
  mark: 'none' | 'origin' | 'untraced' | 'minor' | 'major' | 'unrecorded' | 'folded' | 'later' | 'break';
  colour: ColourName;
  tie: LineageEdge['severity'] | 'line' | null;
  texts: readonly LineText[];
  height: number;
  href: string | null;
  /** What the line says, for who does not see it. */
  label: string;
};

const LINE = 17;
const GAP = 13;

/** How far the words stand from the left: the rest is for the years. */
export function textStart(width: number): number {
  return width > 600 ? 172 : 104;
}

/** Where there is room, what changed stands in a column of its own, beside the tie that it is said of. */
function columns(width: number): { first: number; second: number | null } {
  const room = width - textStart(width);
  return room < 500 ? { first: room, second: null } : { first: 214, second: 232 };
}

/** More than these later estimates are told of in words. */
const LATER_MAX = 6;

/** Every line of the drawing from top to bottom, with its words broken to fit. */
export function lineageLines(lineage: LineageDto, look: Look, isFolded: boolean): DrawnLine[] {
  const edges = new Map(lineage.edges.map((edge) => [edge.to, edge]));
  const nodes = lineage.nodes.map((node) => ({ ...node, drawn: edges.has(node.id) }));
  const outline = outlineOf(
    { claimId: lineage.claim.id, nodes, components: lineage.components, rivals: lineage.rivals },
    isFolded,
  );
  const lines: DrawnLine[] = [];
  const later = laterLines(lineage, look);
  let mainSeen = false;
  for (const line of outline) {
    // Later estimates go on from the main line, before anything that rivals it.
    if (line.type === 'heading' && mainSeen && lines.at(-1) !== undefined && !lines.includes(later[0] as DrawnLine))
      lines.push(...later);
    if (line.type === 'heading') {
      mainSeen ||= line.group === 'main';
      lines.push(headingLine(headingText(line.group, line.root), look));
    } else if (line.type === 'step') {
      lines.push(stepLine(lineage, line.node, edges.get(line.node.id) ?? null, look));
    } else {
      lines.push(foldedLine(lineage.claim.id, line.root, line.nodes, edges, look));
    }
  }
  return later.length === 0 || lines.includes(later[0] as DrawnLine) ? lines : [...lines, ...later];
}

function headingText(group: Group, root: LineageNode | null): string {
  const name = root?.source.shortName ?? '';
  switch (group) {
    case 'main':
      return `From ${name}`;
    case 'rival':
      return `Rival lineage: ${name}`;
    case 'other':
      return `From ${name}, by another claim`;
    case 'loop':
      return 'A ring: these draw on each other, and none can have been first';
    default:
      return 'Leads nowhere: nobody has found what these drew on';
  }
}

function headingLine(text: string, { palette, width }: Look): DrawnLine {
  const texts = block([{ text, size: 13, fill: palette.muted, weight: 600 }], width - textStart(width));
  return { ...EMPTY, isHeading: true, texts: texts.lines, height: texts.height + GAP, label: text };
}

const EMPTY = {
  key: null,
  tiedTo: null,
  issued: null,
  isHeading: false,
  mark: 'none',
  colour: 'ink',
  tie: null,
  href: null,
  label: '',
} as const;

type Piece = { text: string; size: number; fill: string; weight?: number; style?: string };

/** Pieces of text under each other, each broken to the width. */
function block(pieces: readonly Piece[], width: number, dx = 0): { lines: LineText[]; height: number } {
  const lines = pieces.flatMap(({ text, size, fill, weight, style }) =>
    wrapped(text, width, size * (weight === 600 ? 1.06 : 1)).map((line) => ({
      text: line,
      dx,
      'font-size': size,
      fill,
      ...(weight === undefined ? {} : { 'font-weight': weight }),
      ...(style === undefined ? {} : { 'font-style': style }),
    })),
  );
  return { lines: lines.map((line, index) => ({ ...line, dy: 4.5 + index * LINE })), height: lines.length * LINE };
}

/** The work and what it prints; beside it, or below where there is no room, what changed on the way to it. */
function twoBlocks(
  work: readonly Piece[],
  changes: readonly Piece[],
  width: number,
): { lines: LineText[]; height: number } {
  const { first, second } = columns(width);
  if (second === null) return block([...work, ...changes], first);
  const [left, right] = [block(work, first), block(changes, width - textStart(width) - second, second)];
  return { lines: [...left.lines, ...right.lines], height: Math.max(left.height, right.height) };
}

const SEVERITY_COLOUR = { none: 'level-high', minor: 'level-low', major: 'warn', unrecorded: 'muted' } as const;
const SEVERITY_MARK = { none: 'none', minor: 'minor', major: 'major', unrecorded: 'unrecorded' } as const;
const SEVERITY_SIGN = { none: '✓', minor: '◆', major: '▲', unrecorded: '○' } as const;

function stepLine(
  lineage: LineageDto,
  node: LineageNode,
  edge: LineageEdge | null,
  { palette, width }: Look,
): DrawnLine {
  const { source, figureAsPrinted, claimId, originState } = node;
  const severity = edge?.severity ?? null;
  const from = lineage.nodes.find((other) => other.id === edge?.from);
  const fromClaim = [lineage.claim, ...lineage.claims].find((claim) => claim.id === from?.claimId);
  const isShare = fromClaim?.figure.kind === 'percentage' || fromClaim?.figure.kind === 'percentage-points';
  const words = edge === null ? [] : edgeWords(edge, isShare ? fromClaim.figure.of : null);
  const said = printedText(lineage, node);
  const fill = severity === null ? palette.muted : palette[SEVERITY_COLOUR[severity]];
  const sign = severity === null ? '' : SEVERITY_SIGN[severity];
  const isCritic = node.role === 'disputes' || node.role === 'corrects';
  const work: Piece[] = [
    {
      text: source.shortName + (claimId === lineage.claim.id ? '' : `\u00a0· claim\u00a0${claimId}`),
      size: 13.5,
      fill: palette.ink,
      weight: 600,
    },
    { text: said, size: 13, fill: palette.ink, ...(figureAsPrinted === null ? { style: 'italic' } : {}) },
  ];
  const recorded = words.filter(({ isComputedOnly }) => !isComputedOnly).map(({ text }) => text);
  const computed = words.filter(({ isComputedOnly }) => isComputedOnly).map(({ text }) => text);
  const changes: Piece[] = [
    ...(recorded.length === 0 ? [] : [{ text: `${sign} ${recorded.join('\u00a0· ')}`, size: 13, fill }]),
    ...(computed.length === 0 ? [] : [{ text: `○ ${computed.join('\u00a0· ')}`, size: 13, fill: palette.muted }]),
    ...(edge !== null && words.length === 0 && !isCritic ? [{ text: '✓ No change found', size: 13, fill }] : []),
    ...(isCritic
      ? [{ text: node.role === 'disputes' ? '× Disputes it' : '× Corrects it', size: 13, fill: palette.accent }]
      : []),
    ...rivalText(lineage, node).map((text) => ({ text: `◀ ${text}`, size: 13, fill: palette.warn })),
  ];
  const texts = twoBlocks(work, changes, width);
  const root = originState === 'origin' ? 'origin' : 'untraced';
  return {
    ...EMPTY,
    key: `n${node.id}`,
    tiedTo: edge === null ? null : `n${edge.from}`,
    issued: source.issued,
    mark: severity === null ? root : SEVERITY_MARK[severity],
    colour: severity === null ? (originState === 'origin' ? 'accent' : 'warn') : SEVERITY_COLOUR[severity],
    tie: severity,
    texts: texts.lines,
    height: texts.height + GAP,
    href: `/claims/${claimId}#citation-${node.id}`,
    label: [
      source.shortName,
      source.issued === null ? 'date not established' : dateText(source.issued),
      said,
      from === undefined ? '' : `drawn from ${from.source.shortName}`,
      ...words.map(({ text }) => text),
    ]
      .filter((part) => part !== '')
      .join('; '),
  };
}

/** As printed there; an origin whose wording is not known is shown with the figure of its claim. */
export function printedText(lineage: Pick<LineageDto, 'claim' | 'claims'>, node: LineageNode): string {
  if (node.figureAsPrinted !== null) return `“${node.figureAsPrinted}”`;
  const claim = [lineage.claim, ...lineage.claims].find((one) => one.id === node.claimId);
  if (node.originState !== 'origin' || claim === undefined) return 'Printed wording not established';
  if (claim.figure.asPrinted !== null) return `“${claim.figure.asPrinted}”`;
  return `${[figureText(claim.figure), unitText(claim.figure)].filter((part) => part !== null).join(' ')} (wording not established)`;
}

const RIVAL = {
  'in-print-before': 'In print before the origin',
  'second-origin': 'States it as its own',
  'older-than-its-origin': 'Older than what it is said to draw on',
} as const;

function rivalText({ rivals, claim }: LineageDto, { id, claimId }: LineageNode): string[] {
  const other = claimId === claim.id ? '' : ' (a rival figure)';
  return rivals.filter((rival) => rival.id === id).map(({ reason }) => `${RIVAL[reason]}${other}`);
}

function foldedLine(
  claimId: string,
  root: LineageNode | null,
  nodes: readonly LineageNode[],
  edges: ReadonlyMap<number, LineageEdge>,
  { palette, width }: Look,
): DrawnLine {
  const count = (severity: LineageEdge['severity']) =>
    nodes.filter((node) => edges.get(node.id)?.severity === severity).length;
  const parts = [
    [count('none'), '✓', 'unchanged'],
    [count('minor'), '◆', 'with a minor distortion'],
    [count('major'), '▲', 'with a major one'],
    [count('unrecorded'), '○', 'with a change nobody recorded'],
  ].flatMap(([number, sign, text]) => (number === 0 ? [] : [`${sign} ${number} ${text}`]));
  const years = nodes.flatMap((node) => node.source.issued?.slice(0, 4) ?? []).sort();
  const span = years.length === 0 ? '' : years[0] === years.at(-1) ? `, ${years[0]}` : `, ${years[0]}–${years.at(-1)}`;
  const title = `${nodes.length} citations ${root === null ? 'lead nowhere' : 'go back to it'}${span}`;
  const texts = block(
    [
      { text: title, size: 13.5, fill: palette.ink, weight: 600 },
      ...parts.map((text) => ({ text, size: 12.5, fill: palette.muted })),
      { text: 'Open them all', size: 12.5, fill: palette.accent },
    ],
    width - textStart(width),
  );
  return {
    ...EMPTY,
    tiedTo: root === null ? null : `n${root.id}`,
    issued: years.at(-1) ?? null,
    mark: 'folded',
    colour: 'accent',
    tie: root === null ? null : 'line',
    texts: texts.lines,
    height: texts.height + GAP,
    href: `/claims/${claimId}/lineage${root === null ? '' : `?root=${root.id}`}`,
    label: `${title}; ${parts.join('; ')}. Open them all`,
  };
}

function laterLines(lineage: LineageDto, look: Look): DrawnLine[] {
  const { successors, components, claim } = lineage;
  if (successors.length === 0) return [];
  const own = lineage.nodes.find(
    (node) => node.claimId === claim.id && components.some(({ root }) => root === node.id),
  );
  const more = successors.length - LATER_MAX;
  const note = more > 0 ? ` (the next ${LATER_MAX} of ${successors.length})` : '';
  return [
    headingLine(`The line goes on: later estimates${note}`, look),
    ...successors
      .slice(0, LATER_MAX)
      .map((successor) => laterLine(successor, own === undefined ? null : `n${own.id}`, claim.id, look)),
  ];
}

function laterLine(
  { claim, after, note, isBreak, origin }: Successor,
  first: string | null,
  focus: string,
  { palette, width }: Look,
): DrawnLine {
  const figure = [figureText(claim.figure), unitText(claim.figure), claim.period].filter((part) => part !== null);
  const reliability =
    claim.reliability === 'not-graded' ? 'Not graded' : `${RELIABILITY[claim.reliability].label} reliability`;
  const work: Piece[] = [
    {
      text: `${figure.slice(0, 2).join(' ')}${figure[2] === undefined ? '' : `, ${figure[2]}`}`,
      size: 13.5,
      fill: palette.ink,
      weight: 600,
    },
    {
      text: `${claim.id} · ${origin?.shortName ?? 'origin not established'} · ${reliability}`,
      size: 13,
      fill: palette.muted,
    },
  ];
  const changes: Piece[] = isBreak
    ? [{ text: `‖ Break in the series${note === null ? '' : `: ${note}`}`, size: 13, fill: palette.warn }]
    : note === null
      ? []
      : [{ text: note, size: 13, fill: palette.muted }];
  const texts = twoBlocks(work, changes, width);
  return {
    ...EMPTY,
    key: `c${claim.id}`,
    tiedTo: after === focus ? first : `c${after}`,
    issued: origin?.issued ?? null,
    mark: isBreak ? 'break' : 'later',
    colour: 'line-strong',
    tie: 'line',
    texts: texts.lines,
    height: texts.height + GAP,
    href: `/claims/${claim.id}/${claim.slug}`,
    label: `Later estimate ${claim.id}: ${[...work, ...changes].map(({ text }) => text).join('; ')}`,
  };
}
