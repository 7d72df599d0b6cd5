import { escaped } from '../svg/markup';
import { qrSvg } from '../svg/qr';
import { cleanPrint, followable, languageTag } from './clean-print';
import { factSheetCss, pageCss } from './html-css';
import { inlineSvg } from './inline-svg';
import type { Inline, Print, PrintBlock, PrintNote, Tongue } from './print-model';
import { keywordsOf } from './marks';
import { tongueOf } from './tongue';
import { WORDS } from './words';

/** A fact sheet as one file that loads nothing, for a browser, a mail or an archive. */
export function renderHtml(given: Print): string {
  const print = cleanPrint(given);
  const { language, direction, title, footer, metadata } = print;
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  const meta = (name: string, content: string) => `<meta name="${name}" content="${escaped(content)}">`;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${[
  meta('author', metadata.author),
  meta('keywords', keywordsOf(metadata).join(', ')),
  meta('dcterms.created', metadata.created),
  ...(metadata.releaseId === null ? [] : [meta('plumbline:release', metadata.releaseId)]),
  ...(metadata.sha256 === null ? [] : [meta('plumbline:sha256', metadata.sha256)]),
  ...(metadata.verifyAt === null ? [] : [meta('plumbline:verify', metadata.verifyAt)]),
].join('\n')}
<style>
${factSheetCss}${pageCss(print)}</style>
</head>
<body class="fact-sheet-file">
<a class="skip" href="#fact-sheet">${escaped(WORDS[language].skip)}</a>
<main id="fact-sheet" tabindex="-1">
${bodyOf(print, 1)}
</main>
<footer>${escaped(footer)}</footer>
</body>
</html>
`;
}

/**
 * What stands in <main>, for a page of the site too: it needs `factSheetCss`. `titleLevel`: 2 where the page has a
 * heading of its own above; the others then stand a level lower.
 */
export function htmlBody(print: Print, titleLevel: 1 | 2 = 1): string {
  return bodyOf(cleanPrint(print), titleLevel);
}

function bodyOf(print: Print, titleLevel: 1 | 2): string {
  const { language, direction, title, subtitle, banner, body, end, notes, notesTitle } = print;
  const page: Page = {
    language,
    direction,
    deeper: titleLevel - 1,
    notes: new Set(notes.map(({ number }) => number)),
    marks: new Map(),
    figures: 0,
  };
  // In the order of reading, since marks are counted: a note leads back to each of its own.
  const head = [
    ...(banner === null ? [] : [`<p class="banner">${escaped(banner)}</p>`]),
    `<header><h${titleLevel}>${typed(page, title)}</h${titleLevel}>`,
    ...(subtitle.length === 0 ? [] : [`<p class="subtitle">${inlinesOf(page, subtitle)}</p>`]),
    '</header>',
  ];
  const before = body.map((block) => blockOf(page, block));
  const after = end.map((block) => blockOf(page, block));
  return [
    `<article class="fact-sheet" lang="${language}" dir="${direction}">`,
    ...head,
    ...before,
    ...(notes.length === 0 ? [] : [notesOf(page, notesTitle, notes)]),
    ...after,
    '</article>',
  ].join('\n');
}

/** What is counted and known while a page is written. */
type Page = {
  language: Print['language'];
  direction: 'ltr' | 'rtl';
  deeper: number;
  notes: ReadonlySet<number>;
  /** How many marks of a note were met. */
  marks: Map<number, number>;
  figures: number;
};

function blockOf(page: Page, block: PrintBlock): string {
  switch (block.kind) {
    case 'heading': {
      const level = block.level + page.deeper;
      return `<h${level} id="${escaped(block.id)}">${typed(page, block.text)}</h${level}>`;
    }
    case 'paragraph':
      return `<p class="${block.role}"${tongueAttributes(block.tongue)}>${inlinesOf(page, block.inlines)}</p>`;
    case 'list': {
      // Not on the item itself: its point would stand on the side where the list has no room for it.
      const item = ({ inlines, tongue }: (typeof block.items)[number]) =>
        `<li>${spanned(tongue, inlinesOf(page, inlines))}</li>`;
      return block.items.length === 0 ? '' : `<ul>\n${block.items.map(item).join('\n')}\n</ul>`;
    }
    case 'table':
      return tableOf(page, block);
    case 'figure': {
      page.figures += 1;
      const drawing = inlineSvg(block.svg, block.alt, `figure-${page.figures}`);
      return `<figure>${scrolling(block.caption, drawing)}<figcaption>${typed(page, block.caption)}</figcaption></figure>`;
    }
    case 'references':
      return referencesOf(page, block.items);
    case 'qr':
      // Too much for a code: what it would say is read instead.
      return `<div class="qr">${qrSvg(block.text, block.alt, 132) ?? escaped(block.text)}</div>`;
  }
}

const tongueAttributes = (tongue: Tongue | undefined): string => {
  if (tongue === null || tongue === undefined) return '';
  const language = languageTag(tongue.language);
  return `${language === null ? '' : ` lang="${language}"`} dir="${tongue.direction}"`;
};

function spanned(tongue: Tongue | undefined, markup: string): string {
  const attributes = tongueAttributes(tongue);
  return attributes === '' ? markup : `<span${attributes}>${markup}</span>`;
}

/** Words that somebody typed and whose language nobody said. */
const typed = (page: Page, text: string) => spanned(tongueOf(text, page), escaped(text));

function inlinesOf(page: Page, inlines: readonly Inline[], isNote = false): string {
  return inlines.map((inline) => inlineOf(page, inline, isNote)).join('');
}

function inlineOf(page: Page, inline: Inline, isNote: boolean): string {
  if (inline.kind === 'note') return isNote ? `<sup>${inline.number}</sup>` : markOf(page, inline.number);
  let markup = escaped(inline.text);
  if (inline.emphasis) markup = `<em>${markup}</em>`;
  if (inline.strong) markup = `<strong>${markup}</strong>`;
  if (inline.tone !== undefined) markup = `<mark class="tone-${inline.tone}">${markup}</mark>`;
  const href = followable(inline.href);
  if (href !== null) return `<a href="${escaped(href)}"${tongueAttributes(inline.tongue)}>${markup}</a>`;
  return spanned(inline.tongue, markup);
}

function markOf(page: Page, number: number): string {
  if (!page.notes.has(number)) return `<sup>${number}</sup>`;
  const time = (page.marks.get(number) ?? 0) + 1;
  page.marks.set(number, time);
  const id = markId(number, time);
  return `<sup><a id="${id}" class="mark" role="doc-noteref" href="#note-${number}" aria-describedby="notes">${number}</a></sup>`;
}

const markId = (number: number, time: number) => (time === 1 ? `mark-${number}` : `mark-${number}-${time}`);

/** A table or a drawing may be wider than a phone: it scrolls in its own place, by keyboard too. */
function scrolling(label: string, inside: string): string {
  const name = label === '' ? '' : ` aria-label="${escaped(label)}"`;
  return `<div class="scroll" tabindex="0" role="group"${name}>${inside}</div>`;
}

function tableOf(page: Page, { caption, heads, rows }: Extract<PrintBlock, { kind: 'table' }>): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const row = ([first, ...others]: Inline[][]) =>
    `<tr><th scope="row">${inlinesOf(page, first ?? [])}</th>${others
      .map((cell) => `<td>${inlinesOf(page, cell)}</td>`)
      .join('')}</tr>`;
  return scrolling(
    caption,
    `<table>\n<caption>${typed(page, caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows
      .map(row)
      .join('\n')}\n</tbody>\n</table>`,
  );
}

function referencesOf(page: Page, items: Extract<PrintBlock, { kind: 'references' }>['items']): string {
  if (items.length === 0) return '';
  const isNumbered = items.every(({ number }) => number !== null);
  const item = ({ number, inlines }: (typeof items)[number]) =>
    `<li${isNumbered ? ` value="${number}"` : ''}>${inlinesOf(page, inlines)}</li>`;
  const name = isNumbered ? 'ol' : 'ul';
  return `<${name} class="references">\n${items.map(item).join('\n')}\n</${name}>`;
}

function notesOf(page: Page, title: string, notes: readonly PrintNote[]): string {
  const level = 2 + page.deeper;
  return `<section class="notes" role="doc-endnotes" aria-labelledby="notes">
<h${level} id="notes">${escaped(title)}</h${level}>
<ol>
${notes.map((note) => noteOf(page, note)).join('\n')}
</ol>
</section>`;
}

function noteOf(page: Page, { number, title, facts }: PrintNote): string {
  const times = page.marks.get(number) ?? 0;
  const back = WORDS[page.language].back;
  const links = Array.from({ length: times }, (_, at) => {
    const name = times === 1 ? back : `${back} (${at + 1})`;
    // The arrow as text: as a picture, some phones draw an emoji.
    return `<a class="back" role="doc-backlink" href="#${markId(number, at + 1)}" aria-label="${escaped(name)}">↩\ufe0e</a>`;
  });
  const listed = facts.map(
    ({ label, inlines }) => `<div><dt>${escaped(label)}</dt><dd>${inlinesOf(page, inlines, true)}</dd></div>`,
  );
  return `<li id="note-${number}" value="${number}"><p>${[inlinesOf(page, title, true), ...links].join(' ')}</p>${
    listed.length === 0 ? '' : `<dl>${listed.join('')}</dl>`
  }</li>`;
}
