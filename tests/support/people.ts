import type { Page } from '@playwright/test';
import { hashPassword } from 'better-auth/crypto';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Actor, Role } from '../../src/domain/permission';

// People who stand in the database of the server under test, and can sign in there.

export type TestPerson = Actor & { email: string; password: string };

/** Makes somebody in the server's database, who can sign in at once. For end-to-end and contract tests. */
export async function makePerson(
  roles: readonly Role[],
  changes: { name?: string; affiliations?: readonly string[] } = {},
): Promise<TestPerson> {
  const id = randomUUID();
  const name = changes.name ?? `Test ${roles.join(' ')} ${id.slice(0, 4)}`;
  const person = {
    id,
    name,
    roles,
    affiliations: changes.affiliations ?? [],
    email: `${id}@example.org`,
    password: `correct horse ${id}`,
  };
  const client = new pg.Client({ connectionString: peopleDatabaseUrl() });
  await client.connect();
  try {
    await client.query(
      'insert into people (id, name, email, email_verified, roles, affiliations, updated_at) values ($1, $2, $3, true, $4, $5, now())',
      [id, name, person.email, roles, person.affiliations],
    );
    await client.query(
      `insert into credentials (id, account_id, provider_id, person_id, password, updated_at)
       values ($1, $2, 'credential', $2, $3, now())`,
      [randomUUID(), id, await hashPassword(person.password)],
    );
  } finally {
    await client.end();
  }
  return person;
}

/** Signs somebody in through the form, as they would themselves; afterwards the page shows the desk, or `next`. */
export async function signIn(page: Page, person: TestPerson, next = '/desk'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === next.split('?')[0]);
}

/** The database of the server under test; of the one that npm run dev started here, when no other is named. */
export function peopleDatabaseUrl(): string {
  if (process.env.TEST_SERVER_DATABASE_URL) return process.env.TEST_SERVER_DATABASE_URL;
  const folder = process.env.DATA_DIR || '.data';
  const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  const password = readFileSync(join(folder, 'app-role-password'), 'utf8').trim();
  return `postgresql://plumbline_app:${password}@127.0.0.1:${port}/plumbline`;
}
