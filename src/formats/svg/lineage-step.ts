import { figureText, unitText } from '../../domain/figure-text';
import { isCritic } from '../../domain/citation';
import { type EdgeWord, edgeWords } from '../../domain/lineage/edge-words';
import { dateText } from '../../domain/partial-date';
import { RIVAL_REASON } from '../../domain/words';
import type { LineageClaim, LineageDto, LineageEdge, LineageNode } from '../../features/lineage/schema';
import type { Look } from './chart';
import { type DrawnLine, EMPTY_LINE, LINE_GAP, type Piece, twoBlocks } from './lineage-text';
import type { Palette } from './palette';

/** A lineage with its parts by id: a line asks for them once, however many lines there are. */
export type Indexed = {
  lineage: LineageDto;
  edges: ReadonlyMap<number, LineageEdge>;
  nodes: ReadonlyMap<number, LineageNode>;
  claims: ReadonlyMap<string, LineageClaim>;
  /** Why a citation opens a rival lineage. */
  rivals: ReadonlyMap<number, LineageDto['rivals'][number]['reason']>;
};

export function indexed(lineage: LineageDto): Indexed {
  return {
    lineage,
    edges: new Map(lineage.edges.map((edge) => [edge.to, edge])),
    nodes: new Map(lineage.nodes.map((node) => [node.id, node])),
    claims: new Map([lineage.claim, ...lineage.claims].map((claim) => [claim.id, claim])),
    rivals: new Map(lineage.rivals.map(({ id, reason }) => [id, reason])),
  };
}

const SEVERITY_COLOUR = {
  none: 'level-high',
  minor: 'level-low',
  major: 'warn',
  unrecorded: 'muted',
  unknown: 'muted',
} as const;
const SEVERITY_MARK = {
  none: 'none',
  minor: 'minor',
  major: 'major',
  unrecorded: 'unrecorded',
  unknown: 'unrecorded',
} as const;
const SEVERITY_SIGN = { none: '✓', minor: '◆', major: '▲', unrecorded: '○', unknown: '?' } as const;

/** A place where the figure stands: the work, what it prints, and what changed on the way to it. */
export function stepLine(all: Indexed, node: LineageNode, { palette, width }: Look): DrawnLine {
  const { source, claimId, originState } = node;
  const edge = all.edges.get(node.id) ?? null;
  const severity = edge?.severity ?? null;
  const from = edge === null ? undefined : all.nodes.get(edge.from);
  const words = edge === null ? edgeWords(untied(node)) : edgeWords(edge, wholeOf(all.claims.get(from?.claimId ?? '')));
  const texts = twoBlocks(workPieces(all, node, palette), changePieces(all, node, words, palette), width);
  const isOrigin = originState === 'origin';
  return {
    ...EMPTY_LINE,
    key: `n${node.id}`,
    tiedTo: edge === null ? null : `n${edge.from}`,
    issued: source.issued,
    mark: severity === null ? (isOrigin ? 'origin' : 'untraced') : SEVERITY_MARK[severity],
    colour: severity === null ? (isOrigin ? 'accent' : 'warn') : SEVERITY_COLOUR[severity],
    tie: severity,
    texts: texts.lines,
    height: texts.height + LINE_GAP,
    href: `/claims/${claimId}#citation-${node.id}`,
    // Begins with what is seen, so that whoever speaks to their browser can say it (WCAG 2.5.3).
    label: [
      ...texts.lines.map(({ text }) => text),
      source.issued === null ? '(date not established)' : `(${dateText(source.issued)})`,
      ...(from === undefined ? [] : [`drawn from ${from.source.shortName}`]),
    ].join(' '),
  };
}

/** What was recorded of a citation that is tied to nothing: its source is unknown, and what it does to the claim is not. */
function untied({ distortions }: LineageNode) {
  return { computed: [], recorded: distortions, disagreement: null };
}

/** What a share is a share of: said with a change of unit. */
function wholeOf(claim: LineageClaim | undefined): string | null {
  const isShare = claim?.figure.kind === 'percentage' || claim?.figure.kind === 'percentage-points';
  return isShare ? claim.figure.of : null;
}

function workPieces(all: Indexed, node: LineageNode, palette: Palette): Piece[] {
  const claim = node.claimId === all.lineage.claim.id ? '' : `\u00a0· claim\u00a0${node.claimId}`;
  const style = node.figureAsPrinted === null ? { style: 'italic' } : {};
  return [
    { text: node.source.shortName + claim, size: 13.5, fill: palette.ink, weight: 600 },
    { text: printedText(all, node), size: 13, fill: palette.ink, ...style },
  ];
}

function changePieces(
  { lineage, edges, rivals }: Indexed,
  node: LineageNode,
  words: readonly EdgeWord[],
  palette: Palette,
): Piece[] {
  const severity = edges.get(node.id)?.severity ?? null;
  const fill = severity === null ? palette.muted : palette[SEVERITY_COLOUR[severity]];
  const texts = (isComputedOnly: boolean) =>
    words.flatMap((word) => (word.isComputedOnly === isComputedOnly ? [word.text] : [])).join('\u00a0· ');
  const pieces: [text: string, fill: string][] = [];
  if (texts(false) !== '') pieces.push([`${severity === null ? '◇' : SEVERITY_SIGN[severity]} ${texts(false)}`, fill]);
  if (texts(true) !== '') pieces.push([`○ ${texts(true)}`, palette.muted]);
  if (severity !== null && words.length === 0 && !isCritic(node)) {
    pieces.push([severity === 'unknown' ? '? No wording to compare' : '✓ No change found', fill]);
  }
  if (isCritic(node)) pieces.push([node.role === 'disputes' ? '× Disputes it' : '× Corrects it', palette.accent]);
  const other = node.claimId === lineage.claim.id ? '' : ' (a rival figure)';
  const reason = rivals.get(node.id);
  if (reason !== undefined) pieces.push([`◀ ${RIVAL_REASON[reason]}${other}`, palette.warn]);
  return pieces.map(([text, colour]) => ({ text, size: 13, fill: colour }));
}

/** As printed there; an origin whose wording is not known is shown with the figure of its claim. */
function printedText({ claims }: Indexed, node: LineageNode): string {
  if (node.figureAsPrinted !== null) return `“${node.figureAsPrinted}”`;
  const claim = claims.get(node.claimId);
  if (node.originState !== 'origin' || claim === undefined) return 'Printed wording not established';
  if (claim.figure.asPrinted !== null) return `“${claim.figure.asPrinted}”`;
  const figure = [figureText(claim.figure), unitText(claim.figure)].filter((part) => part !== null).join(' ');
  return `${figure} (wording not established)`;
}
