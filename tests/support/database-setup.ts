import type { TestProject } from 'vitest/node';
import { generateClient } from '../../src/cli/generate-client';
import type { DatabaseUrls } from '../../src/cli/prepare-database';
import { stopAll } from '../../src/cli/stopping';
import { openTestDatabases } from '../../src/cli/test-database';

declare module 'vitest' {
  export interface ProvidedContext {
    template: DatabaseUrls;
  }
}

/** Before the integration tests: one migrated database with the evidence base, which every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient();
  const databases = await openTestDatabases();
  project.provide('template', await databases.createSeeded('template'));
  return stopAll;
}
