import 'server-only';
import { may } from '../../domain/permission';
import type { Problem, RawParameters } from '../../lib/parameters';
import { currentActor } from '../../auth/session';
import { requireActor } from '../desk/loaders';
import { countQueues, ITEMS_A_PAGE, listQueue, type QueueList } from './data';
import { queueHref, readQueueFilters, readQueueName } from './filters';
import { QUEUES, type QueueCount, type QueueFilters, type QueueName } from './schema';

/** How much waits, for a page that only editors get. */
export async function loadQueues(): Promise<QueueCount[]> {
  return countQueues(await requireActor('draft.read'));
}

/** The same for a page that everybody with an account gets: null for those who may not see it. */
export async function loadQueuesIfPermitted(): Promise<QueueCount[] | null> {
  const actor = await currentActor();
  return may(actor, 'draft.read') ? countQueues(actor) : null;
}

export type QueuePage = QueueList & {
  queue: QueueName;
  /** Who looks. */
  me: string;
  filters: QueueFilters;
  problems: Problem[];
  count: QueueCount;
  previous: string | null;
  next: string | null;
};

/** What a queue is called; null when there is none of that name. */
export function queueTitle(name: string): string | null {
  const queue = readQueueName(name);
  return queue === null ? null : QUEUES[queue].label;
}

/** One page of a queue; null when there is none of that name. */
export async function loadQueue(name: string, raw: RawParameters): Promise<QueuePage | null> {
  const actor = await requireActor('draft.read');
  const queue = readQueueName(name);
  if (queue === null) return null;
  const { filters, problems } = readQueueFilters(raw);
  const [list, counts] = await Promise.all([listQueue(actor, queue, filters), countQueues(actor)]);
  const { page } = filters;
  return {
    ...list,
    queue,
    me: actor.id,
    filters,
    problems,
    count: counts.find((count) => count.queue === queue) ?? { queue, total: 0, mine: 0, nobody: 0, isCurrent: true },
    previous: page > 1 ? queueHref(queue, { ...filters, page: page - 1 }) : null,
    next: page * ITEMS_A_PAGE < list.total ? queueHref(queue, { ...filters, page: page + 1 }) : null,
  };
}
