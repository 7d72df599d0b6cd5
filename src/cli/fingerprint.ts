import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A hash over the names and contents of files and folders. What is not there counts as empty, so that a file added
 * later changes the hash. `skip` names folders that are left out, as paths from the project's root.
 */
export async function fingerprint(paths: readonly string[], skip: readonly string[] = []): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of await filesUnder(path, skip))
      hash
        .update(file)
        .update('\0')
        .update(await readFile(file));
  return hash.digest('hex');
}

async function filesUnder(path: string, skip: readonly string[]): Promise<string[]> {
  if (skip.includes(path)) return [];
  const found = await stat(path).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [path];
  const names = (await readdir(path)).sort();
  return (await Promise.all(names.map((name) => filesUnder(join(path, name), skip)))).flat();
}

/** Whether the fingerprint kept in this file is the given one. */
export async function isCurrent(file: string, current: string): Promise<boolean> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  return kept.trim() === current;
}
