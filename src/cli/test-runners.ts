import { availableParallelism } from 'node:os';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { commandFile, runNode } from './child';

// What the test runners say about themselves, in one shape.

export type Result = { passed: number; failed: number; skipped: number; output: string };

const REPORTS = join('.data', 'test-reports');

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** For tests that are waited for while working and share nothing: vitest leaves a core to others by itself. */
export const everyCore = () => [`--maxWorkers=${availableParallelism()}`];

/** Runs these vitest projects. */
export async function runVitest(
  projects: readonly string[],
  env: Record<string, string> = {},
  more: readonly string[] = [],
): Promise<Result> {
  const report = await emptyReport(`vitest-${projects.join('-')}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await runNode([commandFile('vitest'), 'run', ...chosen, ...reporters, ...more], env);
  const counts = await read(report, VitestReport);
  const skipped = (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0);
  return toResult(code, output, { passed: counts?.numPassedTests ?? 0, failed: counts?.numFailedTests ?? 0, skipped });
}

/** Runs the end-to-end tests. */
export async function runPlaywright(env: Record<string, string>): Promise<Result> {
  const report = await emptyReport('e2e.json');
  const { code, output } = await runNode([commandFile('@playwright/test', 'playwright'), 'test'], env);
  const stats = (await read(report, PlaywrightReport))?.stats;
  const counts = {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  };
  return toResult(code, output, counts);
}

/** A runner that fails without a failing test (a file that does not load, no test at all) has failed once. */
function toResult(code: number, output: string, counts: Omit<Result, 'output'>): Result {
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  const ranNone = code === 0 && counts.passed === 0 ? 1 : 0;
  return { ...counts, failed: failed + ranNone, output: ranNone ? `${output}\nNo test ran.` : output };
}

/** The path of a report, with the one of an earlier run taken away so that it cannot pass for this one's. */
async function emptyReport(name: string): Promise<string> {
  await mkdir(REPORTS, { recursive: true });
  const path = join(REPORTS, name);
  await rm(path, { force: true });
  return path;
}

async function read<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : schema.parse(JSON.parse(text));
}
