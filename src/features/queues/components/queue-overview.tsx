import { queueHref } from '../filters';
import { QUEUES, type QueueCount } from '../schema';

/** All queues with how much waits in each, how much is mine and how much nobody has. */
export function QueueOverview({ counts, withWords }: { counts: readonly QueueCount[]; withWords?: boolean }) {
  return (
    <ul className="queue-overview">
      {counts.map(({ queue, total, mine, nobody, isCurrent }) => (
        <li key={queue}>
          <p className="queue-count">{total.toLocaleString('en-GB')}</p>
          <div>
            <p>
              <a href={queueHref(queue)}>{QUEUES[queue].label}</a>
            </p>
            {withWords ? <p className="queue-about">{QUEUES[queue].about}</p> : null}
            <p className="meta">
              {isCurrent ? null : 'Being worked out anew: look again in a minute. '}
              {total === 0 && !isCurrent ? null : total === 0 ? (
                'nothing waits'
              ) : (
                <>
                  <a href={queueHref(queue, { whose: 'mine' })}>{mine.toLocaleString('en-GB')} mine</a> ·{' '}
                  <a href={queueHref(queue, { whose: 'nobody' })}>{nobody.toLocaleString('en-GB')} nobody’s</a>
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
