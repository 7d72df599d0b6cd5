/** From the first UTF-16 unit to behind the last one. */
type Span = { start: number; end: number };

/** A stretch of a text that lies in one mark, or in none. */
export type Piece<Mark> = { text: string; mark: Mark | null };

/**
 * A text in paragraphs (empty lines part them), each cut where a mark begins or ends. Marks come in any order. Where two
 * overlap, the later one keeps what the earlier one leaves; where one reaches over the end of a paragraph, it ends there.
 * The time it takes grows with the text and its marks together, and no faster.
 */
export function markedParagraphs<Mark extends { span: Span }>(
  text: string,
  marks: readonly Mark[],
): { start: number; pieces: Piece<Mark>[] }[] {
  const ordered = [...marks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let next = 0;
  return paragraphsOf(text).map(({ start, end }) => {
    const pieces: Piece<Mark>[] = [];
    let at = start;
    for (let mark = ordered[next]; mark !== undefined && mark.span.start < end; mark = ordered[next]) {
      next += 1;
      const from = Math.max(at, mark.span.start);
      const to = Math.min(end, mark.span.end);
      if (to <= from) continue;
      if (from > at) pieces.push({ text: text.slice(at, from), mark: null });
      pieces.push({ text: text.slice(from, to), mark });
      at = to;
    }
    if (at < end) pieces.push({ text: text.slice(at, end), mark: null });
    return { start, pieces };
  });
}

/** Where there are letters between empty lines. */
function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  const add = (end: number) => {
    if (text.slice(start, end).trim() !== '') paragraphs.push({ start, end });
  };
  for (const { 0: gap, index } of text.matchAll(/\n[^\S\n]*(?:\n[^\S\n]*)+/g)) {
    add(index);
    start = index + gap.length;
  }
  add(text.length);
  return paragraphs;
}
