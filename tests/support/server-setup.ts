import { stopAll } from '../../src/cli/stopping';
import { openTestDatabases } from '../../src/cli/test-database';
import { startTestServer } from '../../src/cli/test-server';

/**
 * Before the contract and end-to-end tests: a production server, unless TEST_SERVER_URL names one that runs already.
 * Vitest and Playwright both call it, and both run what it returns afterwards.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.TEST_SERVER_URL) return async () => {};
  const server = await startTestServer(await openTestDatabases());
  process.env.TEST_SERVER_URL = server.address;
  process.env.TEST_SERVER_DATABASE_URL = server.databaseUrl;
  return stopAll;
}
