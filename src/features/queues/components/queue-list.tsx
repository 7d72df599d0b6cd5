import { dateText } from '../../../domain/partial-date';
import { SubmitButton } from '../../../ui/form/submit-button';
import { Notice } from '../../../ui/notice';
import { Pager } from '../../../ui/pager';
import { giveBackToQueue, takeFromQueue } from '../actions';
import { queueHref } from '../filters';
import type { QueuePage } from '../loaders';
import { QUEUES, type QueueItem, type QueueName } from '../schema';

const PROBLEM: Readonly<Record<string, string>> = {
  moved: 'Somebody else took it or gave it back since you opened this page. It is shown as it stands now.',
  gone: 'It has left the queue: somebody has done it.',
};

const NONE: Readonly<Record<QueuePage['filters']['whose'], string>> = {
  all: 'Nothing stands here.',
  mine: 'You have nothing from this queue. Take something with “Assign to me”.',
  nobody: 'Somebody has each of them.',
};

/** What waits in one queue, whose it is, and the ways to take it and to give it back. */
export function QueueList({ page, problem }: { page: QueuePage; problem: string | undefined }) {
  const { queue, items, total, filters } = page;
  const words = QUEUES[queue];
  return (
    <div>
      <p className="eyebrow">
        <a href="/desk/queues">Queues</a>
      </p>
      <h1>{words.label}</h1>
      <p className="queue-about">{words.about}</p>
      {problem !== undefined && Object.hasOwn(PROBLEM, problem) ? (
        <Notice title="Nothing was changed" warn>
          <p>{PROBLEM[problem]}</p>
        </Notice>
      ) : null}
      {page.count.isCurrent ? null : (
        <Notice title="Being worked out anew">
          <p>Something was written since. What stands here may be as it was before: look again in a minute.</p>
        </Notice>
      )}
      <QueueFilterLinks page={page} />
      {total === 0 ? (
        <p className="unknown">{page.count.total === 0 ? words.empty : NONE[filters.whose]}</p>
      ) : (
        <ul className="queue-list">
          {items.map((item) => (
            <QueueEntry key={item.subject} item={item} page={page} />
          ))}
        </ul>
      )}
      <Pager
        first={total > 0 && filters.page !== 1 && items.length === 0 && queueHref(queue)}
        previous={page.previous}
        next={page.next}
      />
    </div>
  );
}

function QueueFilterLinks({ page: { queue, filters, count } }: { page: QueuePage }) {
  const { whose, order } = filters;
  const { weight } = QUEUES[queue];
  const orders = [
    ...(weight === null ? [] : [{ order: undefined, is: 'weight', label: 'Most cited first' }]),
    { order: weight === null ? undefined : ('oldest' as const), is: 'oldest', label: 'Oldest first' },
    { order: 'newest' as const, is: 'newest', label: 'Newest first' },
  ];
  const chosen = order ?? (weight === null ? 'oldest' : 'weight');
  const choices = [
    { is: 'all', label: 'All', count: count.total },
    { is: 'mine', label: 'Mine', count: count.mine },
    { is: 'nobody', label: 'Nobody’s', count: count.nobody },
  ] as const;
  return (
    <div className="queue-filters">
      <nav aria-label="Whose">
        <ul className="inline-list filter-list">
          {choices.map(({ is, label, count: number }) => (
            <li key={is}>
              <a href={queueHref(queue, { whose: is, order })} aria-current={whose === is ? 'true' : undefined}>
                {label} <span className="meta">{number.toLocaleString('en-GB')}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label="Order">
        <ul className="inline-list filter-list">
          {orders.map(({ order: to, is, label }) => (
            <li key={is}>
              <a href={queueHref(queue, { whose, order: to })} aria-current={chosen === is ? 'true' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** Where the work on an item is done. */
function hrefOf(queue: QueueName, { subject, record }: QueueItem): string {
  switch (queue) {
    case 'broken-links':
      return `/desk/links/${record}`;
    case 'untraced':
    case 'checks-failing':
      return `/claims/${record}/lineage`;
    case 'to-appraise':
    case 'due':
      return `/desk/appraisals/new?subject=${record}`;
    case 'differing':
      return `/desk/appraisals/${subject.replace('round:', '')}`;
    default:
      return `/desk/drafts/${subject}`;
  }
}

function QueueEntry({ item, page }: { item: QueueItem; page: QueuePage }) {
  const { weight } = QUEUES[page.queue];
  const facts = [
    item.record,
    ...(weight === null ? [] : [`${item.weight} ${item.weight === 1 ? weight.replace(/s$/, '') : weight}`]),
    ...(item.since === null ? [] : [`since ${dateText(item.since.slice(0, 10))}`]),
  ];
  return (
    <li className="queue-item">
      <div>
        <h2>
          <a href={hrefOf(page.queue, item)}>{item.title}</a>
        </h2>
        {item.note === null ? null : <p className="queue-note">{item.note}</p>}
        <p className="meta">{facts.join(' · ')}</p>
      </div>
      <QueueHolder item={item} page={page} />
    </li>
  );
}

function QueueHolder({ item, page }: { item: QueueItem; page: QueuePage }) {
  const { queue, me } = page;
  const back = queueHref(queue, page.filters);
  const isMine = item.holderId === me;
  const common = (
    <>
      <input type="hidden" name="queue" value={queue} />
      <input type="hidden" name="subject" value={item.subject} />
      <input type="hidden" name="back" value={back} />
    </>
  );
  const who = item.holderId === null ? 'Nobody has it' : isMine ? 'You have it' : `${item.holderName} has it`;
  return (
    <div className="queue-holder">
      <p className={isMine ? 'queue-mine' : 'meta'}>{who}</p>
      {isMine ? (
        item.isTaken ? (
          <form action={giveBackToQueue}>
            {common}
            <TaskButton label="Give back" title={item.title} />
          </form>
        ) : null
      ) : (
        <form action={takeFromQueue}>
          {common}
          <input type="hidden" name="from" value={item.isTaken ? (item.holderId ?? '') : ''} />
          <TaskButton label={item.holderId === null ? 'Assign to me' : 'Take over'} title={item.title} />
        </form>
      )}
    </div>
  );
}

/** Which of thirty equal buttons it is, is said to those who do not see where it stands. */
function TaskButton({ label, title }: { label: string; title: string }) {
  return (
    <SubmitButton look="quiet">
      {label}
      <span className="visually-hidden">: {title}</span>
    </SubmitButton>
  );
}
