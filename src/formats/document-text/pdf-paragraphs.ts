import type { Line } from './pdf-lines';

/** Sentences end so; closing quotation marks and marks of notes may follow. */
const SENTENCE_END = /[.!?:;…؟。]["'”’»)\]]*[⁰¹²³⁴-⁹\d]{0,3}\s*$/;
/** A word, or a range, goes on in the next line. */
const PARTED = /[\p{L}\p{M}\d][-\u2010\u2011\u00ad]$/u;
const BULLET = /^([•‣▪▫◦●○■□–—*·]\s|\(?[a-z0-9]{1,2}[.)]\s)/i;

/** The first word of numbers that are written with a hyphen whatever the line does: "twenty-five", "two-thirds". */
const NUMBER_WORD =
  /(?:^|[^\p{L}])(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|two|three|four|five|six|seven|eight|nine|ten|half|mid|non|self|ex|anti|under|over|cross)$/iu;

// In sizes of the letters.
const PITCH_MAX = 1.35;
const SIZE_DIFFERENCE = 0.12;
const INDENT_MIN = 0.8;
/** Characters of a line that is no row of a table. */
const PROSE_MIN = 35;
/** No word is longer. */
const TAIL = 60;
/** Lines of one column begin within this. */
const COLUMN_LEFT = 5;

/** Lines put together to paragraphs: parted by an empty line, rows of a table by a line break. */
export function paragraphsOf(printed: readonly Line[], words: ReadonlySet<string>): string {
  const parts: string[] = [];
  const lines = withoutWideSpaces(printed);
  const pitch = pitchOf(lines);
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before === undefined) parts.push(line.text);
    else if (line.text.includes('\t') || before.text.includes('\t'))
      parts.push(rowBreak(before, line, pitch), line.text);
    else if (beginsParagraph(before, line, pitch, edgesAt(lines, index))) parts.push('\n\n', line.text);
    else {
      const last = parts.pop() ?? '';
      const { cut, space } = seamOf(last, line.text, words);
      parts.push(last.slice(0, last.length - cut), space, line.text);
    }
  }
  return parts.join('');
}

/** A line that is as long as its neighbour was stretched to be: what looks like cells are words far apart. */
function withoutWideSpaces(lines: readonly Line[]): Line[] {
  const narrow: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const isStretched = [narrow.at(-1), lines[index + 1]].some(
      (near) =>
        near !== undefined &&
        near.block === line.block &&
        !near.text.includes('\t') &&
        near.text.length >= PROSE_MIN &&
        Math.abs(near.right - line.right) < 0.3 * line.size &&
        Math.abs(near.left - line.left) < 0.3 * line.size,
    );
    narrow.push(isStretched ? { ...line, text: line.text.replaceAll('\t', ' ') } : line);
  }
  return narrow;
}

function rowBreak(before: Line, line: Line, pitch: number): string {
  return line.block === before.block && line.y - before.y < 2 * pitch * line.size ? '\n' : '\n\n';
}

/** How far lines are usually apart, in sizes of their letters. */
function pitchOf(lines: readonly Line[]): number {
  const pitches = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      if (before === undefined || before.block !== line.block) return [];
      const pitch = (line.y - before.y) / line.size;
      return pitch > 0.8 && pitch < 3 && isAlike(before.size, line.size) ? [pitch] : [];
    })
    .sort((a, b) => a - b);
  // The lower quarter and not the middle: a page of short paragraphs has more gaps than lines.
  return Math.max(1, pitches[Math.floor(pitches.length / 4)] ?? 1.2);
}

const isAlike = (a: number, b: number) => Math.abs(a - b) <= SIZE_DIFFERENCE * Math.max(a, b);

type Edges = { left: number; right: number };

/** The edges of the column around a line, by its neighbours of the same size. */
function edgesAt(lines: readonly Line[], index: number): Edges {
  const line = lines[index];
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const near of lines.slice(Math.max(0, index - 3), index + 3)) {
    if (line === undefined || near.block !== line.block || !isAlike(near.size, line.size)) continue;
    if (Math.abs(near.left - line.left) > COLUMN_LEFT * line.size) continue;
    left = Math.min(left, near.left);
    right = Math.max(right, near.right);
  }
  return { left, right };
}

function beginsParagraph(before: Line, line: Line, pitch: number, column: Edges): boolean {
  if (!isAlike(before.size, line.size)) return true;
  // From the foot of a column to the head of the next.
  if (before.block !== line.block) return line.block < 0 || before.block < 0 || !goesOn(before.text, line.text);
  if (line.y - before.y > PITCH_MAX * pitch * line.size) return true;
  if (PARTED.test(before.text)) return false;
  if (BULLET.test(line.text)) return true;
  const width = Math.max(1, column.right - column.left);
  const isEnd = SENTENCE_END.test(before.text);
  const indent = (line.left - before.left) / line.size;
  if (isEnd && indent > INDENT_MIN && line.left - column.left < width / 3) return true;
  const short = (column.right - before.right) / width;
  if (isEnd && short > 0.2) return true;
  return short > 0.4 && /^\P{Ll}*\p{Lu}/u.test(line.text);
}

/** Whether a sentence goes on from one column or page to the next. */
export function goesOn(before: string, after: string): boolean {
  return !SENTENCE_END.test(before) && /^["'“‘«(]?[\p{Ll}\d]/u.test(after) && !BULLET.test(after);
}

/** How a line goes on with the one before: what of that goes, and what comes between. A word that was parted is whole again. */
export function seamOf(before: string, line: string, words: ReadonlySet<string>): { cut: number; space: '' | ' ' } {
  if (before.endsWith('\u00ad')) return { cut: 1, space: '' };
  const end = before.slice(-TAIL);
  const first = /([\p{L}\p{M}]+|\d)[-\u2010\u2011]$/u.exec(end)?.[1];
  if (first === undefined) return { cut: 0, space: ' ' };
  const last = /^[\p{L}\p{M}]+/u.exec(line.slice(0, TAIL))?.[0] ?? '';
  const isWord = /^\p{Ll}/u.test(last) && !/\d$/.test(first);
  const keeps = !isWord || keepsHyphen(first, last, end, words);
  return { cut: keeps ? 0 : 1, space: '' };
}

function keepsHyphen(first: string, last: string, end: string, words: ReadonlySet<string>): boolean {
  const whole = `${first}${last}`.toLowerCase();
  if (words.has(`${first}-${last}`.toLowerCase())) return !words.has(whole);
  return NUMBER_WORD.test(end.slice(0, -1)) && !words.has(whole);
}

/** Every word of the document, with its hyphens, to know how it writes those that a line parts. */
export function wordsOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    const inner = text.replace(/(?<![\p{L}\p{M}])[\p{L}\p{M}]+[-\u2010\u2011\u00ad]$/u, '');
    for (const [word] of inner.toLowerCase().matchAll(/[\p{L}\p{M}]+(-[\p{L}\p{M}]+)*/gu)) words.add(word);
  }
  return words;
}
