import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../db/prisma';
import type { Actor } from '../../domain/permission';
import { recordEvents } from '../history/event-writer';
import { NewPerson } from './schema';

type Options = {
  /** From src/auth/password.ts; null for somebody who comes in through an identity provider alone. */
  passwordHash: string | null;
  /** Whether we know that the address is theirs: a link that was sent there has been opened. */
  emailVerified: boolean;
  action: 'set-up' | 'joined' | 'signed-up';
};

/**
 * Makes an account, with its event. Who may is asked by what calls it: somebody with a link to set up or an invitation is
 * nobody yet, and so acts as themselves.
 */
export async function createPerson(tx: Transaction, given: NewPerson, options: Options): Promise<Actor> {
  const { name, email, roles, affiliations } = NewPerson.parse(given);
  const id = randomUUID();
  await tx.person.create({
    data: { id, name, email, roles, affiliations, emailVerified: options.emailVerified },
  });
  if (options.passwordHash !== null)
    await tx.credential.create({
      data: { id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: options.passwordHash },
    });
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
