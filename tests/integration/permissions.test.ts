import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, Denied, PERMISSIONS, type Permission, Role, SCOPES } from '../../src/domain/permission';
import { connect } from '../support/database';
import { ACTORS } from '../support/actors';
import { PERMISSION_CALLS, WITHOUT_CALLS } from '../support/permission-calls';

// The permission table against what really happens: generated from the table, both ways.

const owner = await connect('owner');
const permissions = Object.keys(PERMISSIONS) as Permission[];

beforeAll(async () => {
  for (const { id, name, roles } of Object.values(ACTORS)) {
    await owner.query(
      'insert into people (id, name, email, roles, updated_at) values ($1, $2, $3, $4, now()) on conflict do nothing',
      [id, name, `${id.toLowerCase()}@example.org`, roles],
    );
  }
});

const isDenied = (call: (actor: Actor | null) => Promise<unknown>, actor: Actor | null) =>
  Promise.resolve()
    .then(() => call(actor))
    .then(
      () => false,
      (error: unknown) => {
        if (error instanceof Denied) return true;
        throw error;
      },
    );

test('every permission is asked for by something, or is on the list of those that are not yet', () => {
  const called = Object.keys(PERMISSION_CALLS);
  expect([...called, ...WITHOUT_CALLS].sort()).toEqual([...permissions].sort());
});

describe.each(permissions.filter((permission) => PERMISSION_CALLS[permission] !== undefined))('%s', (permission) => {
  const calls = Object.entries(PERMISSION_CALLS[permission] ?? {});
  const allowed: readonly Role[] = PERMISSIONS[permission].roles;

  test.each(calls)('%s is denied to a stranger', async (_name, call) => {
    expect(await isDenied(call, null)).toBe(true);
  });

  test.each(calls)('%s is denied to an account without a role', async (_name, call) => {
    expect(await isDenied(call, { ...ACTORS.admin, roles: [] })).toBe(true);
  });

  test.each(Role.options.flatMap((role) => calls.map(([name, call]) => [name, role, call] as const)))(
    '%s, asked for by the role %s, does what the table says',
    async (_name, role, call) => {
      expect(await isDenied(call, ACTORS[role])).toBe(!allowed.includes(role));
    },
  );

  test.each(calls)('%s is denied to a key whose scopes do not name it, whatever the roles', async (_name, call) => {
    const everything: Actor = { ...ACTORS.admin, roles: [...Role.options] };
    for (const { permissions: scoped } of Object.values(SCOPES)) {
      const inScope = (scoped as readonly Permission[]).includes(permission);
      expect(await isDenied(call, { ...everything, only: scoped })).toBe(!inScope);
    }
  });
});
