import 'server-only';
import { type Actor, permit } from '../../domain/permission';
import { prisma } from '../../db/prisma';
import { recordEvents } from '../history/event-writer';
import { isInQueue } from './data';
import { QUEUES, type QueueName } from './schema';

export type TakeOutcome =
  | { ok: true }
  /** It has left the queue: somebody did it. */
  | { ok: false; problem: 'gone' }
  /** Somebody else took it, or gave it back, since the page was made. */
  | { ok: false; problem: 'moved'; holderName: string | null };

/**
 * Takes something from a queue, or over from somebody else.
 *
 * @param from id of whoever had taken it when the actor saw it; null for nobody
 */
export async function takeTask(
  actor: Actor | null,
  { queue, subject, from }: { queue: QueueName; subject: string; from: string | null },
): Promise<TakeOutcome> {
  permit(actor, 'task.assign');
  if (!(await isInQueue(queue, subject))) return { ok: false, problem: 'gone' };
  const holder = { assigneeId: actor.id, assigneeName: actor.name };
  return prisma().$transaction(async (tx): Promise<TakeOutcome> => {
    const key = { queue, subject };
    const { count } =
      from === null
        ? await tx.task.createMany({ data: [{ ...key, ...holder }], skipDuplicates: true })
        : await tx.task.updateMany({ where: { ...key, assigneeId: from }, data: { ...holder, since: new Date() } });
    if (count === 0) {
      const now = await tx.task.findUnique({ where: { queue_subject: key } });
      if (now?.assigneeId === actor.id) return { ok: true };
      return { ok: false, problem: 'moved', holderName: now?.assigneeName ?? null };
    }
    const summary = `Took ${subject} from the queue “${QUEUES[queue].label}”${from === null ? '' : ', over from somebody else'}.`;
    const before = from === null ? undefined : { assigneeId: from };
    await recordEvents(tx, actor, [
      { action: 'task taken', subject: `task:${queue}:${subject}`, summary, before, after: holder },
    ]);
    return { ok: true };
  });
}

/** Gives back what the actor has taken. @returns false when somebody else has it, or nobody */
export async function giveTaskBack(
  actor: Actor | null,
  { queue, subject }: { queue: QueueName; subject: string },
): Promise<boolean> {
  permit(actor, 'task.assign');
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.task.deleteMany({ where: { queue, subject, assigneeId: actor.id } });
    if (count === 0) return false;
    const summary = `Gave ${subject} back to the queue “${QUEUES[queue].label}”.`;
    const before = { assigneeId: actor.id, assigneeName: actor.name };
    await recordEvents(tx, actor, [
      { action: 'task given back', subject: `task:${queue}:${subject}`, summary, before },
    ]);
    return true;
  });
}
