import type { PublicLink } from '../schema';
import { dayText } from './link-words';

const SAID: Readonly<Record<PublicLink['state'], string | null>> = {
  works: 'it works',
  redirected: 'it leads to another address now',
  failing: 'it did not answer that day',
  broken: 'it is no longer there',
  unclear: 'the server answers, but shows programs nothing',
  // That we do not ask an address is no news of the work.
  refused: null,
};

/** What readers are told of the link of a source: one quiet line, or nothing where nothing is known. */
export function LinkLine({ link }: { link: PublicLink | null }) {
  const said = link === null ? null : SAID[link.state];
  if (link === null || said === null) return null;
  const { state, checkedAt, archiveUrl, archiveAt } = link;
  const needsCopy = state === 'broken' || state === 'failing';
  return (
    <p className="meta">
      Link last checked on <time dateTime={checkedAt}>{dayText(checkedAt)}</time>: {said}
      {needsCopy && archiveUrl !== null && archiveAt !== null ? (
        <>
          {' '}
          (
          <a href={archiveUrl} rel="external noopener">
            archived copy of {dayText(archiveAt)}
          </a>
          )
        </>
      ) : null}
      .
    </p>
  );
}
