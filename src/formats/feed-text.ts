/** Text as HTML: titles and contents of feeds are HTML, and nothing that somebody typed is markup in it. */
export function feedHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return feedText(text).replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** Without the control characters that XML 1.0 forbids. */
export function feedText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out.
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
