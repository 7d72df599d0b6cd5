import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Failure } from '../src/cli/failure';

const run = promisify(execFile);

/** One address of one server, under load. Times in milliseconds. */
export type Rate = { perSecond: number; p50: number; p95: number; p99: number; failed: number };

/** A server and what it is asked, in turn. */
export type Target = { address: string; paths: readonly string[] };

export type Load = { connections: number; seconds: number; rounds: number; folder: string };

const WrkResult = z.object({
  requests: z.number(),
  microseconds: z.number(),
  refused: z.number(),
  broken: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});

/** @throws {Failure} naming what to install */
export async function expectWrk(): Promise<void> {
  await run('wrk', ['--version']).catch((error: NodeJS.ErrnoException) => {
    // It says its version and ends with 1.
    if (error.code !== 'ENOENT') return;
    throw new Failure('The benchmark needs wrk to make load. Install it: apt-get install wrk, or brew install wrk.');
  });
}

/**
 * Measures servers side by side: each is warmed up, then all take turns for some rounds, so that a machine that is
 * busy for a moment slows all of them. What counts is each one's median round.
 */
export async function measureTogether<Name extends string>(
  targets: Readonly<Record<Name, Target>>,
  load: Load,
): Promise<Record<Name, Rate>> {
  const entries = Object.entries(targets) as [Name, Target][];
  for (const [name, target] of entries) await expectAnswer(name, target);
  for (const [, target] of entries) await wrk(target, load, Math.min(3, load.seconds));
  const rounds = new Map<Name, Rate[]>();
  for (let round = 0; round < load.rounds; round += 1) {
    for (const [name, target] of entries) {
      rounds.set(name, [...(rounds.get(name) ?? []), await wrk(target, load, load.seconds)]);
    }
  }
  return Object.fromEntries([...rounds].map(([name, rates]) => [name, median(rates)])) as Record<Name, Rate>;
}

/** A server that refuses is very fast. @throws {Failure} */
async function expectAnswer(name: string, { address, paths }: Target): Promise<void> {
  const url = `${address}${paths[0]}`;
  const { status } = await fetch(url, { redirect: 'manual' });
  if (status !== 200) throw new Failure(`"${name}" cannot be measured: ${url} answers ${status}.`);
}

function median(rates: Rate[]): Rate {
  const sorted = rates.toSorted((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('no round was measured');
  return { ...middle, failed: rates.reduce((sum, rate) => sum + rate.failed, 0) };
}

async function wrk({ address, paths }: Target, load: Load, seconds: number): Promise<Rate> {
  const list = join(load.folder, 'paths.txt');
  await writeFile(list, `${paths.join('\n')}\n`);
  const size = ['-t1', `-c${load.connections}`, `-d${seconds}s`, '--timeout', '30s'];
  const { stdout } = await run('wrk', [...size, '-s', join('bench', 'wrk.lua'), address, '--', list]);
  const line = stdout.match(/^RESULT (.*)$/m)?.[1];
  if (line === undefined) throw new Error(`wrk said nothing that can be read:\n${stdout}`);
  const result = WrkResult.parse(JSON.parse(line));
  return {
    perSecond: result.requests / (result.microseconds / 1e6),
    p50: result.p50 / 1000,
    p95: result.p95 / 1000,
    p99: result.p99 / 1000,
    failed: result.refused + result.broken,
  };
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
