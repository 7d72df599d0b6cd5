import { Feed } from 'feed';
import { CORRECTION_KIND } from '../domain/history/actions';
import type { ChainHead, Correction } from '../features/history/schema';
import { feedHtml, feedText } from './feed-text';

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
      title: feedHtml(`${CORRECTION_KIND[correction.kind].label}: ${correction.title ?? correction.subject}`),
      link: `${site}/${path}/history#event-${correction.position}`,
      date: new Date(correction.at),
      published: new Date(correction.at),
      // Two graded it: whoever wrote it down is not its author.
      author: [{ name: correction.kind === 'regraded' ? 'Plumbline' : feedText(correction.actor) }],
      category: [{ name: correction.kind, term: correction.kind }],
      content: content(correction, `${site}/${path}`),
    });
  }
  return feed.atom1();
}

function content({ subject, summary, reason, figure, changed }: Correction, address: string): string {
  const paragraphs = [
    figure === null ? null : `<del>${feedHtml(figure.before)}</del> → <ins>${feedHtml(figure.after)}</ins>`,
    feedHtml(summary),
    reason === null ? null : `<strong>Reason:</strong> ${feedHtml(reason)}`,
    changed === null ? null : `What changed: ${feedHtml(changed)}`,
    `<a href="${feedHtml(address)}">${feedHtml(subject)}</a>`,
  ];
  return paragraphs.flatMap((text) => (text === null ? [] : `<p>${text}</p>`)).join('');
}
