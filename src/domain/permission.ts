import { z } from 'zod';

/**
 * What somebody with an account may be. A reader needs no account, and so is no role. One person may have several:
 * whoever sets the site up is usually an administrator and an editor.
 */
export const Role = z.enum(['advocate', 'editor', 'senior-editor', 'admin']);
export type Role = z.infer<typeof Role>;

/** Who does something. Every write takes one, and asks for its permission itself. */
export type Actor = {
  id: string;
  name: string;
  roles: readonly Role[];
  /** Organisations the person works for, by their usual short name: they cannot appraise what those publish. */
  affiliations: readonly string[];
  /** Set for somebody who comes with a key for scripts: of what their roles may do, only this. */
  only?: readonly Permission[];
  /** And which key it is: what is done with it says so in its history. */
  key?: { id: number; name: string };
};

const SIGNED_IN = ['advocate', 'editor', 'senior-editor', 'admin'] as const;
const EDITORS = ['editor', 'senior-editor'] as const;
const SENIOR = ['senior-editor'] as const;
const ADMIN = ['admin'] as const;

/** The permission table: everything that can be done with an account, and who may. There is no other. */
export const PERMISSIONS = {
  'account.use': { roles: SIGNED_IN, what: 'look after the own account, its sessions and its keys' },
  'fact-sheet.own': { roles: SIGNED_IN, what: 'make and release fact sheets of the own' },
  'draft.read': { roles: EDITORS, what: 'see drafts and the queues' },
  'draft.write': { roles: EDITORS, what: 'make and change drafts of sources and claims' },
  'draft.discard': { roles: EDITORS, what: 'discard a draft' },
  'draft.submit': { roles: EDITORS, what: 'hand a draft in for review' },
  'draft.return': { roles: SENIOR, what: 'send a draft back with a note' },
  'record.publish': { roles: SENIOR, what: 'publish a draft' },
  'record.dispute': { roles: EDITORS, what: 'mark a published record as disputed' },
  'record.retract': { roles: SENIOR, what: 'retract a published record, or let it stand again' },
  'record.merge': { roles: SENIOR, what: 'merge two records of the same thing' },
  'record.restore': { roles: SENIOR, what: 'restore an earlier version of a record' },
  'appraisal.write': { roles: EDITORS, what: 'appraise a source or a claim' },
  'appraisal.agree': { roles: EDITORS, what: 'settle a difference with the other appraiser' },
  'appraisal.decide': { roles: SENIOR, what: 'settle a difference between two others' },
  'import.run': { roles: EDITORS, what: 'import sources and claims' },
  'import.undo': { roles: EDITORS, what: 'undo an import' },
  'link.check': { roles: EDITORS, what: 'check the links of sources' },
  'task.assign': { roles: EDITORS, what: 'take a task from a queue' },
  'match.settle': { roles: EDITORS, what: 'settle reports of wrong matches' },
  'person.read': { roles: ADMIN, what: 'see who has an account' },
  'person.invite': { roles: ADMIN, what: 'invite somebody' },
  'person.change': { roles: ADMIN, what: 'change what somebody may do, or close an account' },
} as const satisfies Record<string, { roles: readonly Role[]; what: string }>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether somebody may do this; a stranger (null) may do nothing that the table names. */
export function may(actor: Pick<Actor, 'roles' | 'only'> | null, permission: Permission): boolean {
  if (actor?.only !== undefined && !actor.only.includes(permission)) return false;
  const allowed: readonly Role[] = PERMISSIONS[permission].roles;
  return actor?.roles.some((role) => allowed.includes(role)) ?? false;
}

/**
 * What a key for scripts can be made for. A key never does more than its person may, and none looks after the account
 * itself: whoever finds a key must not be able to make another.
 */
export const SCOPES = {
  read: { permissions: ['draft.read'], what: 'read drafts and queues' },
  'draft.write': {
    permissions: ['draft.read', 'draft.write', 'draft.submit'],
    what: 'make and change drafts, and hand them in for review',
  },
  'import.run': { permissions: ['import.run'], what: 'import sources and claims' },
} as const satisfies Record<string, { permissions: readonly Permission[]; what: string }>;

export const Scope = z.enum(Object.keys(SCOPES) as [Scope, ...Scope[]]);
export type Scope = keyof typeof SCOPES;

/** Somebody asked for what they may not do. `needs` names the roles that could. */
export class Denied extends Error {
  override name = 'Denied';
  readonly needs: readonly Role[];
  constructor(
    readonly permission: Permission,
    withKey = false,
  ) {
    super(withKey ? `${deniedText(permission)} ${scopeText(permission)}` : deniedText(permission));
    this.needs = PERMISSIONS[permission].roles;
  }
}

/** @throws {Denied} when the actor may not do this. The first line of every write, and of every read that is not public. */
export function permit(actor: Actor | null, permission: Permission): asserts actor is Actor {
  if (!may(actor, permission)) throw new Denied(permission, actor?.only !== undefined);
}

/** What would be needed, in a sentence. */
export function deniedText(permission: Permission): string {
  const { roles, what } = PERMISSIONS[permission];
  const names = roles.map((role) => ROLE_NAME[role]);
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');
  return `To ${what}, an account is needed that is ${list}.`;
}

/** Which key would do. */
function scopeText(permission: Permission): string {
  const scopes = Object.entries(SCOPES).flatMap(([name, scope]) =>
    (scope.permissions as readonly Permission[]).includes(permission) ? [name] : [],
  );
  if (scopes.length === 0) return 'No key can do it: it is done at the desk.';
  return `The key needs the scope ${scopes.join(' or ')}.`;
}

/** What each role does in this version, in half a sentence about one person. */
export const ROLE_DUTY: Readonly<Record<Role, string>> = {
  advocate: 'makes and releases fact sheets',
  editor: 'drafts, appraises and imports evidence',
  'senior-editor': 'does what an editor does, publishes, and settles differences of two others',
  admin: 'invites people and changes what they may do',
};

/** `an editor and an administrator`; of no role, nothing. */
export function rolesText(roles: readonly Role[]): string {
  const named = roles.map((role) => `${/^[aeiou]/.test(ROLE_NAME[role]) ? 'an' : 'a'} ${ROLE_NAME[role]}`);
  return named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : named.join('');
}

export const ROLE_NAME: Readonly<Record<Role, string>> = {
  advocate: 'advocate',
  editor: 'editor',
  'senior-editor': 'senior editor',
  admin: 'administrator',
};
