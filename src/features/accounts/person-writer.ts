import { randomUUID } from 'node:crypto';
import { enumValue, type Transaction } from '../../db/prisma';
import type { Actor } from '../../domain/permission';
import { hashToken } from '../../lib/token';
import { recordEvents } from '../history/event-writer';
import { revokeLinks, takeLink, type Taken } from './link-writer';
import { NewPerson } from './schema';

type Options = {
  /** From src/auth/password.ts; null for somebody who comes in through an identity provider alone. */
  passwordHash: string | null;
  action: 'set-up' | 'joined' | 'signed-up';
};

/**
 * Whether somebody has this address. Whoever asks is alone with the address until the end of the transaction: of two who
 * would make an account for it, the second sees that of the first.
 */
export async function hasAccount(tx: Transaction, email: string): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`plumbline address ${email}`}))`;
  return (await tx.person.count({ where: { email } })) > 0;
}

/**
 * Uses up a link that makes an account, unless somebody has the address already: then it stays as it is.
 *
 * @returns null also for a link that does not work
 */
export async function takeLinkToAccount(
  tx: Transaction,
  kind: 'invitation' | 'email-check',
  token: string,
): Promise<(Taken & { email: string }) | null> {
  const found = await tx.oneTimeLink.findFirst({
    where: { tokenHash: hashToken(token), kind: enumValue(kind) },
    select: { email: true },
  });
  if (found?.email == null || (await hasAccount(tx, found.email))) return null;
  const link = await takeLink(tx, kind, token);
  return link === null ? null : { ...link, email: found.email };
}

/**
 * Makes an account, with its event, for an address that is known to be theirs; other links to an account with it die. Who
 * may is asked by what calls it: somebody with a link is nobody yet, and so acts as themselves.
 */
export async function createPerson(tx: Transaction, given: NewPerson, options: Options): Promise<Actor> {
  const { name, email, roles, affiliations } = NewPerson.parse(given);
  const id = randomUUID();
  await tx.person.create({
    data: { id, name, email, roles, affiliations, emailVerified: true },
  });
  if (options.passwordHash !== null)
    await tx.credential.create({
      data: { id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: options.passwordHash },
    });
  for (const kind of ['invitation', 'email-check'] as const) await revokeLinks(tx, kind, { email });
  const actor: Actor = { id, name, roles, affiliations };
  const summary = { 'set-up': 'Set this site up.', joined: 'Accepted an invitation.', 'signed-up': 'Signed up.' };
  await recordEvents(tx, actor, [
    {
      action: options.action,
      subject: `person:${id}`,
      summary: summary[options.action],
      after: { name, email, roles, affiliations },
    },
  ]);
  return actor;
}
