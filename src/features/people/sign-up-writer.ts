import { prisma, type Transaction } from '../../db/prisma';
import type { Role } from '../../domain/permission';
import { makeLink } from '../accounts/link-writer';
import { createPerson, hasAccount, takeLinkToAccount } from '../accounts/person-writer';

const CHECK_HOURS = 24;

/**
 * Makes the link with which the owner of an address makes an account for it. Until they do, the link is all that is kept:
 * whoever asks here may be anybody, and must have no say in what the account will be. Links that nobody came with go.
 *
 * @returns null when somebody has an account with this address
 */
export async function signUp(email: string): Promise<{ token: string } | null> {
  return prisma().$transaction(async (tx) => {
    if (await hasAccount(tx, email)) return null;
    const gone = [{ email }, { expiresAt: { lt: new Date() } }];
    await tx.oneTimeLink.deleteMany({ where: { kind: 'email_check', usedAt: null, OR: gone } });
    const { token } = await makeLink(tx, { kind: 'email-check', hours: CHECK_HOURS, email });
    return { token };
  });
}

/** Makes the account of whoever opened the link that was sent to their address. */
export async function finishSignUp(
  token: string,
  { name, passwordHash }: { name: string; passwordHash: string },
): Promise<{ ok: true; email: string } | { ok: false }> {
  return prisma().$transaction(async (tx) => {
    const link = await takeLinkToAccount(tx, 'email-check', token);
    if (link === null) return { ok: false };
    await admit(tx, { name, email: link.email }, { passwordHash, anybodyMay: true });
    return { ok: true, email: link.email };
  });
}

/**
 * Makes the account of somebody whom the identity provider names, with an address that it has checked. Somebody with an
 * account, and somebody who may not have one, is left as they are.
 */
export async function joinThroughProvider(
  { name, email: given }: { name: string; email: string },
  anybodyMay: boolean,
): Promise<void> {
  const email = given.toLowerCase();
  await prisma().$transaction(async (tx) => {
    if (await hasAccount(tx, email)) return;
    const called = tidyName(name) || (email.split('@')[0] ?? email);
    await admit(tx, { name: called, email }, { passwordHash: null, anybodyMay });
  });
}

/**
 * Makes the account of somebody who has shown that an address is theirs: for what an open invitation says, and otherwise an
 * advocate's, where anybody may have one.
 */
async function admit(
  tx: Transaction,
  { name, email }: { name: string; email: string },
  { passwordHash, anybodyMay }: { passwordHash: string | null; anybodyMay: boolean },
): Promise<void> {
  const [invitation] = await tx.$queryRaw<{ roles: Role[]; affiliations: string[] }[]>`
    update one_time_links set used_at = now()
    where kind = 'invitation' and email = ${email} and used_at is null and revoked_at is null and expires_at > now()
    returning roles, affiliations`;
  if (invitation === undefined && !anybodyMay) return;
  // The words were checked when they were written, and createPerson parses them once more.
  const { roles, affiliations } = invitation ?? { roles: ['advocate' as const], affiliations: [] };
  const action = invitation === undefined ? 'signed-up' : 'joined';
  await createPerson(tx, { name, email, roles, affiliations }, { passwordHash, action });
}

/** A name as somebody else wrote it, made to fit ours. */
function tidyName(name: string): string {
  return name
    .replaceAll(/[\p{Cc}<>]/gu, ' ')
    .trim()
    .slice(0, 100);
}
