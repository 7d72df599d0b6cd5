import { prisma, type Transaction } from '../../db/prisma';
import { type Actor, permit } from '../../domain/permission';
import { recordEvents } from '../history/event-writer';

type Refused = { ok: false; problem: string };

const SUMMARY = {
  on: 'Turned the second factor on.',
  off: 'Turned the second factor off.',
  codes: 'Made new recovery codes.',
};

/**
 * Changes the second factor of the own account and writes that down: both happen, or neither.
 *
 * @param change what better-auth does inside the transaction (src/auth/sign-in.ts)
 */
export async function changeTwoFactor<T extends { ok: true }>(
  actor: Actor | null,
  what: keyof typeof SUMMARY,
  change: (tx: Transaction) => Promise<T | Refused>,
): Promise<T | Refused> {
  permit(actor, 'account.use');
  return prisma().$transaction(async (tx) => {
    const changed = await change(tx);
    if (changed.ok)
      await recordEvents(tx, actor, [
        { action: `two-factor-${what}`, subject: `person:${actor.id}`, summary: SUMMARY[what] },
      ]);
    return changed;
  });
}
