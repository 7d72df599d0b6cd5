import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readEnv } from '../lib/env';
import { openExistingDatabase } from './existing-database';
import { Failure, runCommand } from './failure';
import { generateClient } from './generate-client';
import { stopOnSignals } from './stopping';

// npm run audit:verify: proves the chain of the history from the first event to the last, or names the first link that
// does not hold. With --head or --from-file, also that a hash noted earlier is still in it.

const USAGE = 'npm run audit:verify [-- --head <hash> | -- --from-file <file that holds the hash>]';
const SAY_EVERY_MS = 5000;

await runCommand(async () => {
  stopOnSignals(() => 130);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const noted = await notedHash();
  const env = readEnv();
  await generateClient();
  process.env.DATABASE_URL = await openExistingDatabase(env, 'npm run audit:verify');
  const { verifyChain } = await import('../features/history/chain-data');
  const { closePool } = await import('../db/pool');
  try {
    const verdict = await verifyChain({ noted, onProgress: progress() });
    if (!verdict.ok) {
      console.error(`The history is broken at no. ${verdict.broken.position}: it ${verdict.broken.problem}.`);
      console.error(`Verified before it: ${verdict.verified} events.`);
      return 1;
    }
    const { head, notedAt } = verdict;
    console.log(`${head.position} events verified, from the first to the last: the chain holds.`);
    console.log(`Head: ${head.hash}`);
    if (notedAt !== null) console.log(`The noted hash is that of no. ${notedAt}: nothing up to it was changed.`);
    else console.log('Note it, and compare later with --head: a chain that was cut or written anew whole holds, too.');
    return 0;
  } finally {
    await closePool();
  }
});

/** The hash to look for, from the command line or from a file that somebody kept. */
async function notedHash(): Promise<string | undefined> {
  const given = read();
  if (given.head !== undefined && given['from-file'] !== undefined) throw new Failure(`Give one hash: ${USAGE}`);
  const file = given['from-file'];
  const text = file === undefined ? given.head : await readFile(file, 'utf8').catch(() => null);
  if (text === undefined) return undefined;
  if (text === null) throw new Failure(`${file} cannot be read.`);
  const hashes = new Set(text.toLowerCase().match(/\b[0-9a-f]{64}\b/g) ?? []);
  const [hash, another] = [...hashes];
  if (hash === undefined || another !== undefined) {
    throw new Failure(`A head is one hash, of 64 hexadecimal digits: ${USAGE}`);
  }
  return hash;
}

function read() {
  try {
    return parseArgs({ options: { head: { type: 'string' }, 'from-file': { type: 'string' } } }).values;
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Says how far it has got, every few seconds. */
function progress(): (verified: number) => void {
  let next = performance.now() + SAY_EVERY_MS;
  return (verified) => {
    if (performance.now() < next) return;
    next = performance.now() + SAY_EVERY_MS;
    console.log(`  ${verified} …`);
  };
}
