import { grantAppRights } from '../db/app-role';
import { migrate } from '../db/schema-engine';

/** Where the database is: as its owner, who migrates, and as the role that the web server works with. */
export type DatabaseUrls = { ownerUrl: string; appUrl: string };

/** Brings the tables up to date and gives the web server's role its rights. @returns the migrations applied now. */
export async function migrateDatabase({ ownerUrl, appUrl }: DatabaseUrls): Promise<string[]> {
  const applied = await migrate(ownerUrl);
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  const role = decodeURIComponent(new URL(appUrl).username);
  // Someone who set one address for both wants one role; taking rights from it would lock it out of its own tables.
  if (role !== owner) await grantAppRights(ownerUrl, role);
  return applied;
}

/**
 * Loads what the database lacks of the bundled evidence base, as the web server's role, so that a right that is
 * missing shows here. Only call it once the Prisma client has been generated: it is imported here and not above.
 */
export async function loadBundle({
  appUrl,
}: DatabaseUrls): Promise<{ loaded: boolean; claims: number; sources: number }> {
  process.env.DATABASE_URL = appUrl;
  const { loadBundledEvidence } = await import('../features/evidence-base/mutations');
  const { closePool } = await import('../db/pool');
  try {
    return await loadBundledEvidence();
  } finally {
    await closePool();
  }
}

/** The link for the first account, while there is none; each start makes a new one. Null when there is an account. */
export async function openSetUpLink({ appUrl }: DatabaseUrls, address: string): Promise<string | null> {
  process.env.DATABASE_URL = appUrl;
  const { openSetUp } = await import('../features/people/set-up-writer');
  const { closePool } = await import('../db/pool');
  try {
    const token = await openSetUp();
    return token === null ? null : `${address.replace(/\/+$/, '')}/set-up?token=${token}`;
  } finally {
    await closePool();
  }
}
