import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandFile, runNode } from './child';
import { Failure } from './failure';
import { fingerprint, isCurrent } from './fingerprint';

const OUTPUT = join('src', 'db', 'generated');
const MARK = join(OUTPUT, 'fingerprint');

/** Generates the Prisma client when it is missing or the models changed. @returns whether it did. */
export async function generateClient(): Promise<boolean> {
  const current = await fingerprint([join('prisma', 'models'), 'prisma.config.ts', 'package-lock.json']);
  if (await isCurrent(MARK, current)) return false;
  const outcome = await runNode([commandFile('prisma'), 'generate'], {
    // Generating needs no engine, but the command downloads one unless it is told of a file that exists.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
  if (outcome.code !== 0) throw new Failure(`The Prisma client could not be generated:\n${outcome.output}`);
  await writeFile(MARK, current);
  return true;
}
