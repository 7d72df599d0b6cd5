import { Moment } from '../../../ui/moment';
import { Notice } from '../../../ui/notice';
import type { Recall } from '../schema';
import { RedraftForm } from './redraft-form';

/** Releases that the evidence base has overtaken, each with what changed and the way to put it right. */
export function RecallList({ recalls }: { recalls: readonly Recall[] }) {
  if (recalls.length === 0) return null;
  return (
    <section aria-labelledby="recalls">
      <h2 id="recalls">Stale releases</h2>
      {recalls.map(({ sheetId, releaseId, number, title, claims }) => (
        <Notice key={releaseId} title={`“${title}”, release ${number}, no longer stands as it is.`} warn>
          <ul>
            {claims.map(({ claim, changes, since }) => (
              <li key={claim}>
                {changes.map(({ message }) => message).join(' ')}{' '}
                {since === null ? null : (
                  <span className="meta">
                    Noticed <Moment at={since} />.
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p>
            <a href={`/verify/${releaseId}`}>What is different, claim by claim</a>
          </p>
          <RedraftForm id={sheetId} />
        </Notice>
      ))}
    </section>
  );
}
