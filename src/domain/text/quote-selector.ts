import { z } from 'zod';

const WORDS_MAX = 8;

function fewWords(text: string): boolean {
  return text.trim().split(/\s+/).length <= WORDS_MAX;
}

const words = z.string().trim().min(1).max(120).refine(fewWords, `at most ${WORDS_MAX} words of a source`);

/**
 * Where in a text something stands, by its own words: a W3C TextQuoteSelector
 * (Web Annotation Data Model, 4.2.4: https://www.w3.org/TR/annotation-model/#text-quote-selector).
 * No more of a source than a few words on each side.
 */
export const QuoteSelector = z
  .strictObject({ exact: words, prefix: words.nullable(), suffix: words.nullable() })
  .meta({ id: 'QuoteSelector' });
export type QuoteSelector = z.infer<typeof QuoteSelector>;

/** Where the words were found: start and end in UTF-16 units of the text, end excluded; or why they were not. */
export type QuoteAnchor = { found: true; start: number; end: number } | { found: false; why: 'gone' | 'ambiguous' };

/**
 * Looks the words up. White space and typographic quotation marks may differ. Words that have gone, or that stand in
 * several places of which prefix and suffix do not tell one from another, are given up: an anchor is orphaned rather
 * than moved to where it never was.
 */
export function findQuote(text: string, { exact, prefix, suffix }: QuoteSelector): QuoteAnchor {
  const { plain, offsets } = normalised(text);
  const wanted = normalised(exact).plain.trim();
  const before = normalised(prefix ?? '').plain.trim();
  const after = normalised(suffix ?? '').plain.trim();
  const places: number[] = [];
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    const left = plain.slice(0, at).trimEnd();
    const right = plain.slice(at + wanted.length).trimStart();
    if (left.endsWith(before) && right.startsWith(after)) places.push(at);
  }
  const [place] = places;
  if (place === undefined) return { found: false, why: 'gone' };
  if (places.length > 1) return { found: false, why: 'ambiguous' };
  const end = (offsets[place + wanted.length - 1] ?? 0) + 1;
  return { found: true, start: offsets[place] ?? 0, end };
}

/** The text with single spaces and straight quotation marks, and where each of its units stood. */
function normalised(text: string): { plain: string; offsets: number[] } {
  let plain = '';
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index] ?? '';
    const isSpace = /\s/.test(unit);
    if (isSpace && plain.endsWith(' ')) continue;
    plain += isSpace ? ' ' : unit.replace(/[\u2018\u2019]/, "'").replace(/[\u201c\u201d]/, '"');
    offsets.push(index);
  }
  return { plain, offsets };
}
