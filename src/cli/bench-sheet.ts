import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Aim, milliseconds, table, whole } from '../../bench/report';
import { runNode } from './child';
import { Measured } from './bench-times';
import { Failure } from './failure';
import type { DatabaseUrls } from './prepare-database';
import { step } from './steps';

// A fact sheet of sixty claims of the bundled evidence base, from the sheet to its files: the code of a release, each
// way of printing in a process of its own, beside the least that could print the same words.

const LEASTS: Record<string, string> = { pdf: 'pdf-least', docx: 'docx-least' };

const NAMES: Record<string, string> = {
  print: 'what is printed, worked out',
  pdf: 'PDF',
  'pdf-least': '(a) pdfkit alone',
  docx: 'DOCX',
  'docx-least': '(b) docx alone',
  html: 'HTML',
  files: 'all ten files of a release',
};

/** @param folder where the release is put that all of them print */
export async function measureSheets(
  urls: DatabaseUrls,
  { folder: parent }: { folder: string },
): Promise<{ report: string; aims: Aim[] }> {
  const folder = join(parent, 'sheet');
  await mkdir(folder, { recursive: true });
  const run = (part: string) => measure(urls, part, folder);
  const made = await step('Fact sheet of 60 claims, released', () => run('make'));
  const printed = new Map<string, Measured>();
  for (const part of Object.keys(NAMES)) {
    const [measured] = await step(NAMES[part] ?? part, () => run(part));
    if (measured !== undefined) printed.set(part, measured);
  }
  const compared = await step('500 releases held against the evidence base', () => run('compare'));
  return {
    report: [
      '### A fact sheet of 60 claims',
      table(PRINT_HEAD, [...printed].map(printRow(printed))),
      table(['work', ...TIMES], [...made, ...compared].map(workRow)),
    ].join('\n\n'),
    aims: ['pdf', 'docx'].flatMap((part) => aimsOf(part, printed.get(part))),
  };
}

const TIMES = ['first ms', 'of the processor', 'ms, median of 5', 'of the processor'];
const PRINT_HEAD = ['printed', ...TIMES, 'to the least', 'kB', 'most memory MB', 'more than before'];

const printRow =
  (all: ReadonlyMap<string, Measured>) =>
  ([part, measured]: [string, Measured]): string[] => {
    const { size, memory = 0, before = 0 } = measured;
    const least = all.get(LEASTS[part] ?? '');
    return [
      NAMES[part] ?? part,
      ...timesTold(measured),
      least === undefined ? '' : `${(measured.warmProcessor / least.warmProcessor).toFixed(1)}×`,
      size === null ? '' : whole(size / 1000),
      whole(memory / 1e6),
      whole((memory - before) / 1e6),
    ];
  };

const workRow = (measured: Measured) => [measured.name, ...timesTold(measured)];

const timesTold = ({ cold, coldProcessor, warm, warmProcessor }: Measured) =>
  [cold, coldProcessor, warm, warmProcessor].map(milliseconds);

/** In a process that has printed before, as a server mostly has, and in one that has just begun. */
function aimsOf(part: string, measured: Measured | undefined): Aim[] {
  const what = `60 claims as ${NAMES[part]}`;
  const limit = part === 'pdf' ? 2 : 1;
  if (measured === undefined) return [];
  const { cold, warm, memory = 0 } = measured;
  return [
    { what, reached: warm / 1000, limit, atMost: true, unit: ' s' },
    { what: `${what}, the first time`, reached: cold / 1000, limit, atMost: true, unit: ' s' },
    { what: `${what}, memory`, reached: memory / 1e6, limit: 300, atMost: true, unit: ' MB' },
  ];
}

async function measure({ appUrl }: DatabaseUrls, part: string, folder: string): Promise<Measured[]> {
  const file = join('src', 'cli', 'bench-sheet-run.ts');
  // The heap that the web server has (web-server.ts).
  const limits = ['--max-old-space-size=320', '--conditions=react-server'];
  const { code, output } = await runNode([...limits, '--import', 'tsx', file, part, folder], { DATABASE_URL: appUrl });
  if (code !== 0) throw new Failure(`The fact sheet could not be measured (${part}):\n${output}`);
  return z.array(Measured).parse(JSON.parse(output.split('\n').at(-1) ?? ''));
}
