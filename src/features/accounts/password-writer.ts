import { randomUUID } from 'node:crypto';
import { prisma, type Transaction } from '../../db/prisma';
import { type Actor, permit } from '../../domain/permission';
import { recordEvents } from '../history/event-writer';
import { makeLink, revokeLinks, takeLink } from './link-writer';

const RESET_HOURS = 1;

/** Gives the own account another password, and keeps the session in which that was asked for. */
export async function changePassword(actor: Actor | null, hash: string, keepSession: string): Promise<void> {
  permit(actor, 'account.use');
  await prisma().$transaction(async (tx) => {
    await setPassword(tx, actor.id, hash, keepSession);
    await recordEvents(tx, actor, [
      {
        action: 'password-changed',
        subject: `person:${actor.id}`,
        summary: 'Changed the password; other sessions ended and keys were revoked.',
      },
    ]);
  });
}

/** Makes a link for a new password, when somebody has this address; earlier ones die. Nobody is told which it was. */
export async function requestReset(email: string): Promise<{ token: string; name: string } | null> {
  return prisma().$transaction(async (tx) => {
    const person = await tx.person.findFirst({ where: { email, closedAt: null }, select: { id: true, name: true } });
    if (person === null) return null;
    await revokeLinks(tx, 'password-reset', { personId: person.id });
    const { token } = await makeLink(tx, { kind: 'password-reset', hours: RESET_HOURS, personId: person.id });
    return { token, name: person.name };
  });
}

/** A new password for whoever opened the link that was sent to the address. */
export async function resetPassword(token: string, hash: string): Promise<{ ok: boolean }> {
  return prisma().$transaction(async (tx) => {
    const link = await takeLink(tx, 'password-reset', token);
    if (link === null) return { ok: false };
    const person = await tx.person.findUniqueOrThrow({ where: { id: link.personId ?? '' } });
    await setPassword(tx, person.id, hash, null);
    await recordEvents(tx, person, [
      {
        action: 'password-reset',
        subject: `person:${person.id}`,
        summary: 'Set a new password through a mailed link; sessions ended and keys were revoked.',
      },
    ]);
    return { ok: true };
  });
}

/**
 * One rule for every new password, however it came: whoever had the old one is out. They may have a session, may have made a
 * key with it, and may have asked for a link.
 */
async function setPassword(
  tx: Transaction,
  personId: string,
  password: string,
  keepSession: string | null,
): Promise<void> {
  const changed = await tx.credential.updateMany({
    where: { userId: personId, providerId: 'credential' },
    data: { password },
  });
  if (changed.count === 0)
    await tx.credential.create({
      data: { id: randomUUID(), accountId: personId, providerId: 'credential', userId: personId, password },
    });
  const kept = keepSession === null ? {} : { NOT: { id: keepSession } };
  await tx.session.deleteMany({ where: { userId: personId, ...kept } });
  await tx.apiKey.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: new Date() } });
  await revokeLinks(tx, 'password-reset', { personId });
}
