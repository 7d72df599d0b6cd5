import 'server-only';
import { IMPORT_LIMITS, type ImportFormat, type ImportKind, type ImportRow } from '../../domain/imports/row';
import { type Actor, permit } from '../../domain/permission';
import { prisma } from '../../db/prisma';
import { isNeverLinked, NEVER_LINKED } from '../../lib/denied-links';
import type { DoiService } from '../../lib/doi-lookup';
import { recordEvents } from '../history/event-writer';
import { lookUpDoi } from './doi-data';
import { writeDrafts } from './draft-writer';
import { type ImportJob, longTransaction, newJob, SILENCE_MS, tellProgress, whileAlive } from './job-writer';
import type { BulkChoice } from './schema';
import { chooseRows, linkClaims, stageRows } from './staging-writer';
import { findAlikeTitles, findClaimTwins, findSourceTwins } from './twin-writer';

// An import in three steps: its rows are read and checked beside everything else; whoever reads the preview confirms;
// then all chosen rows become drafts in one transaction, or none. Drafts go through the same review as what is typed.

export type ImportFile = {
  kind: ImportKind;
  name: string;
  bytes: number;
  format: ImportFormat;
  encoding: string;
  notes: readonly string[];
};

export type Rows = AsyncIterable<ImportRow> | Iterable<ImportRow>;
export type ImportOutcome<Result = object> = ({ ok: true } & Result) | { ok: false; problem: string };

/** Takes a file in. Its rows follow with `fillImport`, which may go on after whoever sent it has been answered. */
export async function openImport(actor: Actor | null, file: ImportFile): Promise<ImportJob> {
  permit(actor, 'import.run');
  const { worker } = newJob(0);
  const { id } = await prisma().import.create({
    data: {
      kind: file.kind === 'claims' ? 'claim' : 'source',
      fileName: file.name,
      fileBytes: file.bytes,
      format: file.format,
      encoding: file.encoding,
      notes: [...file.notes],
      phase: 'Reading',
      worker,
      heartbeatAt: new Date(),
      authorId: actor.id,
      authorName: actor.name,
    },
    select: { id: true },
  });
  return { id, worker };
}

/** Writes down that a file was sent and could not be taken, so that whoever sent it finds out why. */
export async function refuseImport(actor: Actor | null, file: ImportFile, problem: string): Promise<number> {
  permit(actor, 'import.run');
  const { id } = await openImport(actor, file);
  await prisma().import.update({
    where: { id },
    data: { state: 'failed', failure: problem, phase: null, worker: null },
  });
  return id;
}

/** Looks a DOI up, and stages what is found as an import of one source. */
export async function importDoi(
  actor: Actor | null,
  text: string,
  services?: readonly DoiService[],
): Promise<ImportOutcome<{ id: number }>> {
  permit(actor, 'import.run');
  const found = await lookUpDoi(actor, text, services);
  if (!found.ok) return found;
  const bytes = JSON.stringify(found.row.record).length;
  const file = {
    kind: 'sources',
    name: `DOI ${found.doi}`.slice(0, 200),
    bytes,
    format: 'doi',
    encoding: 'UTF-8',
    notes: [],
  } as const;
  const job = await openImport(actor, file);
  const filled = await fillImport(actor, job, [found.row]);
  return filled.ok ? { ok: true, id: job.id } : filled;
}

/** Reads all rows, checks them, and holds them against what there is. What goes wrong stands in the import itself. */
export async function fillImport(
  actor: Actor | null,
  job: ImportJob,
  rows: Rows,
): Promise<ImportOutcome<{ rows: number }>> {
  permit(actor, 'import.run');
  try {
    const read = await whileAlive(job, async () => {
      const total = await readRows(job, rows);
      await checkRows(job, total);
      return total;
    });
    return { ok: true, rows: read };
  } catch (error) {
    const problem = error instanceof TooManyRows ? error.message : UNFORESEEN;
    if (!(error instanceof TooManyRows)) console.error(`import ${job.id}:`, error);
    await prisma().importRow.deleteMany({ where: { importId: job.id } });
    await prisma().import.updateMany({
      where: { id: job.id, worker: job.worker },
      data: { state: 'failed', failure: problem, phase: null, worker: null },
    });
    return { ok: false, problem };
  }
}

const UNFORESEEN = 'An error that nobody foresaw. It has been logged, and nothing was written.';

class TooManyRows extends Error {}

const ROWS_A_STATEMENT = 500;

async function readRows(job: ImportJob, rows: Rows): Promise<number> {
  let [total, batch]: [number, ImportRow[]] = [0, []];
  const flush = async () => {
    if (batch.length === 0) return;
    await stageRows(job.id, batch, total - batch.length + 1);
    await tellProgress(job, 'Reading', total);
    batch = [];
  };
  for await (const row of rows) {
    total += 1;
    if (total > IMPORT_LIMITS.rows) {
      const most = IMPORT_LIMITS.rows.toLocaleString('en');
      throw new TooManyRows(`The file has more than ${most} rows. Divide it and import the parts.`);
    }
    batch.push(linked(row));
    if (batch.length === ROWS_A_STATEMENT) await flush();
  }
  await flush();
  if (total === 0)
    throw new TooManyRows('The file has no rows: nothing follows its first line, or no entry could be found.');
  return total;
}

/** The row with a fault more, where it brings an address that the site never links. */
function linked(row: ImportRow): ImportRow {
  if (row.kind !== 'source' || !isNeverLinked(row.record?.url)) return row;
  return { ...row, record: null, faults: [...row.faults, { column: 'url', message: NEVER_LINKED }] };
}

async function checkRows(job: ImportJob, total: number): Promise<void> {
  await longTransaction(async (tx) => {
    await tellProgress(job, 'Looking for what is here already');
    await linkClaims(tx, job.id);
    await findSourceTwins(tx, job.id);
    await findAlikeTitles(tx, job.id, (done, all) => tellProgress(job, 'Comparing titles', done, all));
    await findClaimTwins(tx, job.id);
    await chooseRows(tx, job.id, 'not-certain');
  });
  await prisma().import.updateMany({
    where: { id: job.id, worker: job.worker },
    data: { state: 'staged', phase: null, done: 0, total, worker: null, failure: null },
  });
}

/** Takes or skips single rows of a preview, those that can be taken. */
export async function chooseSomeRows(
  actor: Actor | null,
  id: number,
  { shown, taken }: { shown: readonly number[]; taken: readonly number[] },
): Promise<ImportOutcome> {
  permit(actor, 'import.run');
  return prisma().$transaction(async (tx) => {
    const isOpen = (await tx.import.count({ where: { id, state: 'staged' } })) === 1;
    if (!isOpen) return NOT_STAGED;
    const take = new Set(taken);
    const [yes, no] = [shown.filter((row) => take.has(row)), shown.filter((row) => !take.has(row))];
    const sound = { importId: id, faults: { equals: [] } };
    await tx.importRow.updateMany({ where: { ...sound, position: { in: yes } }, data: { choice: 'take' } });
    await tx.importRow.updateMany({ where: { ...sound, position: { in: no } }, data: { choice: 'skip' } });
    return { ok: true };
  });
}

const NOT_STAGED = { ok: false, problem: 'This import is not waiting to be confirmed any more.' } as const;

/** Takes all rows of a sort, and skips the others. */
export async function chooseAllRows(actor: Actor | null, id: number, choice: BulkChoice): Promise<ImportOutcome> {
  permit(actor, 'import.run');
  return longTransaction(async (tx) => {
    const isOpen = (await tx.import.count({ where: { id, state: 'staged' } })) === 1;
    if (!isOpen) return NOT_STAGED;
    await chooseRows(tx, id, choice);
    return { ok: true };
  });
}

/** Throws an import away that was not confirmed: its rows go. */
export async function dropImport(actor: Actor | null, id: number): Promise<ImportOutcome> {
  permit(actor, 'import.run');
  return longTransaction(async (tx) => {
    const silent = { state: 'reading', heartbeatAt: { lt: new Date(Date.now() - SILENCE_MS) } } as const;
    const { count } = await tx.import.updateMany({
      where: { id, OR: [{ state: 'staged' }, silent] },
      data: { state: 'dropped', phase: null, worker: null },
    });
    if (count === 0) return NOT_STAGED;
    await tx.importRow.deleteMany({ where: { importId: id } });
    return { ok: true };
  });
}

/**
 * Takes an import on to be written; `writeImport` then does it. Of two who confirm at once, one gets it; one whose
 * process died can be confirmed again.
 */
export async function confirmImport(actor: Actor | null, id: number): Promise<ImportOutcome<{ job: ImportJob }>> {
  permit(actor, 'import.run');
  const job = newJob(id);
  const chosen = await prisma().importRow.count({ where: { importId: id, choice: 'take', faults: { equals: [] } } });
  if (chosen === 0) return { ok: false, problem: 'No row is chosen: there is nothing to import.' };
  const silent = { state: 'writing', heartbeatAt: { lt: new Date(Date.now() - SILENCE_MS) } } as const;
  const { count } = await prisma().import.updateMany({
    where: { id, OR: [{ state: 'staged' }, silent] },
    data: {
      state: 'writing',
      worker: job.worker,
      heartbeatAt: new Date(),
      phase: 'Writing drafts',
      done: 0,
      failure: null,
    },
  });
  return count === 1 ? { ok: true, job } : NOT_STAGED;
}

/** Makes drafts of the chosen rows, all or none. What goes wrong stands in the import, which can be confirmed again. */
export async function writeImport(actor: Actor | null, job: ImportJob): Promise<ImportOutcome<{ drafts: number }>> {
  permit(actor, 'import.run');
  try {
    const drafts = await whileAlive(job, () =>
      longTransaction(async (tx) => {
        const written = await writeDrafts(tx, actor, job.id, (phase, done, all) => tellProgress(job, phase, done, all));
        const summary = `Imported ${written.toLocaleString('en')} drafts from a file.`;
        const { fileName } = await tx.import.findUniqueOrThrow({ where: { id: job.id }, select: { fileName: true } });
        await recordEvents(tx, actor, [
          { action: 'imported', subject: `import:${job.id}`, summary, after: { fileName, drafts: written } },
        ]);
        const { count } = await tx.import.updateMany({
          where: { id: job.id, worker: job.worker, state: 'writing' },
          data: { state: 'done', phase: null, worker: null, finishedAt: new Date() },
        });
        if (count === 0) throw new Error(`import ${job.id} was taken over`);
        return written;
      }),
    );
    return { ok: true, drafts };
  } catch (error) {
    console.error(`import ${job.id}:`, error);
    await prisma().import.updateMany({
      where: { id: job.id, worker: job.worker, state: 'writing' },
      data: { state: 'staged', failure: UNFORESEEN, phase: null, worker: null },
    });
    return { ok: false, problem: UNFORESEEN };
  }
}
