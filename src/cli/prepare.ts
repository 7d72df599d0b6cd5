import { readEnv } from '../lib/env';
import { Failure, runCommand } from './failure';
import { generateClient } from './generate-client';
import { loadBundle, migrateDatabase } from './prepare-database';

// Brings the database that DATABASE_URL names up to date and loads the bundled evidence base, and starts nothing.
await runCommand(async () => {
  const { DATABASE_URL, DATABASE_ADMIN_URL } = readEnv();
  if (DATABASE_URL === undefined) throw new Failure('DATABASE_URL is not set: npm start prepares its own database.');
  const urls = { ownerUrl: DATABASE_ADMIN_URL ?? DATABASE_URL, appUrl: DATABASE_URL };
  await generateClient();
  const applied = await migrateDatabase(urls);
  const { claims, sources } = await loadBundle(urls);
  console.log(`${applied.length} migrations applied, ${claims} claims and ${sources} sources added`);
  return 0;
});
