import 'server-only';
import { randomUUID } from 'node:crypto';
import { prisma, type Transaction } from '../../db/prisma';

// Long work on an import is done in the process that took it on. It tells how far it has come outside its transaction,
// so that a page can show it; when the process dies, the import falls silent and its transaction never happened.

/** Work on one import. `worker` is its mark: whoever finds another's there has lost the import. */
export type ImportJob = { id: number; worker: string };

/** How long an import may be silent before it counts as interrupted. */
export const SILENCE_MS = 30_000;
const HEARTBEAT_MS = 5000;

export function newJob(id: number): ImportJob {
  return { id, worker: randomUUID() };
}

/** Says how far the work has come. @throws Error when somebody else has taken the import over */
export async function tellProgress({ id, worker }: ImportJob, phase: string, done = 0, total = 0): Promise<void> {
  const { count } = await prisma().import.updateMany({
    where: { id, worker },
    data: { phase, done, total, heartbeatAt: new Date() },
  });
  if (count === 0) throw new Error(`import ${id} was taken over`);
}

/** Shows that the work goes on, also while one statement takes long. */
export async function whileAlive<T>({ id, worker }: ImportJob, work: () => Promise<T>): Promise<T> {
  const beat = () =>
    prisma()
      .import.updateMany({ where: { id, worker }, data: { heartbeatAt: new Date() } })
      .catch(() => {}); // A missed beat is no fault; a database that is away fails the work itself.
  const timer = setInterval(beat, HEARTBEAT_MS);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** A transaction that may take minutes: the pool's limit of a statement is that of readers. */
export function longTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (tx) => {
      await tx.$executeRaw`set local statement_timeout = '20min'`;
      // The rows are new and nobody has counted them: taken for a few, each would be looked for by reading all others.
      await tx.$executeRaw`set local enable_nestloop = off`;
      return work(tx);
    },
    { timeout: 20 * 60_000, maxWait: 10_000 },
  );
}
