import { decodeEntities, type HtmlPiece, htmlPieces } from './html-text';
import { lowered, raised } from './raised';

/** Elements with an empty line before and after them. */
const PARAGRAPHS = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure figcaption section article header footer main aside nav form address hr body caption'.split(
    ' ',
  ),
);

/** Elements without an end. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr ! ?'.split(' '));

/** Written out in the tag that nobody sees what is inside. */
const HIDDEN = /\s(hidden(?=[\s=>/])|style\s*=\s*(["'])[^"']*(display\s*:\s*none|visibility\s*:\s*hidden))/i;

/** Pieces of a page that are read between two breaths: a few milliseconds. */
const PIECES_AT_ONCE = 2000;

/**
 * What a reader sees of an HTML page, as lines: paragraphs parted by an empty line, rows of a table a line each with a
 * tab between cells, raised digits as raised digits. Numbers of lists are left out. Takes time in proportion to the
 * page; whoever reads a long one can do something else between the steps.
 */
export function* readableHtml(html: string): Generator<void, string> {
  const lines = new Lines();
  let hidden: { name: string; depth: number } | null = null;
  let preformatted = 0;
  let script: 'raised' | 'lowered' | null = null;
  let pieces = 0;
  for (const piece of htmlPieces(html)) {
    pieces += 1;
    if (pieces % PIECES_AT_ONCE === 0) yield;
    if (hidden !== null) {
      if (piece.type === 'text' || piece.name !== hidden.name) continue;
      hidden.depth += piece.isEnd ? -1 : 1;
      if (hidden.depth === 0) hidden = null;
      continue;
    }
    if (piece.type === 'text') {
      lines.add(inScript(decodeEntities(piece.text), script), preformatted > 0);
      continue;
    }
    if (isHidden(piece)) {
      hidden = { name: piece.name, depth: 1 };
      continue;
    }
    if (piece.name === 'pre') preformatted = Math.max(0, preformatted + (piece.isEnd ? -1 : 1));
    if (piece.name === 'sup') script = piece.isEnd ? null : 'raised';
    if (piece.name === 'sub') script = piece.isEnd ? null : 'lowered';
    part(lines, piece);
  }
  return lines.text();
}

type Tag = Extract<HtmlPiece, { type: 'tag' }>;

function isHidden({ name, isEnd, source }: Tag): boolean {
  return !isEnd && !VOID.has(name) && !source.endsWith('/>') && HIDDEN.test(source);
}

function inScript(text: string, script: 'raised' | 'lowered' | null): string {
  if (script === null) return text;
  return script === 'raised' ? raised(text) : lowered(text);
}

function part(lines: Lines, { name, isInline, isEnd }: Tag): void {
  if (isInline || name === '!' || name === 'img') return;
  if (name === 'td' || name === 'th') lines.cell(isEnd);
  else if (name === 'tr') lines.row();
  else lines.part(PARAGRAPHS.has(name) ? 2 : 1);
}

/** Text that is put together from stretches, with the breaks between them counted once. */
class Lines {
  readonly #parts: string[] = [];
  /** What has to stand before the next stretch: a space, a tab, or so many line breaks. */
  #space = false;
  #tab = false;
  #breaks = 0;
  /** A paragraph that begins a cell begins no line. */
  #isCellStart = false;

  add(text: string, preformatted: boolean): void {
    if (preformatted) {
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) this.part(1);
        this.#word(line.trimEnd());
      }
      return;
    }
    for (const [index, word] of text.split(/[ \t\n\r\f]+/).entries()) {
      if (index > 0) this.#space = true;
      this.#word(word);
    }
  }

  cell(isEnd: boolean): void {
    this.#isCellStart = !isEnd;
    if (!isEnd) return;
    this.#tab = true;
    this.#breaks = 0;
  }

  row(): void {
    this.#tab = false;
    this.#isCellStart = false;
    this.part(1);
  }

  part(breaks: number): void {
    if (!this.#isCellStart) this.#breaks = Math.max(this.#breaks, breaks);
  }

  text(): string {
    return this.#parts.join('');
  }

  #word(word: string): void {
    if (word === '') return;
    if (this.#parts.length > 0) this.#parts.push(this.#before());
    this.#parts.push(word);
    this.#space = false;
    this.#tab = false;
    this.#breaks = 0;
    this.#isCellStart = false;
  }

  #before(): string {
    if (this.#tab && this.#breaks < 1) return '\t';
    if (this.#breaks > 0) return '\n'.repeat(this.#breaks);
    return this.#space ? ' ' : '';
  }
}
