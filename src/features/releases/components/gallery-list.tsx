import { Moment } from '../../../ui/moment';
import { Pager } from '../../../ui/pager';
import type { GalleryPage } from '../loaders';
import type { GalleryItem } from '../schema';

/** Releases that their owners show to everybody. */
export function GalleryList({ page: { releases, next, isFirst } }: { page: GalleryPage }) {
  if (releases.length === 0)
    return isFirst ? (
      <p>Nobody has put a fact sheet here yet. What was released without being shown is read by its address alone.</p>
    ) : (
      <p>
        Nothing more. <a href="/fact-sheets">Back to the latest</a>
      </p>
    );
  return (
    <>
      <h2 className="visually-hidden">Releases</h2>
      <ol className="plain gallery">
        {releases.map((release) => (
          <GalleryEntry key={release.id} release={release} />
        ))}
      </ol>
      <Pager
        first={!isFirst && '/fact-sheets'}
        next={next && `/fact-sheets?cursor=${next}`}
        nextText="Earlier fact sheets"
        follow={false}
      />
    </>
  );
}

function GalleryEntry({ release }: { release: GalleryItem }) {
  const { id, number, title, audience, releasedAt, releasedBy, claims, isStale } = release;
  return (
    <li className="gallery-entry">
      <h3>
        <a href={`/fact-sheets/${id}`}>{title}</a> {isStale ? <span className="tag tag-disputed">Stale</span> : null}
      </h3>
      {audience === '' ? null : <p>{audience}</p>}
      <p className="meta">
        <Moment at={releasedAt} /> · {releasedBy} · {claims.length === 1 ? '1 claim' : `${claims.length} claims`} · {id}
        , release {number}
      </p>
      {isStale ? (
        <p>
          Something it says no longer stands: <a href={`/verify/${id}`}>what has changed since {id}</a>
        </p>
      ) : null}
    </li>
  );
}
