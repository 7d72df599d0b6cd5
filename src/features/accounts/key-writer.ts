import { prisma } from '../../db/prisma';
import { type Actor, permit } from '../../domain/permission';
import { hashToken, newToken } from '../../lib/token';
import { recordEvents } from '../history/event-writer';
import type { NewKey } from './schema';

const KEYS_MAX = 20;
const PREFIX_LENGTH = 12;

/** Makes a key for scripts. @returns the key itself, which nobody ever sees again */
export async function makeKey(
  actor: Actor | null,
  { name, scopes, days }: NewKey,
): Promise<{ ok: true; key: string } | { ok: false; problem: string }> {
  permit(actor, 'account.use');
  const key = `plb_${newToken()}`;
  return prisma().$transaction(async (tx) => {
    const open = await tx.apiKey.count({
      where: { personId: actor.id, revokedAt: null, expiresAt: { gt: new Date() } },
    });
    if (open >= KEYS_MAX)
      return { ok: false, problem: `You have ${KEYS_MAX} keys, which is the most: revoke one that is not used.` };
    const { id } = await tx.apiKey.create({
      data: {
        personId: actor.id,
        name,
        scopes,
        prefix: key.slice(0, PREFIX_LENGTH),
        hash: hashToken(key),
        expiresAt: new Date(Date.now() + days * 86_400_000),
      },
    });
    await recordEvents(tx, actor, [
      {
        action: 'key-made',
        subject: `person:${actor.id}`,
        summary: `Made the key ${id} for scripts.`,
        after: { id, name, scopes, days },
      },
    ]);
    return { ok: true, key };
  });
}

/** Revokes a key of the own account, at once and for good. */
export async function revokeKey(actor: Actor | null, id: number): Promise<{ revoked: boolean }> {
  permit(actor, 'account.use');
  return prisma().$transaction(async (tx) => {
    const where = { id, personId: actor.id, revokedAt: null };
    const { count } = await tx.apiKey.updateMany({ where, data: { revokedAt: new Date() } });
    if (count > 0)
      await recordEvents(tx, actor, [
        { action: 'key-revoked', subject: `person:${actor.id}`, summary: `Revoked the key ${id} for scripts.` },
      ]);
    return { revoked: count > 0 };
  });
}
