import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandFile, runNode } from './child';
import { Failure } from './failure';
import { fingerprint, isCurrent } from './fingerprint';

/** Everything the build is made from. */
const INPUTS = [
  'src',
  'public',
  'prisma/models',
  'docs/errors',
  'next.config.ts',
  'tsconfig.json',
  'package-lock.json',
];
/** The client is generated from the models, and the command line is no part of the build. */
const SKIP = [join('src', 'db', 'generated'), join('src', 'cli')];
const MARK = join('.next', 'plumbline-build');

/** Builds the production server when the build is missing or stale. @returns whether it did. */
export async function buildIfStale(): Promise<boolean> {
  const current = await fingerprint(INPUTS, SKIP);
  if (await isCurrent(MARK, current)) return false;
  // A build that is interrupted must not pass for the one before it.
  await rm(MARK, { force: true });
  // An empty address counts as none: a page that reads the database at build time fails here and not at a user's.
  const env = { DATABASE_URL: '', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const outcome = await runNode([commandFile('next'), 'build'], env);
  if (outcome.code !== 0) throw new Failure(`The build failed:\n${outcome.output}`);
  await writeFile(MARK, current);
  return true;
}
