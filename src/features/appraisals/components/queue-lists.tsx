import { dateText } from '../../../domain/partial-date';
import type { DueGrade, QueuedRound, QueueName } from '../schema';

const QUEUES: readonly { name: QueueName; title: string; empty: string }[] = [
  { name: 'begun', title: 'Begun by you', empty: 'You have begun nothing that is not handed in.' },
  { name: 'free', title: 'Rounds with a free place', empty: 'No round waits for an appraiser.' },
  { name: 'differing', title: 'Differing', empty: 'No two differ.' },
  { name: 'waiting', title: 'Waiting for others', empty: 'Nothing waits for somebody else.' },
];

type QueueListsProps = { rounds: readonly QueuedRound[]; due: readonly DueGrade[]; toAppraise: number };

/** What waits for whom. A number beside each, so that an empty one is seen to be empty. */
export function QueueLists({ rounds, due, toAppraise }: QueueListsProps) {
  const closed = rounds.filter(({ queue }) => queue === 'closed');
  return (
    <>
      <section aria-labelledby="queue-to-appraise">
        <h2 id="queue-to-appraise">
          To appraise <span className="count">{count(toAppraise)}</span>
        </h2>
        <p>
          {toAppraise === 0 ? (
            'Every claim and every source has a settled grade.'
          ) : (
            <a href="/desk/queues/to-appraise">Claims and sources without a settled grade</a>
          )}
        </p>
      </section>
      {QUEUES.map(({ name, title, empty }) => {
        const list = rounds.filter(({ queue }) => queue === name);
        return (
          <section key={name} aria-labelledby={`queue-${name}`}>
            <h2 id={`queue-${name}`}>
              {title} <span className="count">{count(list[0]?.total ?? 0)}</span>
            </h2>
            {list.length === 0 ? <p className="meta">{empty}</p> : <RoundList rounds={list} />}
            <Shown shown={list.length} of={list[0]?.total ?? 0} />
          </section>
        );
      })}
      <DueList due={due} />
      {closed.length === 0 ? null : (
        <section aria-labelledby="queue-closed">
          <h2 id="queue-closed">Closed last</h2>
          <RoundList rounds={closed.slice(0, 20)} />
        </section>
      )}
    </>
  );
}

/** Settled grades that have to be judged anew, with the reasons that readers see too. */
function DueList({ due }: { due: readonly DueGrade[] }) {
  return (
    <section aria-labelledby="queue-due">
      <h2 id="queue-due">
        Due again <span className="count">{count(due[0]?.total ?? 0)}</span>
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
      <Shown shown={due.length} of={due[0]?.total ?? 0} />
    </section>
  );
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}

/** That there are more than the page lists. */
function Shown({ shown, of }: { shown: number; of: number }) {
  return shown < of ? <p className="meta">{`The ${count(shown)} that have waited longest are shown.`}</p> : null;
}

function RoundList({ rounds }: { rounds: readonly QueuedRound[] }) {
  return (
    <ul className="round-list">
      {rounds.map(({ id, subject, title, openedAt, submitted, voidReason }) => (
        <li key={id}>
          <a href={`/desk/appraisals/${id}`}>
            {subject}: {title ?? 'without a title'}
          </a>
          <p className="meta">
            Opened {dateText(openedAt.slice(0, 10))}. {submitted} of two handed in.
            {voidReason === null ? null : ` Closed without an outcome. ${voidReason}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
