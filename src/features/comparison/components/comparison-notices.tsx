import { Notice } from '../../../ui/notice';
import { comparisonHref, named } from '../filters';
import type { ComparisonPage } from '../loaders';
import { COMPARED_MAX } from '../schema';

/** What could not be compared of an address, each with the nearest page that helps. */
export function ComparisonNotices({ page }: { page: ComparisonPage }) {
  return (
    <>
      <MovedNotice moved={page.moved} />
      <FaultNotice page={page} />
    </>
  );
}

/** Nothing is wrong with an id that was merged: it leads to the claim that it became part of. */
function MovedNotice({ moved }: { moved: ComparisonPage['moved'] }) {
  if (moved.length === 0) return null;
  return (
    <Notice title="Some of these claims were merged into others">
      <ul>
        {moved.map(({ from, into }) => (
          <li key={from}>
            {from} was found to be the same as <a href={`/claims/${into}`}>{into}</a>, which is used in its place.{' '}
            <a href={`/claims/${from}/history`}>What {from} said</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function FaultNotice({ page: { request, known, unknown } }: { page: ComparisonPage }) {
  const { repeated, beyond, sources, unreadable } = request;
  const faults = [repeated, beyond, sources, unknown].some((ids) => ids.length > 0) || unreadable > 0;
  if (!faults) return null;
  return (
    <Notice title="Not everything in this address could be compared" warn>
      <ul>
        {unknown.length === 0 ? null : (
          <li>
            No claim has {unknown.length === 1 ? 'the id' : 'the ids'} {named(unknown)}.{' '}
            <a href="/claims">Look for it among all claims</a>.
          </li>
        )}
        {repeated.length === 0 ? null : (
          <li>{named(repeated)} was named more than once, and is used once: a claim agrees with itself.</li>
        )}
        {beyond.length === 0 ? null : (
          <li>
            At most {COMPARED_MAX} claims are compared at once. Left out: {named(beyond)}.{' '}
            {beyond.length < 2 ? null : (
              <a href={comparisonHref(beyond.slice(0, COMPARED_MAX))}>Compare those instead</a>
            )}
          </li>
        )}
        {sources.slice(0, COMPARED_MAX).map((id) => (
          <li key={id}>
            {id} is the id of a source, not of a claim. <a href={`/sources/${id}`}>See source {id}</a> and the claims it
            makes.
          </li>
        ))}
        {unreadable === 0 ? null : (
          <li>
            {unreadable === 1 ? 'One part is' : `${unreadable} parts are`} no id of a claim. Ids look like C1 and stand
            beside every claim.
          </li>
        )}
      </ul>
      {known.length === 0 ? null : <p>Used: {known.join(', ')}.</p>}
    </Notice>
  );
}
