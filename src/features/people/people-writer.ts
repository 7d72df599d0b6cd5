import { prisma, type Transaction } from '../../db/prisma';
import { type Actor, permit, type Role } from '../../domain/permission';
import { revokeLinks } from '../accounts/link-writer';
import { recordEvents } from '../history/event-writer';
import type { PersonChange } from './schema';

export type Changed = { ok: true; email: string } | { ok: false; problem: string };

const GONE: Changed = { ok: false, problem: 'There is no such account.' };
const LAST: Changed = {
  ok: false,
  problem: 'This is the last administrator: make somebody else one first, or nobody can let people in any more.',
};

/** Changes what somebody may do, and for whom they work. */
export async function changePerson(
  actor: Actor | null,
  id: string,
  { roles, affiliations }: PersonChange,
): Promise<Changed> {
  permit(actor, 'person.change');
  return changing(id, async (tx, person) => {
    const losesAdmin = isAdmin(person) && !roles.includes('admin');
    if (losesAdmin && id === actor.id)
      return { ok: false, problem: 'You cannot take away your own right to administer: ask another administrator.' };
    if (losesAdmin && (await isLastAdmin(tx, id))) return LAST;
    await tx.person.update({ where: { id }, data: { roles, affiliations } });
    await recordEvents(tx, actor, [
      {
        action: 'changed',
        subject: `person:${id}`,
        summary: `Changed what ${person.name} may do.`,
        before: { roles: person.roles, affiliations: person.affiliations },
        after: { roles, affiliations },
      },
    ]);
    return { ok: true, email: person.email };
  });
}

/** Closes an account: its sessions, keys and links end at once. What it did stays, under its name. */
export async function closeAccount(actor: Actor | null, id: string): Promise<Changed> {
  permit(actor, 'person.change');
  return changing(id, async (tx, person) => {
    if (id === actor.id) return { ok: false, problem: 'You cannot close your own account: ask another administrator.' };
    if (isAdmin(person) && (await isLastAdmin(tx, id))) return LAST;
    await tx.person.update({ where: { id }, data: { closedAt: new Date() } });
    await tx.session.deleteMany({ where: { userId: id } });
    await tx.apiKey.updateMany({ where: { personId: id, revokedAt: null }, data: { revokedAt: new Date() } });
    await revokeLinks(tx, 'password-reset', { personId: id });
    await recordEvents(tx, actor, [
      { action: 'closed', subject: `person:${id}`, summary: `Closed the account of ${person.name}.` },
    ]);
    return { ok: true, email: person.email };
  });
}

/** Opens a closed account again. Its old sessions and keys stay dead. */
export async function reopenAccount(actor: Actor | null, id: string): Promise<Changed> {
  permit(actor, 'person.change');
  return changing(id, async (tx, person) => {
    await tx.person.update({ where: { id }, data: { closedAt: null } });
    await recordEvents(tx, actor, [
      { action: 'reopened', subject: `person:${id}`, summary: `Opened the account of ${person.name} again.` },
    ]);
    return { ok: true, email: person.email };
  });
}

/** For somebody who lost the device and the recovery codes: the password alone opens the account again. */
export async function resetTwoFactor(actor: Actor | null, id: string): Promise<Changed> {
  permit(actor, 'person.change');
  return changing(id, async (tx, person) => {
    await tx.twoFactor.deleteMany({ where: { userId: id } });
    await tx.person.update({ where: { id }, data: { twoFactorEnabled: false } });
    await tx.session.deleteMany({ where: { userId: id } });
    await recordEvents(tx, actor, [
      {
        action: 'two-factor-reset',
        subject: `person:${id}`,
        summary: `Took the second factor of ${person.name} away.`,
      },
    ]);
    return { ok: true, email: person.email };
  });
}

type Row = { name: string; email: string; roles: string[]; affiliations: string[]; closedAt: Date | null };

function changing(id: string, change: (tx: Transaction, person: Row) => Promise<Changed>): Promise<Changed> {
  return prisma().$transaction(async (tx) => {
    // The same lock as the database's own rule: two administrators who take each other away come one after the other.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('plumbline administrators'))`;
    const person = await tx.person.findUnique({ where: { id } });
    return person === null ? GONE : change(tx, person);
  });
}

function isAdmin(person: Row): boolean {
  const admin: Role = 'admin';
  return person.roles.includes(admin) && person.closedAt === null;
}

async function isLastAdmin(tx: Transaction, id: string): Promise<boolean> {
  const others = await tx.person.count({ where: { roles: { has: 'admin' }, closedAt: null, NOT: { id } } });
  return others === 0;
}
