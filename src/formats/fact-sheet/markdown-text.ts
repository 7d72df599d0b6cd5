/**
 * Text as Markdown that says the same text: what could be taken for markup has a backslash before it. Rules of
 * CommonMark 0.31 (https://spec.commonmark.org/0.31.2/#backslash-escapes) and of GitHub's tables, footnotes and links.
 */
export function escapedMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]<>|~#&$]/g, '\\$&')
      // GitHub makes links of addresses that nobody marked.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`)
      .replace(/@/g, '\\@')
  );
}

/** The first words of a line as text: not a list, a heading, a rule or a quotation. `markup` is escaped already. */
export function lineMarkdown(markup: string): string {
  return markup.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^[-+=:]/, '\\$&');
}
