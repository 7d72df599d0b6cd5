import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { TextCheck } from '../features/text-checks/schema';
import { readDocument } from '../formats/document-text/read-document';
import type { TextReport, Unread } from '../formats/text-check/report';
import { reportJson } from '../formats/text-check/report-files';
import { reportPretty } from '../formats/text-check/report-pretty';
import { reportSarif } from '../formats/text-check/report-sarif';
import { counted } from '../lib/counted';
import { isDatabaseAway } from '../lib/database-error';
import { EnvError, publicUrl, readEnv } from '../lib/env';
import { today } from '../lib/today';
import { bytesOf, type Input, inputsOf } from './check-inputs';
import { askServer, ServerAway, serverAddress } from './check-server';
import { openExistingDatabase } from './existing-database';
import { Failure, runCommand } from './failure';
import { generateClient } from './generate-client';
import { progressLine } from './progress-line';
import { stopOnSignals } from './stopping';

// npx plumbline check: finds every figure of a text and holds it against the evidence base. Exits with 1 when it finds an
// error in a text, and with 2 when something could not be checked.

const USAGE = `npx plumbline check <file, folder or -> … [--format pretty|json|sarif] [--server <address>] [--all]

  Reads .txt, .md, .html, .docx and .pdf; of a folder, all of them in it; “-” reads what comes from a pipe.
  --format   pretty for people (if left out), json or sarif for programs
  --server   asks the Plumbline at this address; if left out, the evidence base of this folder is asked
  --all      lists the numbers that are no statistics, too
  Ends with 0: no error found; 1: a figure is distorted, or a check found an error; 2: something could not be checked.`;

const Options = z.object({
  format: z.enum(['pretty', 'json', 'sarif']).default('pretty'),
  server: z.string().optional(),
  all: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.infer<typeof Options>;

/** Checks one text. */
type Checker = { check: (text: string) => Promise<TextCheck>; close: () => Promise<void> };

const progress = progressLine(process.stderr);

await runCommand(async () => {
  stopOnSignals(() => 130);
  const { options, given } = readArguments();
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const site = siteOf(options);
  const { inputs, unread: missing } = await inputsOf(given, process.env.INIT_CWD ?? process.cwd());
  for (const { message } of missing) tellProblem(message);
  const { texts, unread } = await readAll(inputs);
  const { reports, unchecked } = await checkAll(texts, site, options);
  const without = [...missing, ...unread, ...unchecked];
  if (options.format === 'json') console.log(reportJson(reports, { site, today: today(), unread: without }));
  if (options.format === 'sarif') console.log(JSON.stringify(reportSarif(reports, { site, unread: without }), null, 2));
  const errors = reports.reduce((sum, { check }) => sum + check.summary.errors, 0);
  if (options.format === 'pretty' && reports.length > 0 && texts.length + unread.length > 1) {
    console.log(`${counted(reports.length, 'text')} checked: ${counted(errors, 'error')}.`);
  }
  return without.length > 0 ? 2 : errors > 0 ? 1 : 0;
}, 2);

type ReadText = Pick<TextReport, 'name' | 'text' | 'pageStarts'>;

type Checked = { reports: TextReport[]; unchecked: Unread[] };

/** On the error channel, so that the answer can be redirected. */
function tellProblem(message: string): void {
  progress.clear();
  console.error(message);
}

/** What is wrong, where that was to be expected; everything else is a fault of ours. */
function expectedProblem(error: unknown): string {
  if (error instanceof Failure || error instanceof EnvError) return error.message;
  if (isDatabaseAway(error))
    return 'The database of the evidence base cannot be reached: is DATABASE_URL right, and does it run?';
  throw error;
}

/** The texts that can be read. What is wrong with the others is said, and they are not forgotten. */
async function readAll(inputs: readonly Input[]): Promise<{ texts: ReadText[]; unread: Unread[] }> {
  const texts: ReadText[] = [];
  const unread: Unread[] = [];
  for (const [index, input] of inputs.entries()) {
    const at = inputs.length === 1 ? '' : ` (${index + 1} of ${inputs.length})`;
    progress.say(`Reading ${input.name}${at}`);
    try {
      texts.push(await readText(input, at));
    } catch (error) {
      const message = expectedProblem(error);
      tellProblem(message);
      unread.push({ name: input.name, message });
    }
  }
  progress.clear();
  return { texts, unread };
}

async function readText(input: Input, at: string): Promise<ReadText> {
  const { name } = input;
  const read = await readDocument({
    name: basename(name),
    bytes: await bytesOf(input),
    onProgress: ({ pagesRead, pages }) => progress.say(`Reading ${name}${at}: page ${pagesRead} of ${pages}`),
  });
  if (!read.ok) throw new Failure(`${name}: ${read.problem.message}`);
  return { name, text: read.text, pageStarts: read.pages?.map(({ start }) => start) ?? null };
}

/** Holds the texts against the evidence base. Where that cannot be asked, none of them is checked, and it is said once. */
async function checkAll(texts: readonly ReadText[], site: string, options: Options): Promise<Checked> {
  // What cannot be read needs no database.
  if (texts.length === 0) return { reports: [], unchecked: [] };
  let checker: Checker;
  try {
    checker = options.server === undefined ? await localChecker(options) : serverChecker(site, options);
  } catch (error) {
    const message = expectedProblem(error);
    tellProblem(message);
    return { reports: [], unchecked: texts.map(({ name }) => ({ name, message })) };
  }
  return checkWith(checker, texts, site, options).finally(checker.close);
}

async function checkWith({ check }: Checker, texts: readonly ReadText[], site: string, { format }: Options) {
  const reports: TextReport[] = [];
  const unchecked: Unread[] = [];
  let away: string | null = null;
  for (const [index, read] of texts.entries()) {
    const { name, text } = read;
    progress.say(`Checking ${name}${texts.length === 1 ? '' : ` (${index + 1} of ${texts.length})`}`);
    try {
      if (away !== null) throw new Failure(away);
      const report = { ...read, check: await check(text), site, today: today() };
      progress.clear();
      if (format === 'pretty') console.log(`${reportPretty(report, look())}\n`);
      reports.push(report);
    } catch (error) {
      const message = expectedProblem(error);
      if (message !== away) tellProblem(message);
      // Who is away for one text is away for the others, and each would be waited for.
      if (error instanceof ServerAway || isDatabaseAway(error)) away = message;
      unchecked.push({ name, message });
    }
  }
  return { reports, unchecked };
}

/** Colours for people at a terminal who did not say that they want none: https://no-color.org. */
function look() {
  const { NO_COLOR = '', TERM } = process.env;
  const hasColours = process.stdout.isTTY === true && NO_COLOR === '' && TERM !== 'dumb';
  return { hasColours, columns: process.stdout.columns ?? 100 };
}

/** The site that is asked, before it is. */
function siteOf({ server }: Options): string {
  if (server !== undefined) return serverAddress(server);
  if (existsSync('.env')) process.loadEnvFile('.env');
  return publicUrl();
}

async function localChecker({ all }: Options): Promise<Checker> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const env = readEnv();
  progress.say('Opening the evidence base');
  await generateClient();
  process.env.DATABASE_URL = await openExistingDatabase(env, 'npx plumbline check').catch((error: Error) => {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`${error.message}\nOr ask another Plumbline: --server <address>.`);
  });
  const { checkDraft } = await import('../features/text-checks/data');
  const { closePool } = await import('../db/pool');
  return { check: (text) => checkDraft(text, { today: today(), all }), close: closePool };
}

function serverChecker(site: string, { all }: Options): Checker {
  return { check: (text) => askServer(site, text, { all, say: progress.say }), close: async () => {} };
}

function readArguments(): { options: Options; given: string[] } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        server: { type: 'string' },
        all: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const options = Options.parse(values);
    if (positionals.length === 0 && !options.help) throw new Failure('Nothing was named to be checked.');
    return { options, given: positionals };
  } catch {
    throw new Failure(`Use it so: ${USAGE}`);
  }
}
