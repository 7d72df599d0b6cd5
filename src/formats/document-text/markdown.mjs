// Part of the worker, in plain JavaScript (docs/decisions/0040-documents-read-in-a-worker.md).
import { Marked } from 'marked';

const marked = new Marked({
  gfm: true,
  renderer: {
    // Code, pictures and addresses hold numbers that say nothing about the world.
    code: () => '<p></p>',
    image: () => '',
    link({ text, href, tokens }) {
      const isAddress = text === href || /^(https?:|www\.|mailto:)/i.test(text);
      return isAddress ? '' : this.parser.parseInline(tokens);
    },
  },
});

/** Markdown as HTML; the marks of footnotes, which marked does not know, raised. */
export function markdownHtml(text) {
  const body = text.replace(/^---\r?\n[\s\S]*?\r?\n---[ \t]*(\r?\n|$)/, '');
  const notes = body
    .replace(/^ {0,3}\[\^([^\]\s]{1,40})\]:/gm, '\n<sup>$1</sup>')
    .replace(/\[\^([^\]\s]{1,40})\]/g, '<sup>$1</sup>');
  return marked.parse(notes);
}
