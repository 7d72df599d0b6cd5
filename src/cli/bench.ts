import { mkdir } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { expectWrk } from '../../bench/load';
import { type Aim, aimRow, table } from '../../bench/report';
import { buildBareNext } from '../../bench/servers';
import { readEnv } from '../lib/env';
import { measureCorpus } from './bench-corpus';
import { openBenchDatabase, openBenchServer, openBundledDatabase } from './bench-database';
import { measureHttp, type Part } from './bench-http';
import { measureImport } from './bench-import';
import { measureLineage } from './bench-lineage';
import { measureSheets } from './bench-sheet';
import { measureTexts } from './bench-text';
import { buildIfStale } from './build';
import { Failure, runCommand } from './failure';
import { generateClient } from './generate-client';
import { claimDataDirectory } from './instance';
import { seconds, step } from './steps';
import { stopOnSignals } from './stopping';

// npm run bench: how fast the product is, beside what the least possible would be, all in one run on one machine.
// What the numbers mean stands in docs/performance.md.

const USAGE = `npm run bench -- [options]
  --claims N          claims behind the requests over HTTP (10000)
  --search-claims N   claims behind the search at scale (1000000)
  --skip-million      leave the search at scale out
  --skip-http         leave the requests over HTTP out
  --lineage           only the lineage of one claim: no server, no database, seconds
  --import            only the import of files: a database with --claims claims, no server, a minute or two
  --sheet             only fact sheets of the bundled evidence base: no server, two or three minutes
  --text              only the checking of texts: a database with --claims claims, no server, a minute or two
  --connections N     readers at once (16)
  --seconds N         length of one round (5)
  --rounds N          rounds, of which the median counts (3)
  --seed N            of the made-up evidence (1)`;

const OPTIONS = {
  claims: { type: 'string', default: '10000' },
  'search-claims': { type: 'string', default: '1000000' },
  'skip-million': { type: 'boolean', default: false },
  'skip-http': { type: 'boolean', default: false },
  lineage: { type: 'boolean', default: false },
  import: { type: 'boolean', default: false },
  sheet: { type: 'boolean', default: false },
  text: { type: 'boolean', default: false },
  connections: { type: 'string', default: '16' },
  seconds: { type: 'string', default: '5' },
  rounds: { type: 'string', default: '3' },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const;

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Failure(`--${name} must be a whole number above 0\n\n${USAGE}`);
}

async function bench(): Promise<number> {
  const started = performance.now();
  const options = readOptions();
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const number = (name: 'claims' | 'search-claims' | 'connections' | 'seconds' | 'rounds' | 'seed') =>
    wholeNumber(name, options[name]);
  const dataDirectory = join(readEnv().DATA_DIR, 'bench');
  const load = {
    connections: number('connections'),
    seconds: number('seconds'),
    rounds: number('rounds'),
    folder: dataDirectory,
  };
  const [claims, searchClaims, seed] = [number('claims'), number('search-claims'), number('seed')];
  if (options.lineage) return told(measureLineage(seed));
  const alone = options.import || options.sheet || options.text;
  if (!alone) await expectWrk();
  stopOnSignals(() => 130);
  console.log('Plumbline benchmark');
  await mkdir(dataDirectory, { recursive: true });
  await claimDataDirectory(dataDirectory, 'a benchmark');
  const did = (built: boolean) => (built ? 'built' : 'up to date');
  await step('Database client', generateClient, did);
  if (alone) {
    const server = await step('PostgreSQL', () => openBenchServer(dataDirectory));
    if (options.sheet) return told(await sheets(server, dataDirectory));
    const urls = await openBenchDatabase(server, claims, seed);
    return told(await (options.text ? measureTexts(urls) : measureImport(urls, { seed, folder: dataDirectory })));
  }
  await step('Build', buildIfStale, did);
  await step('Bare Next application', buildBareNext, did);
  const server = await step('PostgreSQL', () => openBenchServer(dataDirectory));
  const parts: Part[] = [
    { ...measureLineage(seed), complete: true },
    { ...(await sheets(server, dataDirectory)), complete: true },
    { ...(await measureTexts(await openBenchDatabase(server, claims, seed))), complete: true },
  ];
  if (!options['skip-http']) {
    parts.push(await measureHttp(await openBenchDatabase(server, claims, seed), claims, seed, load));
  }
  if (!options['skip-million']) {
    parts.push(await measureCorpus(await openBenchDatabase(server, searchClaims, seed), searchClaims, seed, load));
  }
  const report = [heading(load), ...parts.map((part) => part.report), aims(parts.flatMap((part) => part.aims))];
  console.log(`\nDone in ${seconds(started)}.\n\n${report.join('\n\n')}`);
  return parts.every((part) => part.complete) ? 0 : 1;
}

/** The end of a run that measures one thing. */
function told({ report, aims: list }: Pick<Part, 'report' | 'aims'>): number {
  console.log(`\n${report}\n\n${aims(list)}`);
  return 0;
}

async function sheets(server: string, folder: string) {
  const urls = await step('Bundled evidence', () => openBundledDatabase(server));
  return measureSheets(urls, { folder });
}

function heading({ connections, seconds: length, rounds }: { connections: number; seconds: number; rounds: number }) {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 1e9)} GB`;
  return `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${memory}, Node ${process.versions.node}; ${connections} connections, median of ${rounds} rounds of ${length} s.`;
}

function aims(list: readonly Aim[]): string {
  return table(['aim', 'wanted', 'reached', 'met'], list.map(aimRow));
}

await runCommand(bench);
