import { cleanPrint, followable } from './clean-print';
import { escapedMarkdown, lineMarkdown } from './markdown-text';
import { marksInOrder } from './marks';
import type { Inline, Print, PrintBlock, PrintNote } from './print-model';
import { labelled } from './words';

/** A fact sheet as CommonMark with the tables and footnotes of GitHub's dialect (https://github.github.com/gfm). */
export function renderMarkdown(given: Print): string {
  const print = cleanPrint(given);
  const { title, subtitle, banner, body, end, notes, notesTitle, language } = print;
  const marked = new Set(marksInOrder(print));
  const footnotes = notes.filter(({ number }) => marked.has(number));
  const others = notes.filter(({ number }) => !marked.has(number));
  const { releaseId, sha256, verifyAt } = print.metadata;
  const paragraphs = [
    heading(1, title),
    ...(banner === null ? [] : [`> ${lineMarkdown(`**${escapedMarkdown(banner)}**`)}`]),
    lineOf(subtitle, marked),
    ...body.map((block) => blockOf(block, marked)),
    // A program that knows no footnote still shows these, as a paragraph each: what is a footnote is one paragraph.
    ...(others.length === 0 ? [] : [heading(2, notesTitle)]),
    ...others.map((note) => noteOf(note, language, `**${note.number}.** `, '')),
    ...end.map((block) => blockOf(block, marked)),
    ...footnotes.map((note) => noteOf(note, language, `[^${note.number}]: `, '    ')),
    '---',
    [
      `Plumbline${releaseId === null ? '' : ` ${releaseId}`}`,
      ...(sha256 === null ? [] : [`SHA-256: ${sha256}`]),
      ...(verifyAt === null ? [] : [linkOf(escapedMarkdown(verifyAt), verifyAt)]),
    ].join('  \n'),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

function heading(level: number, text: string): string {
  const words = oneLine(text);
  return words === '' ? '' : `${'#'.repeat(level)} ${escapedMarkdown(words)}`;
}

const oneLine = (text: string) => text.replace(/[ \t\n]+/g, ' ').trim();

function blockOf(block: PrintBlock, marked: ReadonlySet<number>): string {
  switch (block.kind) {
    case 'heading':
      return heading(block.level, block.text);
    case 'paragraph': {
      const line = lineOf(block.inlines, marked);
      return line === '' || block.role === 'prose' || block.role === 'meta' ? line : `> ${line}`;
    }
    case 'list':
      return block.items.map(({ inlines }) => `- ${lineOf(inlines, marked)}`.trimEnd()).join('\n');
    case 'table':
      return tableOf(block, marked);
    case 'figure':
      return [escapedLine(block.alt), emphasised(block.caption)].filter((line) => line !== '').join('\n\n');
    case 'references':
      return block.items.map(({ number, inlines }) => referenceOf(number, lineOf(inlines, marked))).join('\n\n');
    case 'qr':
      return linkOf(escapedMarkdown(block.text), block.text);
  }
}

const escapedLine = (text: string) => lineMarkdown(escapedMarkdown(oneLine(text)));
const emphasised = (text: string) => (oneLine(text) === '' ? '' : wrapped('*', 'em', oneLine(text), '', ''));

/** Numbered as text, not as a list: a list cannot leave out a number, and loses those that it does not know. */
const referenceOf = (number: number | null, line: string) => (number === null ? line : `\\[${number}\\] ${line}`);

function tableOf({ caption, heads, rows }: Extract<PrintBlock, { kind: 'table' }>, marked: ReadonlySet<number>) {
  const columns = Math.max(heads.length, ...rows.map((row) => row.length), 1);
  const line = (cells: string[]) => `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const table = [
    line(heads.map((head) => escapedMarkdown(oneLine(head)))),
    line(Array.from({ length: columns }, () => '---')),
    ...rows.map((row) => line(row.map((inlines) => inlinesOf(inlines, marked).trim()))),
  ].join('\n');
  return [emphasised(caption), table].filter((part) => part !== '').join('\n\n');
}

/** One paragraph with a line for each fact: everybody who reads Markdown shows that, with or without footnotes. */
function noteOf({ title, facts }: PrintNote, language: string, lead: string, indent: string): string {
  const none = new Set<number>();
  const lines = [
    `${lead}${inlinesOf(title, none).trim()}`,
    ...facts.map(
      ({ label, inlines }) =>
        `${wrapped('**', 'strong', oneLine(labelled(label, language)), '', '')} ${inlinesOf(inlines, none).trim()}`,
    ),
  ];
  return lines.map((line) => line.trim()).join(`\\\n${indent}`);
}

function lineOf(inlines: readonly Inline[], marked: ReadonlySet<number>): string {
  return lineMarkdown(inlinesOf(inlines, marked).trim());
}

function inlinesOf(inlines: readonly Inline[], marked: ReadonlySet<number>): string {
  return inlines
    .map((inline, at) => {
      if (inline.kind === 'note') return marked.has(inline.number) ? `[^${inline.number}]` : `\\[${inline.number}\\]`;
      const isStyled = inline.strong || inline.emphasis;
      if (!isStyled) return textOf(inline, '', '');
      return textOf(inline, beside(inlines.slice(0, at).reverse()), beside(inlines.slice(at + 1)));
    })
    .join('');
}

/** What stands beside an inline: its words, or a star where stars might run together. Nothing at the ends. */
function beside(inlines: readonly Inline[]): string {
  const next = inlines.find((inline) => inline.kind === 'note' || inline.text !== '');
  if (next === undefined) return '';
  if (next.kind === 'note') return String(next.number);
  return (next.strong || next.emphasis) && !/^\s|\s$/.test(next.text) ? '*' : next.text;
}

function textOf(inline: Extract<Inline, { kind: 'text' }>, before: string, after: string): string {
  const text = inline.text.replace(/[ \t\n]+/g, ' ');
  const inside = text.trim();
  if (inside === '') return text;
  const [lead, tail] = [text.startsWith(' ') ? ' ' : '', text.endsWith(' ') ? ' ' : ''];
  const [left, right] = [lead === '' ? before : ' ', tail === '' ? after : ' '];
  let markup = escapedMarkdown(inside);
  if (inline.strong && inline.emphasis) markup = `<strong><em>${markup}</em></strong>`;
  else if (inline.strong) markup = wrapped('**', 'strong', inside, left, right);
  else if (inline.emphasis) markup = wrapped('*', 'em', inside, left, right);
  const href = followable(inline.href);
  return `${lead}${href === null || href.startsWith('#') ? markup : linkOf(markup, href)}${tail}`;
}

/** Stars where every reader takes them for what they are; elsewhere the element, which needs no rules about neighbours. */
function wrapped(star: string, name: string, text: string, before: string, after: string): string {
  const opens = /^[\p{L}\p{N}]/u.test(text) && /(^|[\s\p{L}\p{N}(])$/u.test(before);
  const closes = /[\p{L}\p{N}]$/u.test(text)
    ? /^($|[\s\p{L}\p{N}.,;)])/u.test(after)
    : /[.:;,!?)]$/.test(text) && /^($|\s)/.test(after);
  const markup = escapedMarkdown(text);
  return opens && closes ? `${star}${markup}${star}` : `<${name}>${markup}</${name}>`;
}

function linkOf(markup: string, href: string): string {
  return followable(href) === null
    ? markup
    : `[${markup}](<${href.replace(/[\\<>]/g, (sign) => encodeURIComponent(sign))}>)`;
}
