// Where a line of text ends cannot be asked of a browser when the drawing is made on the server. The advance widths of
// Inter, in hundredths of the size, for the printable characters of ASCII from the space on.
const ADVANCE = [
  28, 29, 47, 63, 64, 98, 64, 30, 36, 36, 65, 66, 29, 46, 29, 36, 63, 41, 61, 62, 65, 59, 62, 57, 62, 62, 29, 30, 66,
  66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 76, 64, 76, 64, 64, 65, 74, 69, 99, 68, 68,
  63, 36, 36, 36, 47, 49, 32, 56, 61, 57, 61, 58, 37, 61, 59, 24, 24, 55, 24, 88, 59, 60, 61, 61, 39, 53, 34, 59, 57,
  82, 55, 57, 55, 43, 33, 43, 66,
];
const OTHER = 62;

/** About how wide a line of Inter is, in the unit of `size`. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += ADVANCE[(character.codePointAt(0) ?? 0) - 32] ?? OTHER;
  return (sum * size) / 100;
}

/** The text in lines no wider than `width`, broken between words, never at a no-break space; a longer word stands on a line of its own. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  const space = textWidth(' ', size);
  let used = 0;
  for (const word of text.split(/[ \t\r\n]+/).filter((part) => part !== '')) {
    const needed = textWidth(word, size);
    const line = lines.at(-1);
    if (line !== undefined && used + space + needed <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
      used += space + needed;
    } else {
      lines.push(word);
      used = needed;
    }
  }
  return lines;
}

/** The text, or as much of it as fits into `width` with an ellipsis behind. */
export function shortened(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  let used = textWidth('…', size);
  let kept = 0;
  for (const character of characters) {
    used += textWidth(character, size);
    if (used > width) break;
    kept += 1;
  }
  return `${characters.slice(0, kept).join('').trimEnd()}…`;
}
