import { Feed } from 'feed';
import type { GalleryItem } from '../features/releases/schema';
import { feedHtml, feedText } from './feed-text';

/**
 * Released fact sheets as an Atom feed (RFC 4287). An entry's id is a tag URI (RFC 4151) of the release: it never changes.
 *
 * @param site the address that the site is reached at, without a slash at the end
 */
export function releasesAtom(releases: readonly GalleryItem[], site: string): string {
  const tag = `tag:${new URL(site).hostname},2026:plumbline`;
  const feed = new Feed({
    id: `${tag}/fact-sheets`,
    title: 'Plumbline: fact sheets',
    description: 'Released fact sheets whose figures come from the evidence base.',
    link: `${site}/fact-sheets`,
    feed: `${site}/fact-sheets.atom`,
    updated: new Date(releases[0]?.releasedAt ?? 0),
    generator: false,
    author: { name: 'Plumbline' },
  });
  for (const release of releases) {
    feed.addItem({
      id: `${tag}/release/${release.id}`,
      title: feedHtml(release.title),
      link: `${site}/fact-sheets/${release.id}`,
      date: new Date(release.releasedAt),
      published: new Date(release.releasedAt),
      author: [{ name: feedText(release.releasedBy) }],
      content: content(release, site),
    });
  }
  return feed.atom1();
}

function content({ id, number, audience, claims, isStale }: GalleryItem, site: string): string {
  const paragraphs = [
    audience === '' ? null : feedHtml(audience),
    `${claims.length === 1 ? '1 claim' : `${claims.length} claims`}: ${claims.join(', ')}. Release ${number}, ${id}.`,
    isStale ? '<strong>Stale:</strong> something it says no longer stands as it was.' : null,
    `<a href="${feedHtml(`${site}/verify/${id}`)}">Verify it</a>`,
  ];
  return paragraphs.flatMap((text) => (text === null ? [] : `<p>${text}</p>`)).join('');
}
