import { readFile } from 'node:fs/promises';
import type { ImportRow } from '../domain/imports/row';
import type { Actor } from '../domain/permission';
import { readImportFile } from '../formats/import/read-file';

// One import, measured, in a process of its own: node … bench-import-run.ts <kind> <file>. Prints what it took.

const ACTOR: Actor = { id: 'benchmark', name: 'benchmark', roles: ['editor'], affiliations: [] };
const MEMORY_EVERY_MS = 100;

type Mutations = typeof import('../features/imports/mutations') & typeof import('../features/imports/undo-writer');

async function measureFile(
  { openImport, fillImport, confirmImport, writeImport, beginUndo, undoImport }: Mutations,
  kind: 'claims' | 'sources',
  bytes: Uint8Array,
) {
  let memory = 0;
  const timer = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss());
  }, MEMORY_EVERY_MS);
  try {
    const [preview, id] = await timed(async () => {
      const file = await readImportFile(bytes, { name: `${kind}.csv`, kind, format: null });
      if (!file.ok) throw new Error(file.problem);
      const job = await openImport(ACTOR, { kind, name: `${kind}.csv`, bytes: bytes.length, ...file });
      const filled = await fillImport(ACTOR, job, file.rows as AsyncIterable<ImportRow>);
      if (!filled.ok) throw new Error(filled.problem);
      return job.id;
    });
    const [writing, drafts] = await timed(async () => {
      const confirmed = await confirmImport(ACTOR, id);
      if (!confirmed.ok) throw new Error(confirmed.problem);
      const written = await writeImport(ACTOR, confirmed.job);
      if (!written.ok) throw new Error(written.problem);
      return written.drafts;
    });
    const [undoing] = await timed(async () => {
      const begun = await beginUndo(ACTOR, id, 'A benchmark.');
      if (!begun.ok) throw new Error(begun.problem);
      const undone = await undoImport(ACTOR, begun.job);
      if (!undone.ok) throw new Error(undone.problem);
    });
    return { preview, writing, undoing, memory, drafts };
  } finally {
    clearInterval(timer);
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
}

const [kind = '', path = ''] = process.argv.slice(2);
const bytes = await readFile(path);
const mutations = {
  ...(await import('../features/imports/mutations')),
  ...(await import('../features/imports/undo-writer')),
};
const { closePool } = await import('../db/pool');
const took = await measureFile(mutations, kind === 'claims' ? 'claims' : 'sources', bytes);
console.log(JSON.stringify({ bytes: bytes.length, ...took }));
await closePool();
