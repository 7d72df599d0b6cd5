import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Files are opened by programs that are not ours, because only those say whether a file is what it claims to be. Where
// one is not installed, its tests are passed over, and say so.

export type ProgramResult = { code: number; stdout: string; stderr: string };

/** Runs a program to its end; null: it is not installed here. One that does not end in time has the code 124. */
export function runProgram(name: string, args: readonly string[], milliseconds = 60_000): ProgramResult | null {
  const run = spawnSync(name, args, { encoding: 'utf8', timeout: milliseconds, maxBuffer: 256 * 1024 * 1024 });
  const problem = run.error as NodeJS.ErrnoException | undefined;
  if (problem?.code === 'ENOENT') return null;
  if (problem?.code === 'ETIMEDOUT') return { code: 124, stdout: run.stdout ?? '', stderr: run.stderr ?? '' };
  if (problem !== undefined) throw problem;
  return { code: run.status ?? 1, stdout: run.stdout, stderr: run.stderr };
}

/** Whether a program is installed; where it is not, a line on the terminal says what is not tried. */
export function isInstalled(name: string, args: readonly string[] = ['--version']): boolean {
  const installed = runProgram(name, args) !== null;
  if (!installed)
    process.stdout.write(`\n  not tried: ${name} is not installed, so the tests that use it are passed over\n`);
  return installed;
}

/** Writes a file for a program to open, and takes it away afterwards, with all that the program put beside it. */
export function withFile<T>(name: string, bytes: Uint8Array | string, use: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
