import { prisma, type Transaction } from '../../db/prisma';
import type { Actor, Role } from '../../domain/permission';
import { makeLink, revokeLinks, takeLink } from '../accounts/link-writer';
import { createPerson } from '../accounts/person-writer';

const SET_UP_HOURS = 24;

/**
 * The link with which the first account is made, while there is none; the links of earlier starts die.
 *
 * @returns what stands in the link; null when somebody has an account already
 */
export async function openSetUp(): Promise<string | null> {
  return prisma().$transaction(async (tx) => {
    await lockSetUp(tx);
    if ((await tx.person.count()) > 0) return null;
    await revokeLinks(tx, 'set-up');
    return (await makeLink(tx, { kind: 'set-up', hours: SET_UP_HOURS })).token;
  });
}

type FirstPerson = { name: string; email: string; passwordHash: string; alsoSeniorEditor: boolean };

/** Makes the first account, an administrator's. @returns null when the link does not work, or somebody was faster */
export async function setUp(token: string, given: FirstPerson): Promise<Actor | null> {
  return prisma().$transaction(async (tx) => {
    await lockSetUp(tx);
    if ((await tx.person.count()) > 0) return null;
    if ((await takeLink(tx, 'set-up', token)) === null) return null;
    const roles: Role[] = given.alsoSeniorEditor ? ['admin', 'senior-editor'] : ['admin'];
    const person = { name: given.name, email: given.email, roles, affiliations: [] };
    return createPerson(tx, person, { passwordHash: given.passwordHash, action: 'set-up' });
  });
}

async function lockSetUp(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('plumbline set-up'))`;
}
