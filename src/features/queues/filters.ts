import { type Problem, type RawParameters, readParameters } from '../../lib/parameters';
import { QueueFilters, QueueName } from './schema';

/** What of a queue is shown, from an address. */
export function readQueueFilters(raw: RawParameters): { filters: QueueFilters; problems: Problem[] } {
  const { value: filters, problems } = readParameters(QueueFilters, raw);
  return { filters, problems };
}

export function queueHref(queue: QueueName, { whose, order, page }: Partial<QueueFilters> = {}): string {
  const search = new URLSearchParams();
  if (whose !== undefined && whose !== 'all') search.set('whose', whose);
  if (order !== undefined) search.set('order', order);
  if (page !== undefined && page > 1) search.set('page', String(page));
  return `/desk/queues/${queue}${search.size === 0 ? '' : `?${search}`}`;
}

/** The queue that an address names; null for any other word. */
export function readQueueName(word: string): QueueName | null {
  return QueueName.safeParse(word).data ?? null;
}
