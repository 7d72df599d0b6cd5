import type { DuplicateHit } from '../schema';

type DuplicateListProps = {
  hits: readonly DuplicateHit[];
  /** The published record that may be merged with a hit, by somebody who may. */
  merge?: string | undefined;
};

/** What may be the same thing, why, and what to do about it. */
export function DuplicateList({ hits, merge }: DuplicateListProps) {
  if (hits.length === 0) return null;
  return (
    <ul className="duplicates">
      {hits.map(({ id, draft, name, why }) => (
        <li key={`${id} ${draft}`}>
          <p>
            <a href={draft === null ? `/desk/records/${id}` : `/desk/drafts/${draft}`}>
              {id}
              {draft === null ? '' : ' (draft)'}
            </a>{' '}
            {name}
          </p>
          <p className="meta">
            {why.charAt(0).toUpperCase() + why.slice(1)}
            {merge === undefined || draft !== null ? null : (
              <>
                {' · '}
                <a href={`/desk/records/${merge}/merge?with=${id}`}>Merge the two</a>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
