import { type CorpusSentence, readCorpus, spanOf } from '../../bench/corpus';
import { findQuantities } from '../domain/text/quantities/find-quantities';
import { type Measured, peakMemory, timesOf } from './bench-times';

// Texts of several lengths, checked against the evidence base: node … bench-text-run.ts. Prints what it took, as JSON in
// its last line.

const TODAY = new Date().toISOString().slice(0, 10);
/** In characters; 80,000 is the length of the founding document, and the first text of all is of this length. */
const LENGTHS = [80_000, 20_000, 40_000, 160_000];

// The founding document has 0.48 figures and 3.4 other numbers a kB, as findQuantities counts them. Of the sentences of
// the corpus one in 25 as it stands, and one in three with its other numbers, have 0.5 and 3.1; all of them have 12 and 9.
const WITH_FIGURES = 25;
const WITH_OTHER_NUMBERS = 3;

const SENTENCES = readCorpus('tests/corpus/sentences.jsonl');

/** Sentences of the corpus, one after the other and over again, to this length. */
function textOf(length: number, said: (sentence: CorpusSentence, index: number) => string): string {
  let text = '';
  for (let index = 0; text.length < length; index += 1) {
    const sentence = SENTENCES[index % SENTENCES.length];
    if (sentence !== undefined) text += `${said(sentence, index)}${index % 6 === 5 ? '\n\n' : ' '}`;
  }
  return text.slice(0, length);
}

function ordinary(sentence: CorpusSentence, index: number): string {
  if (index % WITH_FIGURES === 0) return sentence.text;
  const { figures, notFigures, text } = sentence;
  const spans = [...figures, ...(index % WITH_OTHER_NUMBERS === 0 ? [] : notFigures)]
    .flatMap((label) => spanOf(text, label) ?? [])
    .sort((a, b) => b.start - a.start);
  return spans.reduce((words, { start, end }) => `${words.slice(0, start)}many${words.slice(end)}`, text);
}

const KINDS = { '': ordinary, ', dense': ({ text }: CorpusSentence) => text };

const { checkDraft } = await import('../features/text-checks/data');
const { checkFirstText } = await import('../features/text-checks/first-check-data');
const { closePool } = await import('../db/pool');
const measured: Measured[] = [];
// As a server does when it starts.
await checkFirstText();
for (const [kind, said] of Object.entries(KINDS)) {
  for (const length of LENGTHS) {
    const text = textOf(length, said);
    const name = `${length / 1000} kB${kind}`;
    const figures = findQuantities(text).filter(({ noFigure }) => noFigure === null).length;
    const taken = await timesOf(name, () => checkDraft(text, { today: TODAY, all: false }));
    measured.push({ ...taken, size: figures, memory: await peakMemory() });
    measured.push(await timesOf(`${name}, figures only`, () => findQuantities(text)));
  }
}
await closePool();
console.log(JSON.stringify(measured));
