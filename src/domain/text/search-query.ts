import { findNumbers, numberToken } from './numbers';

/** What a reader typed, taken apart: words to stem and match, numbers to match by value. */
export type SearchQuery = { words: string[]; numbers: { value: number; percent: boolean; token: string }[] };

/** Longer than any sensible question; more than this is refused rather than cut. */
const QUERY_LENGTH_MAX = 200;
const WORDS_MAX = 16;

/** What is wrong with a search text; null when it can be searched. */
export function queryFault(q: string | undefined): string | null {
  if (q === undefined) return null;
  if (q.length > QUERY_LENGTH_MAX) return `must have at most ${QUERY_LENGTH_MAX} characters`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(q)) return 'must not contain control characters';
  return q.trim() === '' || /[\p{L}\p{N}]/u.test(q) ? null : 'must have a word or a number in it';
}

/**
 * Takes a query apart. Everything that is neither a letter nor a digit separates words, so that no character of it
 * can mean anything to the database.
 */
export function parseSearchQuery(text: string): SearchQuery {
  // U.S. is one word.
  const clean = text.normalize('NFKC').replace(/(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu, '$1');
  const found = findNumbers(clean);
  let rest = '';
  let from = 0;
  for (const number of found) {
    rest += `${clean.slice(from, number.start)} `;
    from = number.end;
  }
  rest += clean.slice(from);
  const words = rest.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];
  const unique = [...new Set(words)].slice(0, WORDS_MAX);
  return {
    words: unique,
    numbers: found
      .slice(0, WORDS_MAX)
      .map(({ value, percent }) => ({ value, percent, token: numberToken(value, percent) })),
  };
}

/**
 * The number words under which a figure is found: its point, low and high, and every number printed for it.
 * A percentage is found with and without its sign; 1.8 million only as 1,800,000.
 */
export function figureTokens(
  figure: { kind: string; value: number | null; low: number | null; high: number | null },
  printed: readonly (string | null)[],
): string[] {
  const tokens = new Set<string>();
  const add = (value: number, percent: boolean) => {
    tokens.add(numberToken(value, false));
    if (percent) tokens.add(numberToken(value, true));
  };
  const percent = figure.kind.startsWith('percent');
  for (const value of [figure.value, figure.low, figure.high]) if (value !== null) add(Math.abs(value), percent);
  for (const text of printed) {
    for (const number of findNumbers(text ?? '')) add(number.value, number.percent || percent);
  }
  return [...tokens];
}
