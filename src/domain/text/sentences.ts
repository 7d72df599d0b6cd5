/** Part of a text, in UTF-16 units. */
type Span = { start: number; end: number };

// Where a point ends no sentence.
const ABBREVIATION =
  /(?:^|[\s(“"'‘])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|No|Nos|Art|Arts|p|pp|para|paras|vol|ed|eds|al|cf|e\.g|i\.e|etc|ca|c|approx|vs|Inc|Ltd|Co|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m|Fig|figs|ch|sec|est|Gen|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;
const END =
  /(?<![.!?…])[.!?…]+[”"’'»)\]]*(?:\[\d+\]|[⁰¹²³⁴-⁹]+|\d{1,3}(?=\s))?(?=\s)|\n[ \t]*\n|\n(?=[ \t]*(?:[-–—*•▪◦]|\(?\d{1,3}[.)])\s)/gu;
const BEGIN = /^\s*[“"‘'«([–—-]*\s*[\p{Lu}\p{N}\p{Lo}]/u;
/** Longer than any sentence: a table or a list without points is cut here. */
const LENGTH_MAX = 1500;

/**
 * The sentences of a text, in order: a point ends one where another begins behind it with a capital or a number; so does an empty line, or
 * the next item of a list. What is longer than 1,500 characters is cut. The time grows with the length of the text.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    for (let from = start; from < end; from += LENGTH_MAX) {
      const span = trimmed(text, from, Math.min(end, from + LENGTH_MAX));
      if (span !== null) spans.push(span);
    }
    start = end;
  };
  for (const { 0: mark, index } of text.matchAll(END)) {
    const end = index + mark.length;
    const isBreak = mark.startsWith('\n');
    if (!isBreak && !BEGIN.test(text.slice(end, end + 12))) continue;
    if (!isBreak && mark.startsWith('.') && ABBREVIATION.test(text.slice(Math.max(start, index - 12), index + 1)))
      continue;
    push(end);
  }
  push(text.length);
  return spans;
}

function trimmed(text: string, from: number, to: number): Span | null {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return start < end ? { start, end } : null;
}
