import { Moment } from '../../../ui/moment';
import { Notice } from '../../../ui/notice';
import type { ReleasePage } from '../loaders';
import { CheckByHand, FileLinks, ReleaseFacts } from './release-facts';

type Props = { page: ReleasePage };

/** Above a release: what somebody must know before the first figure. */
export function ReleaseHead({ page: { document, verdict, files } }: Props) {
  const { id, number, sheet, releasedAt, releasedBy } = document;
  const { newer } = verdict;
  return (
    <>
      <h1>{sheet.title}</h1>
      {sheet.audience === '' ? null : <p className="lead">{sheet.audience}</p>}
      <p className="meta">
        {id}, release {number}, by {releasedBy}, <Moment at={releasedAt} />
      </p>
      {verdict.state === 'stale' ? (
        <Notice title="Stale" warn>
          <p>
            Something that this fact sheet says no longer stands as it was.{' '}
            <a href={`/verify/${id}`}>What has changed since</a>
          </p>
        </Notice>
      ) : null}
      {newer === null ? null : (
        <Notice title="There is a newer release">
          <p>
            <a href={`/fact-sheets/${newer.id}`}>
              Release {newer.number}: {newer.title}
            </a>
          </p>
        </Notice>
      )}
      <nav aria-label="Files">
        <FileLinks id={id} files={files} />
      </nav>
    </>
  );
}

/** Below it: what it is, and how anybody finds out whether a copy is genuine. */
export function ReleaseEnd({ page: { verdict } }: Props) {
  const { release } = verdict;
  if (release === null) return null;
  return (
    <>
      <section aria-labelledby="about-release">
        <h2 id="about-release">This release</h2>
        <ReleaseFacts release={release} />
        <p>
          <a href={`/verify/${release.id}`}>Verify it</a>: what has changed since, and whether a copy is genuine.
        </p>
      </section>
      <CheckByHand release={release} />
    </>
  );
}
