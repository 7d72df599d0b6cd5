import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { syntheticFile } from '../../bench/import';
import { type Aim, table, whole } from '../../bench/report';
import { runNode } from './child';
import { Failure } from './failure';
import type { DatabaseUrls } from './prepare-database';
import { step } from './steps';

// How long a file of fifty thousand rows takes from its bytes to drafts, and how much memory: the code that the desk and
// the command line run, beside the evidence of the benchmark's database, each file in a process of its own.

const ROWS = 50_000;

const Measured = z.object({
  bytes: z.number(),
  preview: z.number(),
  writing: z.number(),
  undoing: z.number(),
  memory: z.number(),
  drafts: z.number(),
});

/** @param folder where the made-up files go */
export async function measureImport(
  urls: DatabaseUrls,
  { seed, folder }: { seed: number; folder: string },
): Promise<{ report: string; aims: Aim[] }> {
  const rows: string[][] = [];
  const aims: Aim[] = [];
  for (const kind of ['sources', 'claims'] as const) {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, syntheticFile(kind, ROWS, seed));
    const took = await step(`Import of ${whole(ROWS)} ${kind}`, () => measure(urls, kind, path));
    const told = [took.preview, took.writing, took.undoing].map((ms) => (ms / 1000).toFixed(1));
    rows.push([kind, (took.bytes / 1e6).toFixed(1), whole(took.drafts), ...told, whole(took.memory / 1e6)]);
    const time = (took.preview + took.writing) / 1000;
    aims.push(
      { what: `${whole(ROWS)} ${kind}: preview and drafts`, reached: time, limit: 120, atMost: true, unit: ' s' },
      { what: `${whole(ROWS)} ${kind}: memory`, reached: took.memory / 1e6, limit: 500, atMost: true, unit: ' MB' },
    );
  }
  const head = ['file', 'MB', 'drafts', 'preview s', 'drafts s', 'undone s', 'most memory MB'];
  return { report: table(head, rows), aims };
}

async function measure({ appUrl }: DatabaseUrls, kind: string, path: string) {
  const file = join('src', 'cli', 'bench-import-run.ts');
  // The heap that the web server has (web-server.ts).
  const limits = ['--max-old-space-size=320', '--conditions=react-server'];
  const args = [...limits, '--import', 'tsx', file, kind, path];
  const { code, output } = await runNode(args, { DATABASE_URL: appUrl });
  if (code !== 0) throw new Failure(`The import failed:\n${output}`);
  return Measured.parse(JSON.parse(output.split('\n').at(-1) ?? ''));
}
