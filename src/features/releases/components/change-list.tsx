import type { ClaimChange } from '../../../domain/fact-sheet/changes-since';
import type { ChangedClaim } from '../schema';

const KIND: Readonly<Record<ClaimChange['kind'], string>> = {
  gone: 'Record',
  status: 'Status',
  figure: 'Figure',
  statement: 'Statement',
  period: 'Period',
  population: 'Who is counted',
  place: 'Place',
  'does-not-measure': 'Does not measure',
  reliability: 'Reliability',
  review: 'Review',
  citation: 'Work to cite',
};

/** Per claim: what it was in the release, and what it is today. */
export function ChangeList({ changes, claims }: { changes: readonly ChangedClaim[]; claims: number }) {
  const same = claims - changes.length;
  const rest = same === 1 ? '1 claim is as it was.' : `${same} claims are as they were.`;
  if (changes.length === 0)
    return (
      <p>{claims === 1 ? 'Nothing: its one claim is as it was.' : `Nothing: all ${claims} claims are as they were.`}</p>
    );
  return (
    <>
      {changes.map((one) => (
        <ChangedClaimSection key={one.claim} changed={one} />
      ))}
      {same > 0 ? <p className="meta">{rest}</p> : null}
    </>
  );
}

function ChangedClaimSection({ changed: { claim, statement, changes } }: { changed: ChangedClaim }) {
  const name = `Changes of ${claim}`;
  return (
    <section className="changed-claim" aria-labelledby={`changed-${claim}`}>
      <h3 id={`changed-${claim}`}>
        <a href={`/claims/${claim}`}>{claim}</a>
      </h3>
      <p>{statement}</p>
      <ul>
        {changes.map(({ kind, message, weighty }) => (
          <li key={kind}>
            {message}
            {weighty ? null : <span className="meta"> The sheet still stands with it.</span>}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by the keyboard. */}
      <section className="table-scroll" aria-label={name} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">In the release</th>
              <th scope="col">Today</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ kind, before, after }) => (
              <tr key={kind}>
                <th scope="row">{KIND[kind]}</th>
                <td>{before ?? 'Nothing'}</td>
                <td>{after ?? 'Nothing'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
