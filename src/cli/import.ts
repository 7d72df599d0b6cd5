import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { IMPORT_LIMITS, ImportFormat, ImportKind, type ImportRow } from '../domain/imports/row';
import type { Actor } from '../domain/permission';
import { importReportCsv } from '../formats/import-report-csv';
import { type ReadFile, readImportFile } from '../formats/import/read-file';
import { readEnv } from '../lib/env';
import { openExistingDatabase } from './existing-database';
import { Failure, runCommand } from './failure';
import { generateClient } from './generate-client';
import { step } from './steps';
import { stopOnSignals } from './stopping';

// npm run import: a file becomes drafts, as on the desk. Ends with 1 when a row could not be taken.

const USAGE = `npm run import -- <file> --kind claims|sources [options]
npm run import -- --undo <number of an import> --reason <why>
  --sources FILE      for claims: a file of the sources that they name by key
  --format FORMAT     csv, csl-json, ris or bibtex; found out by itself when not given
  --dry-run           only the preview: nothing is kept
  --all               take duplicates as well
  --skip-duplicates   skip possible duplicates too (those that are certain are skipped anyway)
  --report FILE       what became of every row, as CSV`;

const OPTIONS = {
  kind: { type: 'string' },
  sources: { type: 'string' },
  format: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  'skip-duplicates': { type: 'boolean', default: false },
  report: { type: 'string' },
  undo: { type: 'string' },
  reason: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Whoever works at the machine itself may do what a senior editor may. */
const ACTOR: Actor = { id: 'command-line', name: 'command line', roles: ['senior-editor'], affiliations: [] };

type Whole = Extract<ReadFile, { ok: true }>;
type Work = (features: Features) => Promise<number>;
type Features = typeof import('../features/imports/mutations') &
  typeof import('../features/imports/undo-writer') &
  typeof import('../features/imports/data');

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`);
  }
}

type Options = ReturnType<typeof readOptions>['values'];

async function withDatabase(work: Work): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await generateClient();
  process.env.DATABASE_URL = await openExistingDatabase(readEnv(), 'npm run import');
  const mutations = await import('../features/imports/mutations');
  const undo = await import('../features/imports/undo-writer');
  const data = await import('../features/imports/data');
  const { closePool } = await import('../db/pool');
  try {
    return await work({ ...mutations, ...undo, ...data });
  } finally {
    await closePool();
  }
}

function undoing(text: string, reason = ''): Work {
  const id = Number(text);
  if (!Number.isInteger(id) || id < 1) throw new Failure(`--undo takes the number of an import.\n\n${USAGE}`);
  if (reason.trim() === '') throw new Failure(`--undo needs --reason: it stands in the history.\n\n${USAGE}`);
  return async (features) => {
    const { beginUndo, undoImport, getImport } = features;
    const begun = await beginUndo(ACTOR, id, reason);
    if (!begun.ok) throw new Failure(begun.problem);
    const outcome = await step(`Undoing import ${id}`, () => watched(features, id, () => undoImport(ACTOR, begun.job)));
    if (!outcome.ok) throw new Failure(outcome.problem);
    console.log(`${outcome.discarded} drafts were discarded.`);
    const left = (await getImport(ACTOR, id))?.published ?? [];
    for (const { recordId, name } of left) console.log(`Published meanwhile, and stands: ${recordId} ${name}`);
    return 0;
  };
}

/** Reads the files before a database is opened: what cannot be read needs none. */
async function importing(options: Options, [path, ...more]: string[]): Promise<Work> {
  const kind = ImportKind.safeParse(options.kind);
  const format = options.format === undefined ? null : ImportFormat.exclude(['doi']).safeParse(options.format);
  if (path === undefined || more.length > 0 || !kind.success || format?.success === false) throw new Failure(USAGE);
  if (options.all && options['skip-duplicates'])
    throw new Failure(`--all and --skip-duplicates exclude each other.\n\n${USAGE}`);
  if (options.sources !== undefined && kind.data !== 'claims')
    throw new Failure(`--sources goes with claims.\n\n${USAGE}`);
  const paths = options.sources === undefined ? [path] : [options.sources, path];
  const files: Whole[] = [];
  let bytes = 0;
  for (const [index, file] of paths.entries()) {
    const content = await contentOf(file);
    bytes += content.length;
    const own = index === paths.length - 1 ? kind.data : 'sources';
    const read = await readImportFile(content, { name: basename(file), kind: own, format: format?.data ?? null });
    if (!read.ok) throw new Failure(`${file}: ${read.problem}`);
    files.push(read);
  }
  return (features) =>
    run(features, { kind: kind.data, name: paths.map((file) => basename(file)).join(' + '), bytes }, files, options);
}

async function contentOf(file: string): Promise<Uint8Array> {
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new Failure(`${file} cannot be read.`);
  if (size > IMPORT_LIMITS.bytes)
    throw new Failure(`${file} is larger than ${IMPORT_LIMITS.bytes / 1024 / 1024} MB: divide it.`);
  return readFile(file);
}

type About = { kind: ImportKind; name: string; bytes: number };

async function run(features: Features, about: About, files: readonly Whole[], options: Options): Promise<number> {
  const { openImport, fillImport, chooseAllRows, dropImport, confirmImport, writeImport, getImport } = features;
  const { format, encoding } = files.at(-1) as Whole;
  const notes = files.flatMap((file) => file.notes);
  for (const note of notes) console.log(`  ${note}`);
  const job = await openImport(ACTOR, { ...about, format, encoding, notes });
  const filled = await step('Reading and comparing', () =>
    watched(features, job.id, () => fillImport(ACTOR, job, rowsOf(files))),
  );
  if (!filled.ok) throw new Failure(filled.problem);
  if (options.all || options['skip-duplicates']) await chooseAllRows(ACTOR, job.id, options.all ? 'all' : 'new');
  const counts = (await getImport(ACTOR, job.id))?.counts;
  if (counts === undefined) throw new Error('the import is gone');
  console.log(
    `  ${counts.all} rows: ${counts.sound} in order, ${counts.faulty} with faults, ${counts.certain} here already, ${counts.possible} perhaps; ${counts.taken} to be taken`,
  );
  if (!options['dry-run'] && counts.taken > 0) {
    const confirmed = await confirmImport(ACTOR, job.id);
    if (!confirmed.ok) throw new Failure(confirmed.problem);
    const written = await step(
      'Making drafts',
      () => watched(features, job.id, () => writeImport(ACTOR, confirmed.job)),
      (outcome) => (outcome.ok ? `${outcome.drafts} drafts` : 'failed'),
    );
    if (!written.ok) throw new Failure(written.problem);
    console.log(`  Import ${job.id}. To undo it: npm run import -- --undo ${job.id} --reason "…"`);
  }
  await tellRows(features, job.id, options.report);
  if (options['dry-run'] || counts.taken === 0) await dropImport(ACTOR, job.id);
  return counts.faulty > 0 ? 1 : 0;
}

async function* rowsOf(files: readonly Whole[]): AsyncGenerator<ImportRow> {
  for (const { rows } of files) yield* rows;
}

/** On a terminal, says every second how far it is; a log gets the steps alone. */
async function watched<T>({ getImportProgress }: Features, id: number, work: () => Promise<T>): Promise<T> {
  if (!process.stdout.isTTY) return work();
  const timer = setInterval(async () => {
    const { phase, done, total } = (await getImportProgress(ACTOR, id).catch(() => null)) ?? {
      phase: null,
      done: 0,
      total: 0,
    };
    if (phase !== null) process.stdout.write(`\r\u001b[2K  ${phase} … ${done}${total > 0 ? ` of ${total}` : ''} `);
  }, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

const FAULTS_SHOWN = 20;

async function tellRows({ getReport }: Features, id: number, report: string | undefined): Promise<void> {
  const rows = (await getReport(ACTOR, id)) ?? [];
  const faulty = rows.filter(({ faults }) => faults.length > 0);
  for (const { line, faults } of faulty.slice(0, FAULTS_SHOWN)) {
    console.error(`  line ${line}: ${faults.map(({ column, message }) => `${column ?? 'row'} ${message}`).join('; ')}`);
  }
  if (faulty.length > FAULTS_SHOWN)
    console.error(`  … and ${faulty.length - FAULTS_SHOWN} more; --report writes all of them.`);
  if (report !== undefined) await writeFile(report, importReportCsv(rows));
}

await runCommand(async () => {
  stopOnSignals(() => 130);
  const { values: options, positionals } = readOptions();
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  if (options.undo !== undefined) return withDatabase(undoing(options.undo, options.reason));
  return withDatabase(await importing(options, positionals));
});
