import { readCorpus } from '../../bench/corpus';
import { findQuantities } from '../domain/text/quantities/find-quantities';
import { peakMemory, timesOf } from './bench-times';

// Texts of several lengths, checked against the evidence base: node … bench-text-run.ts. Prints what it took, as JSON in
// its last line.

const TODAY = new Date().toISOString().slice(0, 10);
/** In characters; 80,000 is the length of the founding document. */
const LENGTHS = [20_000, 40_000, 80_000, 160_000];

/** Sentences of the corpus, one after the other and over again, to this length. */
function textOf(length: number): string {
  const sentences = readCorpus('tests/corpus/sentences.jsonl').map(({ text }) => text);
  let text = '';
  for (let index = 0; text.length < length; index += 1) {
    text += `${sentences[index % sentences.length]}${index % 6 === 5 ? '\n\n' : ' '}`;
  }
  return text.slice(0, length);
}

const { checkDraft } = await import('../features/text-checks/data');
const { closePool } = await import('../db/pool');
await checkDraft('Five children.', { today: TODAY, all: false });
const measured = [];
for (const length of LENGTHS) {
  const text = textOf(length);
  const name = `${length / 1000} kB`;
  measured.push({
    ...(await timesOf(name, () => checkDraft(text, { today: TODAY, all: false }))),
    memory: await peakMemory(),
  });
  measured.push(await timesOf(`${name}, figures only`, () => findQuantities(text)));
}
await closePool();
console.log(JSON.stringify(measured));
