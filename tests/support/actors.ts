import type { Actor, Role } from '../../src/domain/permission';

/** Somebody of these roles, for tests of what they may do. */
export function actor(name: string, ...roles: Role[]): Actor {
  return { id: `test-${name}`, name, roles, affiliations: [] };
}

export const EDITOR = actor('Edith Editor', 'editor');
export const SENIOR = actor('Sam Senior', 'senior-editor');
