import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, permit } from '../../domain/permission';
import { Prisma, prisma, type Transaction } from '../../db/prisma';
import type { Work } from './check-writer';
import { openQuestions, workOn } from './job-writer';
import { type CheckSettings, LIVE } from './probe-data';
import type { LinkScope } from './schema';

export type Started = { ok: true; run: number; finished: Promise<void> } | { ok: false; problem: 'running' | 'gone' };

const SILENT_MS = 60_000;

/**
 * Begins to check links, and goes on after the answer: `finished` is for those who want to wait.
 *
 * @param scope `due`: those not checked for seven days; `all`: everything; `one`: one source
 */
export async function startRun(
  actor: Actor | null,
  wanted: { scope: Exclude<LinkScope, 'one'> } | { scope: 'one'; sourceNumber: number },
  settings: CheckSettings = LIVE,
): Promise<Started> {
  permit(actor, 'link.check');
  const worker = randomUUID();
  const run = await prisma().$transaction(async (tx) => {
    if (!(await makeRoom(tx))) return null;
    const data = {
      scope: wanted.scope,
      sourceNumber: wanted.scope === 'one' ? wanted.sourceNumber : null,
      worker,
      startedById: actor.id,
      startedByName: actor.name,
    };
    return (await tx.linkRun.create({ data, select: { id: true } })).id;
  });
  if (run === null) return { ok: false, problem: 'running' };
  return begin({ run, worker, actor }, settings);
}

/** Goes on with a run that was cancelled or interrupted, or whose network was away: what it has checked stays checked. */
export async function resumeRun(actor: Actor | null, run: number, settings: CheckSettings = LIVE): Promise<Started> {
  permit(actor, 'link.check');
  const worker = randomUUID();
  const problem = await prisma().$transaction(async (tx): Promise<'running' | 'gone' | null> => {
    if (!(await makeRoom(tx))) return 'running';
    const { count } = await tx.linkRun.updateMany({
      where: { id: run, state: { in: ['cancelled', 'interrupted', 'network_away'] } },
      data: { state: 'running', worker, cancelAsked: false, endedAt: null, heartbeatAt: new Date() },
    });
    return count === 0 ? 'gone' : null;
  });
  if (problem !== null) return { ok: false, problem };
  return begin({ run, worker, actor }, settings);
}

/** Asks a run to stop; it does within a second or two. One whose process is dead is stopped here. */
export async function cancelRun(
  actor: Actor | null,
  run: number,
): Promise<{ ok: true } | { ok: false; problem: 'gone' }> {
  permit(actor, 'link.check');
  return prisma().$transaction(async (tx) => {
    await makeRoom(tx);
    const { count } = await tx.linkRun.updateMany({
      where: { id: run, state: 'running' },
      data: { cancelAsked: true },
    });
    const ended = await tx.linkRun.updateMany({
      where: { id: run, state: 'interrupted' },
      data: { state: 'cancelled' },
    });
    return count + ended.count > 0 ? { ok: true } : { ok: false, problem: 'gone' };
  });
}

/** One run at a time: a running one that says nothing any more is called interrupted. @returns whether there is room */
async function makeRoom(tx: Transaction): Promise<boolean> {
  await tx.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(hashtext('plumbline link runs'))`);
  const silentSince = new Date(Date.now() - SILENT_MS);
  await tx.linkRun.updateMany({
    where: { state: 'running', heartbeatAt: { lt: silentSince } },
    data: { state: 'interrupted', endedAt: new Date() },
  });
  return (await tx.linkRun.count({ where: { state: 'running' } })) === 0;
}

async function begin(work: Work, settings: CheckSettings): Promise<Started> {
  const { run } = work;
  const open = (await openQuestions(run)).length;
  await prisma().linkRun.update({ where: { id: run }, data: { total: { set: open + (await doneOf(run)) } } });
  const finished = workOn(work, settings).catch(async (error: unknown) => {
    // A fault of ours, or no database: the run can be gone on with.
    console.error('A run of the link checker broke off:', error);
    await prisma()
      .linkRun.updateMany({ where: { id: run, worker: work.worker, state: 'running' }, data: { state: 'interrupted' } })
      .catch(() => {}); // Without a database nothing can be written; its silence will tell.
  });
  return { ok: true, run, finished };
}

async function doneOf(run: number): Promise<number> {
  return prisma().linkCheck.count({ where: { runId: run } });
}
