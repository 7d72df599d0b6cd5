import 'server-only';
import { z } from 'zod';
import { DISTORTION } from '../../domain/words';
import { type Actor, permit } from '../../domain/permission';
import { query, queryOne, sql } from '../../db/sql';
import { listRecordDifferences, type RecordDifference } from '../lineage/difference-data';
import { HOLDER, queueItems, queueSubjects } from './queue-sql';
import { QUEUES, QueueCount, type QueueFilters, QueueItem, QueueName } from './schema';

export const ITEMS_A_PAGE = 30;

/** How much stands in each queue, in the order of the desk, counted in one statement. @throws {Denied} */
export async function countQueues(actor: Actor | null): Promise<QueueCount[]> {
  permit(actor, 'draft.read');
  const { differences, isCurrent } = await listRecordDifferences();
  const differing = differences.map(({ citationId }) => citationId);
  const rows = await query(
    QueueCount.omit({ isCurrent: true }),
    sql`select i.queue, count(*)::int as total, count(*) filter (where ${HOLDER} = ${actor.id})::int as mine,
        count(*) filter (where ${HOLDER} is null)::int as nobody
      from ${queueSubjects(QueueName.options, differing)} i
      left join tasks t on t.queue = i.queue and t.subject = i.subject group by 1`,
  );
  const byName = new Map(rows.map((row) => [row.queue, row]));
  return QueueName.options.map((queue) => ({
    ...(byName.get(queue) ?? { queue, total: 0, mine: 0, nobody: 0 }),
    isCurrent: isCurrent || queue !== 'checks-failing',
  }));
}

export type QueueList = { items: QueueItem[]; total: number };

/** One page of a queue. @throws {Denied} */
export async function listQueue(actor: Actor | null, queue: QueueName, filters: QueueFilters): Promise<QueueList> {
  permit(actor, 'draft.read');
  const differences = await differencesFor(queue);
  const whose = {
    all: sql`true`,
    mine: sql`${HOLDER} = ${actor.id}`,
    nobody: sql`${HOLDER} is null`,
  }[filters.whose];
  const order = {
    weight: sql`i.weight desc, i.since, i.subject`,
    oldest: sql`i.since nulls last, i.subject`,
    newest: sql`i.since desc nulls last, i.subject`,
  }[filters.order ?? (QUEUES[queue].weight === null ? 'oldest' : 'weight')];
  const items = queueItems(queue, [...differences.keys()]);
  const row = await queryOne(
    z.object({ total: z.number().int(), items: z.array(QueueItem) }),
    sql`select (select count(*)::int from ${items} where ${whose}) as total,
      (select coalesce(json_agg(page), '[]') from (select i.subject, i.record, i."citationId", i.title, i.note, i.weight,
          i.since, ${HOLDER} as "holderId", coalesce(t.assignee_name, i.owner_name) as "holderName",
          t.subject is not null as "isTaken"
        from ${items} where ${whose} order by ${order}
        limit ${ITEMS_A_PAGE} offset ${(filters.page - 1) * ITEMS_A_PAGE}) page) as items`,
  );
  if (row === null) throw new Error('a statement of scalars gives one row');
  const noted = row.items.map((item) => {
    const difference = item.citationId === null ? undefined : differences.get(item.citationId);
    if (difference === undefined) return item;
    return { ...item, note: [differenceText(difference), item.note ?? []].flat().join('; ') };
  });
  return { total: row.total, items: noted };
}

/** The subjects that stand in a queue, of these: for whoever wants to take one. */
export async function isInQueue(queue: QueueName, subject: string): Promise<boolean> {
  const differences = await differencesFor(queue);
  const found = await queryOne(
    z.object({}),
    sql`select from ${queueSubjects([queue], [...differences.keys()])} i where i.subject = ${subject} limit 1`,
  );
  return found !== null;
}

/** Working them out takes the rules of the lineage: only for the queue that they make. */
async function differencesFor(queue: QueueName): Promise<Map<number, RecordDifference>> {
  if (queue !== 'checks-failing') return new Map();
  return new Map((await listRecordDifferences()).differences.map((difference) => [difference.citationId, difference]));
}

function differenceText({ computedOnly, recordedOnly }: RecordDifference): string {
  const parts = [
    ...computedOnly.map((label) => `found by rule: ${label}`),
    ...recordedOnly.map((kind) => `recorded, and not shown by the numbers: ${DISTORTION[kind].label.toLowerCase()}`),
  ];
  return parts.join('; ');
}
