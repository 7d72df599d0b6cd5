import type { Print, PrintNote } from '../print-model';
import type { Piece } from './flow';
import { COLOURS, STYLES } from './look';
import { type Cell, rowPieces } from './rows';
import { type Box, placeOfNote, type Sheet } from './sheet';
import type { Element } from './structure';

// Notes: small, but nothing left out. What is short stands two by two.

type Fact = Print['notes'][number]['facts'][number];

const NUMBER = 22;
const LABEL = 80;
const GUTTER = 14;

export function notePieces(sheet: Sheet, note: PrintNote, parent: Element): Piece[] {
  const element = sheet.element(parent, 'Note', { id: placeOfNote(note.number).replace(/\d+/, padded) });
  const area = sheet.inset(NUMBER, sheet.body.width - NUMBER);
  const list = note.facts.length === 0 ? [] : rowsOf(sheet, note.facts, area, titleAnd(sheet, note, element, area));
  return list.length > 0 ? list : titleAnd(sheet, note, element, area).title;
}

const padded = (number: string) => number.padStart(6, '0');

/** Number and title, which names the claim; and the element that the facts belong to. */
function titleAnd(sheet: Sheet, note: PrintNote, element: Element, area: Box) {
  const mark = sheet.inset(0, NUMBER - 4);
  const told = (type: string) => sheet.telling(sheet.element(element, type));
  const cells: Cell[] = [
    { paragraph: sheet.words(String(note.number), STYLES.noteNumber, mark), telling: told('Lbl'), box: mark },
    { paragraph: sheet.paragraph(note.title, STYLES.noteTitle, area), telling: told('P'), box: area },
  ];
  const pieces = rowPieces(sheet, cells, {
    ...{ before: 10, isKept: note.facts.length > 0 },
    begin: (top) => sheet.place(placeOfNote(note.number), top),
  });
  return { title: pieces, element };
}

function rowsOf(sheet: Sheet, facts: readonly Fact[], area: Box, above: ReturnType<typeof titleAnd>): Piece[] {
  const list = sheet.element(above.element, 'L', { attributes: { O: 'List', ListNumbering: 'None' } });
  const half = (area.width - GUTTER) / 2;
  const [left, right] = [sheet.inset(0, half, area), sheet.inset(half + GUTTER, half, area)];
  const pieces: Piece[][] = [];
  for (let index = 0; index < facts.length; index += 1) {
    const [fact, next] = [facts[index] as Fact, facts[index + 1]];
    const first: Laid | null = shortOf(sheet, fact, left);
    const second: Laid | null = first === null || next === undefined ? null : shortOf(sheet, next, right);
    let cells: Cell[];
    if (first !== null && second !== null) {
      cells = [...cellsOf(sheet, first, list), ...cellsOf(sheet, second, list)];
      index += 1;
    } else cells = cellsOf(sheet, laid(sheet, fact, area), list);
    // The first and the last fact do not stand alone on a page.
    const isEnd = pieces.length === 0 || index >= facts.length - 3;
    pieces.push(
      rowPieces(sheet, cells, {
        ...{ before: 1.5, linesTogether: 8, isKept: isEnd && index < facts.length - 1 },
        after: (bottom) => hairline(sheet, area, bottom),
      }),
    );
  }
  return [...above.title, ...pieces.flat()];
}

function hairline(sheet: Sheet, area: Box, bottom: number) {
  sheet.canvas.box('artifact', area.x, bottom + 0.6, area.width, 0.3, COLOURS.line);
}

/** A fact in lines, label beside value. */
type Laid = { label: Cell['paragraph']; value: Cell['paragraph']; boxes: [label: Box, value: Box] };

/** No text of more characters than this can be short. */
const SHORT_MAX = 110;

/** A fact that fits into one line of half the width; null: it does not. */
function shortOf(sheet: Sheet, fact: Fact, box: Box): Laid | null {
  const length = fact.inlines.reduce((sum, inline) => sum + (inline.kind === 'text' ? inline.text.length : 1), 0);
  if (length > SHORT_MAX) return null;
  const short = laid(sheet, fact, box);
  return short.value.lines.length === 1 && short.label.lines.length === 1 ? short : null;
}

function laid(sheet: Sheet, fact: Fact, box: Box): Laid {
  const [label, value] = [sheet.inset(0, LABEL - 6, box), sheet.inset(LABEL, box.width - LABEL, box)];
  return {
    label: sheet.words(fact.label, STYLES.factLabel, label),
    value: sheet.paragraph(fact.inlines, STYLES.fact, value),
    boxes: [label, value],
  };
}

function cellsOf(sheet: Sheet, { label, value, boxes }: Laid, list: Element): Cell[] {
  const item = sheet.element(list, 'LI');
  return [
    { paragraph: label, telling: sheet.telling(sheet.element(item, 'Lbl')), box: boxes[0] },
    { paragraph: value, telling: sheet.telling(sheet.element(item, 'LBody')), box: boxes[1] },
  ];
}
