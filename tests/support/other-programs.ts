import { execFileSync } from 'node:child_process';

/**
 * What another program says of a file, as text; null where it is not installed, which is printed, so that nobody takes
 * a test that was passed over for one that was passed.
 */
export function runProgram(name: string, args: readonly string[]): string | null {
  try {
    return execFileSync(name, args, {
      encoding: 'utf8',
      timeout: 120_000,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    process.stdout.write(`Passed over: ${name} is not installed.\n`);
    return null;
  }
}
