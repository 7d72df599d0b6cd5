import 'server-only';
import { type Actor, permit } from '../../domain/permission';
import { prisma } from '../../db/prisma';
import { recordEvents } from '../history/event-writer';
import { discardDrafts } from './draft-writer';
import { type ImportJob, longTransaction, newJob, SILENCE_MS, tellProgress, whileAlive } from './job-writer';
import type { ImportOutcome } from './mutations';

// Undoing takes as long as importing: it is begun, then done by whoever began it, and shows how far it is. When the process
// dies, nothing was undone, and it can be begun again.

const UNFORESEEN = 'The undoing failed, from an error that nobody foresaw. It has been logged, and nothing was undone.';

/** Takes an import on to be undone; `undoImport` then does it. Of two who ask at once, one gets it. */
export async function beginUndo(
  actor: Actor | null,
  id: number,
  reason: string,
): Promise<ImportOutcome<{ job: ImportJob }>> {
  permit(actor, 'import.undo');
  if (reason.trim() === '') return { ok: false, problem: 'Say why the import is undone.' };
  const job = newJob(id);
  const silent = { state: 'undoing', heartbeatAt: { lt: new Date(Date.now() - SILENCE_MS) } } as const;
  const { count } = await prisma().import.updateMany({
    where: { id, OR: [{ state: 'done' }, silent] },
    data: {
      state: 'undoing',
      worker: job.worker,
      heartbeatAt: new Date(),
      phase: 'Discarding drafts',
      done: 0,
      total: 0,
      failure: null,
      undoneBy: actor.name,
      undoReason: reason.trim(),
    },
  });
  return count === 1
    ? { ok: true, job }
    : { ok: false, problem: 'There is no such import, or it was undone already, or somebody is undoing it.' };
}

/**
 * Discards every draft of an import that was not published meanwhile, all or none. What was published is never deleted.
 * What goes wrong stands in the import, which can then be undone again.
 */
export async function undoImport(
  actor: Actor | null,
  job: ImportJob,
): Promise<ImportOutcome<{ discarded: number; published: number }>> {
  permit(actor, 'import.undo');
  try {
    const undone = await whileAlive(job, () => discard(actor, job));
    return undone === null ? LOST : { ok: true, ...undone };
  } catch (error) {
    console.error(`undoing import ${job.id}:`, error);
    await prisma().import.updateMany({
      where: { id: job.id, worker: job.worker, state: 'undoing' },
      data: { state: 'done', failure: UNFORESEEN, phase: null, worker: null, undoneBy: null, undoReason: null },
    });
    return { ok: false, problem: UNFORESEEN };
  }
}

const LOST = { ok: false, problem: 'Somebody else has taken this undoing over.' } as const;

/** Null when the job is not, or no longer, the one that undoes the import. */
function discard(actor: Actor, job: ImportJob): Promise<{ discarded: number; published: number } | null> {
  return longTransaction(async (tx) => {
    const found = await tx.import.findFirst({ where: { id: job.id, worker: job.worker, state: 'undoing' } });
    if (found === null) return null;
    const reason = found.undoReason ?? '';
    const tell = (phase: string, done: number, all: number) => tellProgress(job, phase, done, all);
    const discarded = await discardDrafts(tx, actor, { importId: job.id, reason, tell });
    const published = await tx.draft.count({ where: { importId: job.id, state: 'published' } });
    const left = published === 0 ? '' : ` ${published.toLocaleString('en')} had been published and stand.`;
    const summary = `Undid import ${job.id}: ${discarded.toLocaleString('en')} drafts were discarded.${left}`;
    await recordEvents(tx, actor, [{ action: 'undone', subject: `import:${job.id}`, summary, reason }]);
    const { count } = await tx.import.updateMany({
      where: { id: job.id, worker: job.worker, state: 'undoing' },
      data: { state: 'undone', undoneAt: new Date(), phase: null, worker: null },
    });
    if (count === 0) throw new Error(`import ${job.id} was taken over`);
    return { discarded, published };
  });
}
