import 'server-only';
import type { Actor } from '../../domain/permission';
import { Prisma, type Transaction } from '../../db/prisma';

/** One line of the history, before it is written. `before` and `after` are whole documents, so that they can be compared. */
export type NewEvent = {
  /** What was done, in a word: "published", "merged", "invited". */
  action: string;
  /** Public id of what changed (C12, S7), or what stands for one where nobody outside may see it: D5, import:3, person:…. */
  subject: string;
  /** One sentence for whoever reads the history. */
  summary: string;
  reason?: string | null;
  before?: unknown;
  after?: unknown;
};

/** Writes events in the transaction of the change they tell of: neither is ever there without the other. */
export async function recordEvents(
  tx: Transaction,
  actor: Pick<Actor, 'name'> & { id: string | null },
  events: readonly NewEvent[],
): Promise<void> {
  await tx.event.createMany({
    data: events.map(({ action, subject, summary, reason = null, before, after }) => ({
      actor: actor.name,
      actorId: actor.id,
      action,
      subject,
      summary,
      reason,
      before: documentOf(before),
      after: documentOf(after),
    })),
  });
}

function documentOf(value: unknown) {
  return value === undefined || value === null ? Prisma.DbNull : (value as object);
}
