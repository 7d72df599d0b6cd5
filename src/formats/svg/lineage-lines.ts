import { figureText, unitText } from '../../domain/figure-text';
import { outlineOf } from '../../domain/lineage/outline';
import { LINEAGE_GROUP, RELIABILITY } from '../../domain/words';
import type { LineageDto, LineageEdge, LineageNode, Successor } from '../../features/lineage/schema';
import type { Look } from './chart';
import { type Indexed, indexed, stepLine } from './lineage-step';
import { block, type DrawnLine, EMPTY_LINE, LINE_GAP, type Piece, textStart, twoBlocks } from './lineage-text';

/** More than these later estimates are told of in words. */
const LATER_MAX = 6;

/** Every line of the drawing from top to bottom, with its words broken to fit. */
export function lineageLines(lineage: LineageDto, look: Look, isFolded: boolean): DrawnLine[] {
  const all = indexed(lineage);
  const { claim, components, rivals, nodes } = lineage;
  const lines: DrawnLine[] = [];
  let later = laterLines(lineage, look);
  let isMainBegun = false;
  for (const line of outlineOf({ claimId: claim.id, nodes, components, rivals }, isFolded)) {
    if (line.type === 'step') lines.push(stepLine(all, line.node, look));
    else if (line.type === 'folded') lines.push(foldedLine(all, line.root, line.nodes, look));
    else {
      // Later estimates go on from the main line, before anything that rivals it.
      if (isMainBegun) {
        lines.push(...later);
        later = [];
      }
      isMainBegun ||= line.group === 'main';
      const name = line.root === null ? '' : `: ${line.root.source.shortName}`;
      lines.push(headingLine(`${LINEAGE_GROUP[line.group]}${name}`, look));
    }
  }
  return [...lines, ...later];
}

function headingLine(text: string, { palette, width }: Look): DrawnLine {
  const texts = block([{ text, size: 13, fill: palette.muted, weight: 600 }], width - textStart(width));
  return { ...EMPTY_LINE, isHeading: true, texts: texts.lines, height: texts.height + LINE_GAP, label: text };
}

function foldedLine(
  { lineage, edges }: Indexed,
  root: LineageNode | null,
  nodes: readonly LineageNode[],
  { palette, width }: Look,
): DrawnLine {
  const count = (severity: LineageEdge['severity']) =>
    nodes.filter((node) => edges.get(node.id)?.severity === severity).length;
  const parts = [
    [count('none'), '✓', 'unchanged'],
    [count('minor'), '◆', 'with a minor distortion'],
    [count('major'), '▲', 'with a major one'],
    [count('unrecorded'), '○', 'with a change nobody recorded'],
    [count('unknown'), '?', 'without a wording to compare'],
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
    ...EMPTY_LINE,
    tiedTo: root === null ? null : `n${root.id}`,
    issued: years.at(-1) ?? null,
    mark: 'folded',
    colour: 'accent',
    tie: root === null ? null : 'line',
    texts: texts.lines,
    height: texts.height + LINE_GAP,
    href: `/claims/${lineage.claim.id}/lineage${root === null ? '' : `?root=${root.id}`}`,
    label: texts.lines.map(({ text }) => text).join(' '),
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
    ...EMPTY_LINE,
    key: `c${claim.id}`,
    tiedTo: after === focus ? first : `c${after}`,
    issued: origin?.issued ?? null,
    mark: isBreak ? 'break' : 'later',
    colour: 'line-strong',
    tie: 'line',
    texts: texts.lines,
    height: texts.height + LINE_GAP,
    href: `/claims/${claim.id}/${claim.slug}`,
    label: `${texts.lines.map(({ text }) => text).join(' ')} (later estimate)`,
  };
}
