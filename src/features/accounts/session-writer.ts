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

/** What better-auth has just done to the second factor, for the history. */
export async function noteTwoFactor(actor: Actor | null, what: 'on' | 'off' | 'codes'): Promise<void> {
  permit(actor, 'account.use');
  const words = {
    on: 'Turned the second factor on.',
    off: 'Turned the second factor off.',
    codes: 'Made new recovery codes.',
  };
  await prisma().$transaction((tx) =>
    recordEvents(tx, actor, [{ action: `two-factor-${what}`, subject: `person:${actor.id}`, summary: words[what] }]),
  );
}
