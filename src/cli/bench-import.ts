import { syntheticFile } from '../../bench/import';
import { type Aim, table, whole } from '../../bench/report';
import type { ImportRow } from '../domain/imports/row';
import type { Actor } from '../domain/permission';
import { readImportFile } from '../formats/import/read-file';
import type { DatabaseUrls } from './prepare-database';
import { step } from './steps';

// How long a file of fifty thousand rows takes from its bytes to drafts, and how much memory: the code that the desk and
// the command line run, in this process, beside the evidence of the benchmark's database.

export const IMPORT_ROWS = 50_000;
const ACTOR: Actor = { id: 'benchmark', name: 'benchmark', roles: ['editor'], affiliations: [] };
const MEMORY_EVERY_MS = 100;

export async function measureImport(urls: DatabaseUrls, seed: number): Promise<{ report: string; aims: Aim[] }> {
  process.env.DATABASE_URL = urls.appUrl;
  const mutations = await import('../features/imports/mutations');
  const { closePool } = await import('../db/pool');
  const rows: string[][] = [];
  const aims: Aim[] = [];
  try {
    for (const kind of ['sources', 'claims'] as const) {
      const bytes = syntheticFile(kind, IMPORT_ROWS, seed);
      globalThis.gc?.();
      const measured = await step(`Import of ${whole(IMPORT_ROWS)} ${kind}`, () => measureFile(mutations, kind, bytes));
      const { preview, writing, undoing, memory, drafts } = measured;
      const told = [preview, writing, undoing].map((ms) => (ms / 1000).toFixed(1));
      rows.push([kind, (bytes.length / 1e6).toFixed(1), whole(drafts), ...told, whole(memory / 1e6)]);
      aims.push(
        {
          what: `${whole(IMPORT_ROWS)} ${kind}, preview and drafts`,
          reached: (preview + writing) / 1000,
          limit: 120,
          atMost: true,
          unit: ' s',
        },
        { what: `the most memory meanwhile`, reached: memory / 1e6, limit: 500, atMost: true, unit: ' MB' },
      );
    }
  } finally {
    await closePool();
  }
  const head = ['import', 'MB', 'drafts', 'preview s', 'drafts s', 'undone s', 'most memory MB'];
  return { report: table(head, rows), aims };
}

type Mutations = typeof import('../features/imports/mutations');

async function measureFile(
  { openImport, fillImport, confirmImport, writeImport, undoImport }: Mutations,
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
    const [undoing] = await timed(() => undoImport(ACTOR, id, 'A benchmark.'));
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
