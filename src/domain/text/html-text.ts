// The words of a web page, for looking something up in them. Nothing of it is ever shown or run.

/** What stands inside of these is not read by anybody. */
const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'iframe', 'textarea', 'select']);

/** Marks inside of a line: they do not part words. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const ENTITY: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  // Spaces that part thousands stay what they are: whoever reads a figure has to tell them from others.
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '',
  ndash: '–',
  mdash: '—',
  minus: '−',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  middot: '·',
  bull: '•',
  sect: '§',
  para: '¶',
  deg: '°',
  times: '×',
  plusmn: '±',
  asymp: '≈',
  le: '≤',
  ge: '≥',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  dagger: '†',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  ccedil: 'ç',
  iacute: 'í',
  icirc: 'î',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  oacute: 'ó',
  ocirc: 'ô',
  uacute: 'ú',
  ntilde: 'ñ',
  atilde: 'ã',
  otilde: 'õ',
  szlig: 'ß',
  oslash: 'ø',
  aring: 'å',
};

/** What numbers 128 to 159 mean to every browser: the places of Windows-1252. */
const OLD_NUMBERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A stretch of text with its entities still in it, or a tag; `source` is the whole tag with its attributes. */
export type HtmlPiece =
  | { type: 'text'; text: string }
  | { type: 'tag'; name: string; isEnd: boolean; isInline: boolean; source: string };

/**
 * The text of an HTML page: without tags, comments, scripts and styles, entities decoded. One pass from left to right,
 * so that no page, however it is made, takes more than its length.
 */
export function htmlText(html: string): string {
  const parts: string[] = [];
  for (const piece of htmlPieces(html)) {
    if (piece.type === 'text') parts.push(piece.text);
    else if (!piece.isInline) parts.push(' ');
  }
  return decodeEntities(parts.join('')).replace(/\s+/g, ' ').trim();
}

/** A page from left to right, without what nobody reads. */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      yield { type: 'text', text: html.slice(at) };
      return;
    }
    if (open > at) yield { type: 'text', text: html.slice(at, open) };
    const tag = readTag(html, open);
    if (tag === null) {
      yield { type: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const { name, isEnd, end } = tag;
    yield { type: 'tag', name, isEnd, isInline: INLINE.has(name), source: html.slice(open, end) };
    at = !isEnd && SKIPPED.has(name) ? endOf(html, name, end) : end;
  }
}

type Tag = { name: string; isEnd: boolean; end: number };

/** The tag or comment that begins here; null where a mere "<" stands. */
function readTag(html: string, open: number): Tag | null {
  if (html.startsWith('<!--', open)) return { name: '!', isEnd: true, end: after(html, '-->', open + 4) };
  const match = /^<(\/?)([a-z][a-z0-9-]{0,40}|[!?])/i.exec(html.slice(open, open + 48));
  if (match === null) return null;
  return {
    name: (match[2] ?? '').toLowerCase(),
    isEnd: match[1] === '/',
    end: endOfTag(html, open + match[0].length),
  };
}

/** Behind the ">" that ends a tag; one inside of quotation marks does not. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const unit = html[at] ?? '';
    if (quote !== '') {
      if (unit === quote) quote = '';
    } else if (unit === '>') return at + 1;
    else if ((unit === '"' || unit === "'") && html[at - 1] === '=') quote = unit;
  }
  return html.length;
}

function endOf(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}(?=[\\s>/])`, 'gi');
  pattern.lastIndex = from;
  const match = pattern.exec(html);
  return match === null ? html.length : endOfTag(html, match.index + match[0].length);
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITY[name] ?? capital(name) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (code >= 0x80 && code <= 0x9f) return OLD_NUMBERS[code - 0x80] ?? ' ';
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

/** "&Eacute;" is the capital of "&eacute;"; the three or four pairs where that is not so are none of ours. */
function capital(name: string): string | undefined {
  if (!/^[A-Z][a-z]+$/.test(name)) return undefined;
  const small = ENTITY[name.toLowerCase()];
  return small !== undefined && /^\p{Ll}$/u.test(small) ? small.toUpperCase() : undefined;
}
