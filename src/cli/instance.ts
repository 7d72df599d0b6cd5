import { mkdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from './failure';
import { onStop } from './stopping';

// Who runs from this data directory. Two at once would stop each other's database, and a server whose supervisor was
// killed would go on holding the port.

const Instance = z.object({ supervisor: z.number().int(), server: z.number().int().nullable(), address: z.string() });
type Instance = z.infer<typeof Instance>;

const PATIENCE_MS = 5000;

/** Says that we run from here. @throws {Failure} when somebody else does; a server left over is ended first. */
export async function claimDataDirectory(
  dataDirectory: string,
  address: string,
): Promise<(server: number) => Promise<void>> {
  const file = join(dataDirectory, 'running.json');
  await mkdir(dataDirectory, { recursive: true });
  const before = await readInstance(file);
  if (before !== null) await waitUntilGone(before);
  await rm(file, { force: true });
  const ours: Instance = { supervisor: process.pid, server: null, address };
  // "wx": of two that start in the same moment, one finds the other's file there.
  await writeFile(file, JSON.stringify(ours), { flag: 'wx' }).catch(() => {
    throw new Failure('Another Plumbline is starting from this folder at this moment.');
  });
  onStop(() => rm(file, { force: true }));
  return (server) => writeFile(file, JSON.stringify({ ...ours, server }));
}

async function readInstance(file: string): Promise<Instance | null> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return Instance.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // Half written when everything was killed: it names nobody.
  }
}

async function waitUntilGone({ supervisor, server, address }: Instance): Promise<void> {
  const patience = Date.now() + PATIENCE_MS;
  // One whose parent was killed is just stopping in good order.
  while ((await isOurs(supervisor)) && Date.now() < patience) await pause();
  if (await isOurs(supervisor)) {
    throw new Failure(
      `Plumbline already runs from this folder (process ${supervisor}, ${address}).\n` +
        `Stop it with Ctrl-C where it runs, or with: kill ${supervisor}\n` +
        'For a second one beside it: DATA_DIR=.data/second PORT=3001 npm start',
    );
  }
  if (server === null || !(await isOurs(server))) return;
  process.kill(server, 'SIGTERM');
  while ((await isOurs(server)) && Date.now() < patience + PATIENCE_MS) await pause();
  if (await isOurs(server)) process.kill(server, 'SIGKILL');
}

/** Whether this process lives and works in this folder: numbers of processes are used again. */
async function isOurs(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  const state = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ').at(-1)?.[0];
  return folder === process.cwd() && state !== 'Z';
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 100));
}
