import type { Actor, Role } from '../../src/domain/permission';

// Who acts in tests that call the writes themselves. Nobody of them stands in a database.

/** Somebody of these roles, for tests of what they may do. */
export function actor(name: string, ...roles: Role[]): Actor {
  return { id: `test-${name}`, name, roles, affiliations: [] };
}

export const EDITOR = actor('Edith Editor', 'editor');
export const SENIOR = actor('Sam Senior', 'senior-editor');

/** One of each role. */
export const ACTORS: Readonly<Record<Role, Actor>> = {
  advocate: actor('Ada Advocate', 'advocate'),
  editor: EDITOR,
  'senior-editor': SENIOR,
  admin: actor('Adil Admin', 'admin'),
};
