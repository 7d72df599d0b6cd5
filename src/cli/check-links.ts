import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Actor } from '../domain/permission';
import { readEnv } from '../lib/env';
import { openExistingDatabase } from './existing-database';
import { Failure, runCommand } from './failure';
import { generateClient } from './generate-client';
import { isStopping, onStop, stopOnSignals } from './stopping';

// npm run check:links: checks the links of sources, as the desk does. Ctrl-C stops it in good order; the run can be gone
// on with, here or at the desk.

const USAGE = 'npm run check:links [-- --all | -- --resume <number of the run>]';
const SAY_EVERY_MS = 2000;

const ACTOR: Actor = { id: 'command-line', name: 'command line', roles: ['editor'], affiliations: [] };

await runCommand(async () => {
  stopOnSignals(() => 130);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { all, resume } = readArguments();
  const env = readEnv();
  await generateClient();
  process.env.DATABASE_URL = await openExistingDatabase(env, 'npm run check:links');
  const { cancelRun, resumeRun, startRun } = await import('../features/links/mutations');
  const { getRun, lastRun } = await import('../features/links/data');
  const { closePool } = await import('../db/pool');
  try {
    const started =
      resume === null ? await startRun(ACTOR, { scope: all ? 'all' : 'due' }) : await resumeRun(ACTOR, resume);
    if (!started.ok) {
      const running = await lastRun(ACTOR);
      throw new Failure(
        started.problem === 'running'
          ? `Run ${running?.id} is under way (${running?.done} of ${running?.total} links). Wait for it, or stop it at the desk.`
          : `Run ${resume} cannot be gone on with: it is done, or there is none.`,
      );
    }
    const { run, finished } = started;
    const forget = onStop(async () => {
      await cancelRun(ACTOR, run);
      await finished;
    });
    const say = async () => {
      const now = await getRun(ACTOR, run);
      if (now !== null && !isStopping()) console.log(`  ${now.done} of ${now.total} links`);
    };
    await say();
    const saying = setInterval(() => void say().catch(() => {}), SAY_EVERY_MS);
    await finished.finally(() => clearInterval(saying));
    forget();
    return tellEnd(await getRun(ACTOR, run));
  } finally {
    await closePool();
  }
});

function readArguments(): { all: boolean; resume: number | null } {
  try {
    const { values } = parseArgs({ options: { all: { type: 'boolean' }, resume: { type: 'string' } } });
    if (values.resume !== undefined && !/^[1-9]\d{0,8}$/.test(values.resume)) throw new Error('no number');
    return { all: values.all ?? false, resume: values.resume === undefined ? null : Number(values.resume) };
  } catch {
    throw new Failure(`Use it so: ${USAGE}`);
  }
}

function tellEnd(run: { id: number; state: string; done: number; total: number } | null): number {
  if (run === null) return 1;
  const goOn = `Go on with: npm run check:links -- --resume ${run.id}`;
  switch (run.state) {
    case 'done':
      console.log(`${run.done} links checked. The desk shows what was found: /desk/links`);
      return 0;
    case 'network-away':
      console.error(
        `The network seems to be away: nobody answers, not even addresses that always do. ${run.done} of ${run.total} links were checked, and nothing was recorded as dead.\n${goOn}`,
      );
      return 1;
    default:
      console.error(`Stopped after ${run.done} of ${run.total} links. ${goOn}`);
      return 1;
  }
}
