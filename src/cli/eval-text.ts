import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CORPORA, type CorpusSentence, readCorpus } from '../../bench/corpus';
import { addTallies, emptyTally, judgeSentence, type Tally } from '../../bench/eval-text';
import { type Evaluation, evaluationText, failureText, measuresOf } from '../../bench/eval-text-report';
import type { TextCheck } from '../features/text-checks/schema';
import { readEnv } from '../lib/env';
import { today } from '../lib/today';
import { openExistingDatabase } from './existing-database';
import { Failure, runCommand } from './failure';
import { generateClient } from './generate-client';
import { stopOnSignals } from './stopping';

// npm run eval:text: checks the labelled sentences against the evidence base of this site, and says how good it was.

const USAGE =
  'npm run eval:text [-- sentences | harder | ordinary | held-out | <file.jsonl> …] [-- --failures] [-- --only <beginning of an id>] [-- --json]';

await runCommand(async () => {
  stopOnSignals(() => 130);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { corpora, failures, only, json } = readArguments();
  const read = corpora.map((corpus) => ({ corpus, sentences: sentencesOf(corpus, only) }));
  const env = readEnv();
  await generateClient();
  process.env.DATABASE_URL = await openExistingDatabase(env, 'npm run eval:text');
  const { checkDraft } = await import('../features/text-checks/data');
  const { closePool } = await import('../db/pool');
  const evaluations: Evaluation[] = [];
  try {
    for (const { corpus, sentences } of read) {
      evaluations.push(await evaluate(corpus, sentences, (text) => checkDraft(text, { today: today(), all: true })));
    }
  } finally {
    await closePool();
  }
  if (json) {
    console.log(JSON.stringify({ data: evaluations.map(withMeasures) }, null, 2));
    return 0;
  }
  for (const evaluation of evaluations) {
    if (failures) for (const failure of evaluation.failures) console.log(`${failureText(failure)}\n`);
    console.log(`${evaluationText(evaluation)}\n`);
  }
  return 0;
});

function withMeasures({ total, styles, ...evaluation }: Evaluation): object {
  const measured = (tally: Tally) => ({ measures: measuresOf(tally), tally });
  return {
    ...evaluation,
    total: measured(total),
    styles: Object.fromEntries(Object.entries(styles).map(([style, tally]) => [style, measured(tally)])),
  };
}

/** One after the other, as a text of its own each: a sentence knows of no other one. */
async function evaluate(
  corpus: string,
  sentences: readonly CorpusSentence[],
  check: (text: string) => Promise<TextCheck>,
): Promise<Evaluation> {
  const started = performance.now();
  const evaluation: Evaluation = { corpus, milliseconds: 0, total: emptyTally(), styles: {}, failures: [] };
  for (const sentence of sentences) {
    const { tally, failures } = judgeSentence(sentence, (await check(sentence.text)).findings);
    evaluation.total = addTallies(evaluation.total, tally);
    evaluation.styles[sentence.style] = addTallies(evaluation.styles[sentence.style] ?? emptyTally(), tally);
    evaluation.failures.push(...failures);
  }
  return { ...evaluation, milliseconds: performance.now() - started };
}

function sentencesOf(corpus: string, only: string): CorpusSentence[] {
  try {
    return readCorpus(corpus).filter(({ id }) => id.startsWith(only));
  } catch (error) {
    throw new Failure(`The labelled sentences cannot be read: ${(error as Error).message}`);
  }
}

function readArguments(): { corpora: string[]; failures: boolean; only: string; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        failures: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        json: { type: 'boolean', default: false },
      },
    });
    const known = new Map<string, string>(Object.entries(CORPORA));
    const names = positionals.length === 0 ? [...known.keys()] : positionals;
    return { ...values, corpora: names.map((name) => known.get(name) ?? name) };
  } catch {
    throw new Failure(`Use it so: ${USAGE}`);
  }
}
