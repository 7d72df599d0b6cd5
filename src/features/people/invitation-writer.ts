import { prisma } from '../../db/prisma';
import { type Actor, permit, type Role } from '../../domain/permission';
import { makeLink, revokeLinks } from '../accounts/link-writer';
import { createPerson, hasAccount, takeLinkToAccount } from '../accounts/person-writer';
import { recordEvents } from '../history/event-writer';
import type { Invitation } from './schema';

const INVITATION_HOURS = 7 * 24;

export type Invited = { ok: true; id: number; email: string; token: string } | { ok: false; problem: string };

/** Invites somebody. An earlier invitation to the same address dies, so that only the last one counts. */
export async function invite(actor: Actor | null, { email, roles, affiliations }: Invitation): Promise<Invited> {
  permit(actor, 'person.invite');
  return prisma().$transaction(async (tx) => {
    if (await hasAccount(tx, email))
      return { ok: false, problem: 'Somebody with this e-mail address has an account already.' };
    await revokeLinks(tx, 'invitation', { email });
    const { id, token } = await makeLink(tx, {
      kind: 'invitation',
      hours: INVITATION_HOURS,
      email,
      roles,
      affiliations,
      by: actor,
    });
    await recordEvents(tx, actor, [
      {
        action: 'invited',
        subject: `invitation:${id}`,
        summary: `Invited ${email}.`,
        after: { email, roles, affiliations },
      },
    ]);
    return { ok: true, id, email, token };
  });
}

/** Invites the same person for the same once more: the new link works for another seven days, the old one no longer. */
export async function inviteAgain(actor: Actor | null, id: number): Promise<Invited> {
  permit(actor, 'person.invite');
  const before = await prisma().oneTimeLink.findFirst({ where: { id, kind: 'invitation', usedAt: null } });
  if (before === null || before.email === null) return { ok: false, problem: 'There is no such invitation.' };
  // The words were checked when they were written, and are by the database.
  const roles = before.roles as Role[];
  return invite(actor, { email: before.email, roles, affiliations: before.affiliations });
}

/** Takes an invitation back. */
export async function revokeInvitation(actor: Actor | null, id: number): Promise<{ revoked: boolean }> {
  permit(actor, 'person.invite');
  return prisma().$transaction(async (tx) => {
    const count = await revokeLinks(tx, 'invitation', { id });
    if (count > 0)
      await recordEvents(tx, actor, [
        { action: 'invitation-revoked', subject: `invitation:${id}`, summary: 'Took an invitation back.' },
      ]);
    return { revoked: count > 0 };
  });
}

/**
 * Makes the account that an invitation is for, with what the invitation says: nothing of it is taken from the form. Where
 * that does not work, the link is as good as before.
 *
 * @param passwordHash null for somebody who will come in through the identity provider
 */
export async function acceptInvitation(
  token: string,
  { name, passwordHash }: { name: string; passwordHash: string | null },
): Promise<{ ok: true; email: string } | { ok: false }> {
  return prisma().$transaction(async (tx) => {
    const link = await takeLinkToAccount(tx, 'invitation', token);
    if (link === null) return { ok: false };
    const { email, roles, affiliations } = link;
    await createPerson(tx, { name, email, roles, affiliations }, { passwordHash, action: 'joined' });
    return { ok: true, email };
  });
}
