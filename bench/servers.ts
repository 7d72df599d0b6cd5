import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Requests } from '../src/cli/bench-requests';
import { commandFile, endChild, runNode } from '../src/cli/child';
import { Failure } from '../src/cli/failure';
import { fingerprint, isCurrent } from '../src/cli/fingerprint';
import { onStop } from '../src/cli/stopping';
import { findFreePort } from '../src/cli/web-server';
import { answersWithin } from './wait';

// The servers that the product is measured against. All are ended with us.

const BARE_NEXT = join('bench', 'bare-next');
const MARK = join(BARE_NEXT, '.next', 'bench-build');

/** Builds the bare Next application when its build is missing or stale. @returns whether it did. */
export async function buildBareNext(): Promise<boolean> {
  const current = await fingerprint([BARE_NEXT, 'package-lock.json'], [join(BARE_NEXT, '.next')]);
  if (await isCurrent(MARK, current)) return false;
  const outcome = await runNode([commandFile('next'), 'build', BARE_NEXT], NEXT_ENV);
  if (outcome.code !== 0) throw new Failure(`The bare Next application could not be built:\n${outcome.output}`);
  await writeFile(MARK, current);
  return true;
}

const NEXT_ENV = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const;

/** (b) and (d). */
export async function startBareNext(): Promise<string> {
  const port = await findFreePort();
  const args = [commandFile('next'), 'start', BARE_NEXT, '-p', String(port), '-H', '127.0.0.1'];
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...NEXT_ENV } });
  onStop(() => endChild(child));
  const address = `http://127.0.0.1:${port}`;
  if (await answersWithin(`${address}/constant`, 60_000)) return address;
  throw new Failure('The bare Next application did not come up.');
}

/** (a), answering these requests. */
export async function startBareNode(databaseUrl: string, requests: Requests, folder: string): Promise<string> {
  const texts: Record<string, string> = {};
  const answers: Record<string, [name: string, values: unknown[]][][]> = {};
  for (const { path, phases } of requests) {
    for (const { name, text } of phases.flat()) texts[name] = text;
    answers[path] = phases.map((phase) => phase.map(({ name, values }) => [name, values]));
  }
  const file = join(folder, `requests-${new URL(databaseUrl).pathname.slice(1)}.json`);
  await writeFile(file, JSON.stringify({ texts, requests: answers }));
  const child = fork(join('bench', 'bare-node.mjs'), [file], {
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl },
  });
  onStop(() => endChild(child));
  const [port] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Failure('The bare Node server did not come up.');
    }),
  ]);
  return `http://127.0.0.1:${port}`;
}
