import { type GapCell, gapFinding, type GapKind, type GapLine, type GapMatrix, gapTally } from '../../domain/gaps';
import { namedFor } from '../../domain/named-gaps';
import { GAP_KIND, RELIABILITY } from '../../domain/words';
import type { Chart, Look } from './chart';
import { element, textLine } from './markup';
import type { Palette } from './palette';
import { wrapped } from './text-fit';

const [ROW, HEAD_WIDTH, LEGEND_LINE] = [52, 184, 22];
const KINDS = Object.keys(GAP_KIND) as GapKind[];

/**
 * The matrix as one drawing, to keep or to print: on the page it is a table.
 *
 * @param pairs what a pair is of: `a topic and a part of a region`
 * @param asOfYear the year that ages are counted from
 */
export function gapMatrixChart(
  matrix: GapMatrix,
  { pairs, asOfYear, sources }: { pairs: string; asOfYear: number; sources: string },
  { palette, width }: Look,
): Chart {
  const column = (width - HEAD_WIDTH) / matrix.topics.length;
  const heads = matrix.topics.map(({ code, name }) => [
    ...wrapped(name, column - 10, 12),
    ...(namedFor('topics', code).length > 0 ? ['† named'] : []),
  ]);
  const top = Math.max(...heads.map((lines) => lines.length)) * 15 + 12;
  const bottom = top + matrix.lines.length * ROW;
  return {
    title: `${gapFinding(gapTally(matrix), pairs)}.`,
    units: `Number of claims; below it the best reliability among them and the latest year one speaks of. As of ${asOfYear}.`,
    sources,
    width,
    height: bottom + 16 + (KINDS.length + 1) * LEGEND_LINE,
    body: [
      hatching(palette),
      ...heads.map((lines, i) => columnHead(lines, HEAD_WIDTH + i * column, top, palette)),
      ...matrix.lines.flatMap((line, row) => [
        rowHead(line, top + row * ROW, palette),
        ...(matrix.cells[row] ?? []).map((cell, i) =>
          cellOf(cell, { x: HEAD_WIDTH + i * column, y: top + row * ROW, width: column }, line.reference, palette),
        ),
      ]),
      legend(bottom + 16, palette),
    ].join(''),
  };
}

/** Where there is nothing, lines run across: seen without colour as well. */
function hatching(palette: Palette): string {
  const line = element('path', { d: 'M0 8 8 0', stroke: palette['line-strong'], 'stroke-width': 0.75, opacity: 0.6 });
  const size = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' };
  return element('defs', {}, element('pattern', { id: 'gap-hatching', ...size }, line));
}

function columnHead(lines: readonly string[], x: number, top: number, palette: Palette): string {
  const first = top - 10 - (lines.length - 1) * 15;
  return lines
    .map((line, i) =>
      textLine(line, { x: x + 5, y: first + i * 15, 'font-size': 12, 'font-weight': 600, fill: palette.ink }),
    )
    .join('');
}

function rowHead({ code, name, reference }: GapLine, y: number, palette: Palette): string {
  const named = namedFor('lines', code).length > 0;
  const lines = [...wrapped(name, HEAD_WIDTH - 20, 13), ...(named ? ['† named in 2014'] : [])];
  const first = y + ROW / 2 + 5 - (lines.length - 1) * 8;
  return lines
    .map((line, i) =>
      textLine(line, {
        x: reference ? 0 : 12,
        y: first + i * 16,
        'font-size': line.startsWith('†') ? 12 : 13,
        'font-weight': reference ? 600 : undefined,
        fill: palette.ink,
      }),
    )
    .join('');
}

type Box = { x: number; y: number; width: number };

function cellOf(cell: GapCell, { x, y, width }: Box, reference: boolean, palette: Palette): string {
  const box = { x: x + 1, y: y + 1, width: width - 2, height: ROW - 2 };
  const small = (text: string, line: number, fill: string) =>
    textLine(text, { x: x + 6, y: y + line, 'font-size': 12, fill });
  const count = textLine(String(cell.count), {
    x: x + 6,
    y: y + 18,
    'font-size': 15,
    'font-weight': 600,
    fill: cell.gap === 'nothing' ? palette.warn : palette.ink,
  });
  const mark =
    cell.gap === null
      ? ''
      : textLine(GAP_KIND[cell.gap].mark, { x: x + width - 20, y: y + 18, 'font-size': 14, fill: palette.warn });
  if (cell.bestReliability === null) {
    return [
      element('rect', { ...box, fill: palette.paper, stroke: palette['line-strong'], 'stroke-dasharray': '3 2' }),
      element('rect', { ...box, fill: 'url(#gap-hatching)' }),
      count,
      mark,
      small('nothing', 38, palette.warn),
    ].join('');
  }
  return [
    element('rect', { ...box, fill: reference ? palette.wash : palette.paper, stroke: palette.line }),
    count,
    mark,
    small(RELIABILITY[cell.bestReliability].label, 33, palette[`level-${cell.bestReliability}`]),
    small(cell.latestYear === null ? 'no year' : String(cell.latestYear), 47, palette.muted),
  ].join('');
}

function legend(y: number, palette: Palette): string {
  const line = (text: string, i: number) =>
    textLine(text, { x: 0, y: y + (i + 1) * LEGEND_LINE - 6, 'font-size': 12, fill: palette.ink });
  return [
    ...KINDS.map((kind, i) => line(`${GAP_KIND[kind].mark}  ${GAP_KIND[kind].label}: ${GAP_KIND[kind].meaning}`, i)),
    line('†  Named as a gap by the founding document of about 2014.', KINDS.length),
  ].join('');
}
