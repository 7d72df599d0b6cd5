import type { Actor, Permission } from '../../src/domain/permission';
import { getPasswordHash, listKeys, listSessions } from '../../src/features/accounts/data';
import { makeKey, revokeKey } from '../../src/features/accounts/key-writer';
import { changePassword } from '../../src/features/accounts/password-writer';
import { endOtherSessions, endSession, noteTwoFactor } from '../../src/features/accounts/session-writer';
import { inviteAgain, invite, revokeInvitation } from '../../src/features/people/invitation-writer';
import { getPerson, listInvitations, listPeople, listPersonEvents } from '../../src/features/people/people-data';
import { changePerson, closeAccount, reopenAccount, resetTwoFactor } from '../../src/features/people/people-writer';

/** Something that asks for a permission. Allowed, it may still find nothing: what counts is whether it is denied. */
type Call = (actor: Actor | null) => Promise<unknown>;

const NOBODY = 'nobody-has-this-id';

/**
 * For each permission what asks for it, every write and every read that is not public: tests/integration/permissions.test.ts
 * calls each as everybody. Whoever adds a write adds it here; a permission without a call is named by that test.
 */
export const PERMISSION_CALLS: Partial<Record<Permission, Readonly<Record<string, Call>>>> = {
  'account.use': {
    listSessions: (actor) => listSessions(actor, 7),
    listKeys,
    getPasswordHash,
    makeKey: (actor) => makeKey(actor, { name: 'A test', scopes: ['read'], days: 1 }),
    revokeKey: (actor) => revokeKey(actor, 0),
    endSession: (actor) => endSession(actor, NOBODY),
    endOtherSessions: (actor) => endOtherSessions(actor, NOBODY),
    noteTwoFactor: (actor) => noteTwoFactor(actor, 'on'),
    changePassword: (actor) => changePassword(actor, 'a hash that nothing gives', NOBODY),
  },
  'person.read': {
    listPeople,
    listInvitations,
    getPerson: (actor) => getPerson(actor, NOBODY),
    listPersonEvents: (actor) => listPersonEvents(actor, NOBODY),
  },
  'person.invite': {
    invite: (actor) => invite(actor, { email: 'invited@example.org', roles: ['editor'], affiliations: [] }),
    inviteAgain: (actor) => inviteAgain(actor, 0),
    revokeInvitation: (actor) => revokeInvitation(actor, 0),
  },
  'person.change': {
    changePerson: (actor) => changePerson(actor, NOBODY, { roles: ['editor'], affiliations: [] }),
    closeAccount: (actor) => closeAccount(actor, NOBODY),
    reopenAccount: (actor) => reopenAccount(actor, NOBODY),
    resetTwoFactor: (actor) => resetTwoFactor(actor, NOBODY),
  },
};

/** Permissions that nothing asks for yet, or whose part of the product adds its calls later. The list only gets shorter. */
export const WITHOUT_CALLS: readonly Permission[] = [
  'fact-sheet.own',
  'draft.read',
  'draft.write',
  'draft.discard',
  'draft.submit',
  'draft.return',
  'record.publish',
  'record.dispute',
  'record.retract',
  'record.merge',
  'record.restore',
  'appraisal.write',
  'appraisal.agree',
  'appraisal.decide',
  'import.run',
  'import.undo',
  'link.check',
  'task.assign',
];
