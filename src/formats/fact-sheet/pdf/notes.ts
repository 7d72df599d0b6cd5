import type { Inline, Print, PrintNote } from '../print-model';
import type { Piece } from './flow';
import { COLOURS, STYLES } from './look';
import { type Cell, rowPieces } from './rows';
import { type Box, placeOfNote, type Sheet } from './sheet';
import type { Element } from './structure';

// Notes: small, but nothing left out. What is short stands two by two.

type Fact = Print['notes'][number]['facts'][number];

const NUMBER = 22;
const LABEL = 86;
const GUTTER = 14;

export function notePieces(sheet: Sheet, note: PrintNote, parent: Element): Piece[] {
  const element = sheet.element(parent, 'Note', { id: placeOfNote(note.number).replace(/\d+/, padded) });
  const area = sheet.inset(NUMBER, sheet.body.width - NUMBER);
  const list = note.facts.length === 0 ? [] : rowsOf(sheet, note.facts, area, titleAnd(sheet, note, element, area));
  return list.length > 0 ? list : titleAnd(sheet, note, element, area).title;
}

const padded = (number: string) => number.padStart(6, '0');

/** Number and title; and the list beneath it that the facts become points of. */
function titleAnd(sheet: Sheet, note: PrintNote, element: Element, area: Box) {
  const mark = sheet.inset(0, NUMBER - 4);
  const label = sheet.element(element, 'Lbl');
  const heading = sheet.element(element, 'P');
  const title: Inline[] = note.title.length > 0 ? note.title : [{ kind: 'text', text: note.claim }];
  const cells: Cell[] = [
    {
      paragraph: sheet.words(String(note.number), STYLES.noteNumber, mark),
      telling: sheet.telling(label),
      box: mark,
    },
    { paragraph: sheet.paragraph(title, STYLES.noteTitle, area), telling: sheet.telling(heading), box: area },
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
  const columns = [sheet.inset(0, half, area), sheet.inset(half + GUTTER, half, area)];
  const pieces: Piece[][] = [];
  for (let index = 0; index < facts.length; index += 1) {
    const [fact, next] = [facts[index] as Fact, facts[index + 1]];
    const pair = next !== undefined && isShort(sheet, fact, half) && isShort(sheet, next, half);
    const cells = pair
      ? [...factCells(sheet, fact, list, columns[0] as Box), ...factCells(sheet, next, list, columns[1] as Box)]
      : factCells(sheet, fact, list, area);
    if (pair) index += 1;
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

/** Whether label and value fit side by side into one line of a half. */
function isShort(sheet: Sheet, fact: Fact, half: number): boolean {
  const lines = (inlines: Inline[], style: typeof STYLES.fact | typeof STYLES.factLabel, width: number) =>
    sheet.paragraph(inlines, style, { x: 0, width }).lines.length;
  return (
    lines(fact.inlines, STYLES.fact, half - LABEL) === 1 &&
    lines([{ kind: 'text', text: fact.label }], STYLES.factLabel, LABEL - 6) === 1
  );
}

function factCells(sheet: Sheet, fact: Fact, list: Element, box: Box): Cell[] {
  const item = sheet.element(list, 'LI');
  const [label, value] = [sheet.inset(0, LABEL - 6, box), sheet.inset(LABEL, box.width - LABEL, box)];
  return [
    {
      paragraph: sheet.words(fact.label, STYLES.factLabel, label),
      telling: sheet.telling(sheet.element(item, 'Lbl')),
      box: label,
    },
    {
      paragraph: sheet.paragraph(fact.inlines, STYLES.fact, value),
      telling: sheet.telling(sheet.element(item, 'LBody')),
      box: value,
    },
  ];
}
