import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PdfItem } from './pdf-segments';
import { DOCUMENT_LIMITS, type DocumentProblem, encrypted, problemOf, tooMuchText } from './problems';

/** What a worker is given to do: worker.mjs has a reader for each kind. */
export type Task =
  | { kind: 'pdf' | 'docx'; bytes: Uint8Array }
  | { kind: 'markdown'; text: string }
  /** Parsers gone wrong, for tests. */
  | { kind: 'endless' | 'hungry' | 'failing' };

export type PdfPage = { number: number; pages: number; items: PdfItem[] };

type Message =
  | { type: 'html'; html: string }
  | ({ type: 'page' } & PdfPage)
  | { type: 'refused'; code: Parameters<typeof problemOf>[0] | 'encrypted' | 'too-much-text' }
  | { type: 'end' };

export type WorkerOptions = {
  signal?: AbortSignal | undefined;
  onPage?: (page: PdfPage) => void;
  milliseconds?: number;
};

export type WorkerResult = { ok: true; html: string | null } | { ok: false; problem: DocumentProblem };

/** Megabytes of the worker's own heap, and how much this whole process may grow meanwhile, arrays of bytes included. */
const HEAP_MAX = 256;
const GROWTH_MAX = 450;
const LOOK_EVERY_MS = 50;

/** Workers at a time. The next document waits for its turn; the time limit begins with it. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Parses a document in a thread of its own, with limits of time and memory, and ends the thread whatever happens.
 * @throws the signal's reason when that is aborted.
 */
export async function runWorker(task: Task, options: WorkerOptions): Promise<WorkerResult> {
  options.signal?.throwIfAborted();
  if (running >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
  else running += 1;
  try {
    options.signal?.throwIfAborted();
    return await run(task, options);
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

async function run(task: Task, { signal, onPage, milliseconds }: WorkerOptions): Promise<WorkerResult> {
  const worker = start(task);
  const stops: (() => void)[] = [];
  try {
    return await new Promise<WorkerResult>((done, failed) => {
      const refuse = (problem: DocumentProblem) => done({ ok: false, problem });
      let html: string | null = null;
      worker.on('message', (message: Message) => {
        if (message.type === 'page') onPage?.(message);
        else if (message.type === 'html') html = message.html;
        else if (message.type === 'end') done({ ok: true, html });
        else refuse(refusal(message.code, task));
      });
      worker.on('error', (error: NodeJS.ErrnoException) =>
        refuse(problemOf(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much-memory' : 'damaged')),
      );
      worker.on('exit', () => refuse(problemOf('damaged')));
      const clock = setTimeout(() => refuse(problemOf('too-slow')), milliseconds ?? DOCUMENT_LIMITS.milliseconds);
      const watch = watchMemory(() => refuse(problemOf('too-much-memory')));
      const abort = () => failed(signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      stops.push(
        () => clearTimeout(clock),
        () => clearInterval(watch),
        () => signal?.removeEventListener('abort', abort),
      );
    });
  } finally {
    for (const stop of stops) stop();
    worker.removeAllListeners('message');
    await worker.terminate();
  }
}

function start(task: Task): Worker {
  const root = process.cwd();
  // Named by its place in the project and not imported: a bundler must leave it, and what it imports, where it is.
  const file = join(/* turbopackIgnore: true */ root, 'src', 'formats', 'document-text', 'worker.mjs');
  const folder = join(/* turbopackIgnore: true */ root, 'node_modules', 'pdfjs-dist');
  return new Worker(/* turbopackIgnore: true */ file, {
    workerData: { ...task, limits: DOCUMENT_LIMITS, folder },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    // Neither what this process was started with, nor its secrets, are any business of a parser.
    execArgv: [],
    env: {},
    // What parsers say on the terminal is about somebody's document.
    stdout: true,
    stderr: true,
  });
}

/** Arrays of bytes are outside of the heap that V8 limits; they show in the size of the process. */
function watchMemory(tooMuch: () => void): NodeJS.Timeout {
  const before = process.memoryUsage.rss();
  return setInterval(() => {
    if (process.memoryUsage.rss() - before > GROWTH_MAX * 1024 * 1024) tooMuch();
  }, LOOK_EVERY_MS);
}

function refusal(code: Extract<Message, { type: 'refused' }>['code'], { kind }: Task): DocumentProblem {
  if (code === 'encrypted') return encrypted(kind === 'pdf' ? 'PDF' : 'Word document');
  return code === 'too-much-text' ? tooMuchText() : problemOf(code);
}
