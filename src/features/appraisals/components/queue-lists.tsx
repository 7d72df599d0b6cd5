import { dateText } from '../../../domain/partial-date';
import type { DueGrade, QueuedRound, QueueName } from '../schema';

const QUEUES: readonly { name: QueueName; title: string; empty: string }[] = [
  { name: 'begun', title: 'Begun by you', empty: 'You have begun nothing that is not handed in.' },
  { name: 'to-appraise', title: 'To appraise', empty: 'No round waits for an appraiser.' },
  { name: 'differing', title: 'Differing', empty: 'No two differ.' },
  { name: 'waiting', title: 'Waiting for others', empty: 'Nothing waits for somebody else.' },
];

/** What waits for whom. A number beside each, so that an empty one is seen to be empty. */
export function QueueLists({ rounds, due }: { rounds: readonly QueuedRound[]; due: readonly DueGrade[] }) {
  const closed = rounds.filter(({ queue }) => queue === 'closed');
  return (
    <>
      {QUEUES.map(({ name, title, empty }) => {
        const list = rounds.filter(({ queue }) => queue === name);
        return (
          <section key={name} aria-labelledby={`queue-${name}`}>
            <h2 id={`queue-${name}`}>
              {title} <span className="count">{list.length}</span>
            </h2>
            {list.length === 0 ? <p className="meta">{empty}</p> : <RoundList rounds={list} />}
          </section>
        );
      })}
      <section aria-labelledby="queue-due">
        <h2 id="queue-due">
          Due again <span className="count">{due.length}</span>
        </h2>
        {due.length === 0 ? (
          <p className="meta">No grade is under review.</p>
        ) : (
          <ul className="round-list">
            {due.map(({ subject, title, since, reasons }) => (
              <li key={subject}>
                <a href={`/desk/appraisals/new?subject=${subject}`}>
                  {subject}: {title}
                </a>
                <p className="meta">
                  Since {dateText(since.slice(0, 10))}. {reasons.join(' ')}
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
      {closed.length === 0 ? null : (
        <section aria-labelledby="queue-closed">
          <h2 id="queue-closed">Closed last</h2>
          <RoundList rounds={closed.slice(0, 20)} />
        </section>
      )}
    </>
  );
}

function RoundList({ rounds }: { rounds: readonly QueuedRound[] }) {
  return (
    <ul className="round-list">
      {rounds.map(({ id, subject, title, openedAt, submitted }) => (
        <li key={id}>
          <a href={`/desk/appraisals/${id}`}>
            {subject}: {title ?? 'without a title'}
          </a>
          <p className="meta">
            Opened {dateText(openedAt.slice(0, 10))}. {submitted} of two handed in.
          </p>
        </li>
      ))}
    </ul>
  );
}
