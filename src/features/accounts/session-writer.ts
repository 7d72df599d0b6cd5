import { prisma } from '../../db/prisma';
import { type Actor, permit } from '../../domain/permission';
import { recordEvents } from '../history/event-writer';

/** Ends one session of the own account; whoever holds its cookie is a stranger from then on. */
export async function endSession(actor: Actor | null, id: string): Promise<{ ended: number }> {
  permit(actor, 'account.use');
  return endSessions(actor, { id });
}

/** Ends all sessions of the own account but this one. */
export async function endOtherSessions(actor: Actor | null, keep: string): Promise<{ ended: number }> {
  permit(actor, 'account.use');
  return endSessions(actor, { NOT: { id: keep } });
}

function endSessions(actor: Actor, which: { id: string } | { NOT: { id: string } }): Promise<{ ended: number }> {
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { ...which, userId: actor.id } });
    if (count > 0)
      await recordEvents(tx, actor, [
        {
          action: 'sessions-ended',
          subject: `person:${actor.id}`,
          summary: `Ended ${count === 1 ? 'a session' : `${count} sessions`}.`,
        },
      ]);
    return { ended: count };
  });
}
