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
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  shy: '',
  middot: '·',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  oacute: 'ó',
  ntilde: 'ñ',
};

/**
 * The text of an HTML page: without tags, comments, scripts and styles, entities decoded. One pass from left to right,
 * so that no page, however it is made, takes more than its length.
 */
export function htmlText(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      parts.push(html.slice(at));
      break;
    }
    parts.push(html.slice(at, open));
    const tag = readTag(html, open);
    if (tag === null) {
      parts.push('<');
      at = open + 1;
      continue;
    }
    if (!INLINE.has(tag.name)) parts.push(' ');
    at = !tag.isEnd && SKIPPED.has(tag.name) ? endOf(html, tag.name, tag.end) : tag.end;
  }
  return decoded(parts.join('')).replace(/\s+/g, ' ').trim();
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

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITY[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}
