import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diffMigrationsToModels } from '../db/schema-engine';
import { commandFile, type Outcome, runNode } from './child';
import type { TestDatabases } from './test-database';

// The checks that read the code and run none of it. Each gives what it printed, and 0 when all is well.

export async function checkTypes(): Promise<Outcome> {
  // Types of routes that Next wrote for an earlier state of src/app would be reported as faults of this one.
  await rm(join('.next', 'dev', 'types'), { recursive: true, force: true });
  const routes = await runNode([commandFile('next'), 'typegen'], { NEXT_TELEMETRY_DISABLED: '1' });
  if (routes.code !== 0) return routes;
  return runNode([commandFile('typescript', 'tsc'), '--noEmit']);
}

export async function checkStyle(): Promise<Outcome> {
  const { code, output } = await runNode([
    commandFile('@biomejs/biome', 'biome'),
    'check',
    '--error-on-warnings',
    '--colors=off',
  ]);
  return { code, output: `${output}\nMost of it is mended by: npx biome check --write` };
}

export function checkUnusedCode(): Promise<Outcome> {
  return runNode([commandFile('knip'), '--no-progress']);
}

export function checkEvidence(): Promise<Outcome> {
  return runNode(['--conditions=react-server', '--import', 'tsx', join('src', 'cli', 'check-seed.ts')]);
}

/** Whether the migrations, applied one after the other, give the tables that the models draw. */
export async function checkMigrations(databases: TestDatabases): Promise<Outcome> {
  const { ownerUrl } = await databases.create('scratch');
  const script = await diffMigrationsToModels(ownerUrl);
  const statements = script.replaceAll(/^--.*$/gm, '').trim();
  if (statements === '') return { code: 0, output: '' };
  return { code: 1, output: `The models ask for what no migration does. A new migration would say:\n${script}` };
}
