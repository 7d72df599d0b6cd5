import { prisma } from '../../db/prisma';
import { makeLink, takeLink } from '../accounts/link-writer';
import { createPerson } from '../accounts/person-writer';
import { recordEvents } from '../history/event-writer';

const CHECK_HOURS = 24;

/** Makes an advocate's account whose address is still to be checked. @returns null when somebody has it already */
export async function signUp(given: {
  name: string;
  email: string;
  passwordHash: string;
}): Promise<{ token: string } | null> {
  return prisma().$transaction(async (tx) => {
    const { name, email, passwordHash } = given;
    if ((await tx.person.count({ where: { email } })) > 0) return null;
    const actor = await createPerson(
      tx,
      { name, email, roles: ['advocate'], affiliations: [] },
      { passwordHash, emailVerified: false, action: 'signed-up' },
    );
    const { token } = await makeLink(tx, { kind: 'email-check', hours: CHECK_HOURS, personId: actor.id });
    return { token };
  });
}

/** Somebody opened the link that was sent to their address: it is theirs, and they can sign in. */
export async function confirmEmail(token: string): Promise<{ ok: boolean }> {
  return prisma().$transaction(async (tx) => {
    const link = await takeLink(tx, 'email-check', token);
    if (link === null || link.personId === null) return { ok: false };
    const person = await tx.person.update({ where: { id: link.personId }, data: { emailVerified: true } });
    await recordEvents(tx, person, [
      { action: 'email-checked', subject: `person:${person.id}`, summary: 'Showed that the e-mail address is theirs.' },
    ]);
    return { ok: true };
  });
}

/**
 * Makes the account of somebody whom the identity provider names, with an address that it has checked: when they are
 * invited, for what the invitation says, and otherwise only where anybody may sign up. Somebody with an account, and
 * somebody who may not have one, is left as they are.
 */
export async function joinThroughProvider(
  { name, email: given }: { name: string; email: string },
  anybodyMay: boolean,
): Promise<void> {
  const email = given.toLowerCase();
  await prisma().$transaction(async (tx) => {
    if ((await tx.person.count({ where: { email } })) > 0) return;
    const [invitation] = await tx.$queryRaw<{ roles: string[]; affiliations: string[] }[]>`
      update one_time_links set used_at = now()
      where kind = 'invitation' and email = ${email} and used_at is null and revoked_at is null and expires_at > now()
      returning roles, affiliations`;
    if (invitation === undefined && !anybodyMay) return;
    await createPerson(
      tx,
      {
        name: tidyName(name) || (email.split('@')[0] ?? email),
        email,
        // The words were checked when they were written, and createPerson parses them once more.
        roles: (invitation?.roles ?? ['advocate']) as 'advocate'[],
        affiliations: invitation?.affiliations ?? [],
      },
      { passwordHash: null, emailVerified: true, action: invitation === undefined ? 'signed-up' : 'joined' },
    );
  });
}

/** A name as somebody else wrote it, made to fit ours. */
function tidyName(name: string): string {
  return name
    .replaceAll(/[\p{Cc}<>]/gu, ' ')
    .trim()
    .slice(0, 100);
}
