import { Feed } from 'feed';
import { CORRECTION_KIND } from '../domain/history/actions';
import type { ChainHead, Correction } from '../features/history/schema';

/**
 * The log of corrections as an Atom feed (RFC 4287). An entry's id is a tag URI (RFC 4151) of its place in the history:
 * it stays the same whatever becomes of the record or of its address.
 *
 * @param site the address that the site is reached at, without a slash at the end
 */
export function correctionsAtom(corrections: readonly Correction[], head: ChainHead, site: string): string {
  const tag = `tag:${new URL(site).hostname},2026:plumbline`;
  const feed = new Feed({
    id: `${tag}/corrections`,
    title: 'Plumbline: corrections',
    description: `What was published here and has changed since. The last hash of the history, at no. ${head.position}: ${head.hash}`,
    link: `${site}/corrections`,
    feed: `${site}/corrections.atom`,
    updated: new Date(corrections[0]?.at ?? head.at ?? 0),
    generator: false,
    author: { name: 'Plumbline' },
  });
  for (const correction of corrections) {
    const path = `${correction.subject.startsWith('C') ? 'claims' : 'sources'}/${correction.subject}`;
    feed.addItem({
      id: `${tag}/event/${correction.position}`,
      title: html(`${CORRECTION_KIND[correction.kind].label}: ${correction.title ?? correction.subject}`),
      link: `${site}/${path}/history#event-${correction.position}`,
      date: new Date(correction.at),
      published: new Date(correction.at),
      // Two graded it: whoever wrote it down is not its author.
      author: [{ name: correction.kind === 'regraded' ? 'Plumbline' : plain(correction.actor) }],
      category: [{ name: correction.kind, term: correction.kind }],
      content: content(correction, `${site}/${path}`),
    });
  }
  return feed.atom1();
}

function content({ subject, summary, reason, figure, changed }: Correction, address: string): string {
  const paragraphs = [
    figure === null ? null : `<del>${html(figure.before)}</del> → <ins>${html(figure.after)}</ins>`,
    html(summary),
    reason === null ? null : `<strong>Reason:</strong> ${html(reason)}`,
    changed === null ? null : `What changed: ${html(changed)}`,
    `<a href="${html(address)}">${html(subject)}</a>`,
  ];
  return paragraphs.flatMap((text) => (text === null ? [] : `<p>${text}</p>`)).join('');
}

/** Text as HTML: the feed's titles and contents are HTML, and nothing that somebody typed is markup in it. */
function html(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return plain(text).replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** Without the control characters that XML 1.0 forbids. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out.
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
