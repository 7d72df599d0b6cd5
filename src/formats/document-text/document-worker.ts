import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PdfPage } from './pdf-text';
import { DOCUMENT_LIMITS, type DocumentProblem, encrypted, problemOf, tooMuchText } from './problems';

/** What a worker is given to do: worker.mjs has a reader for each kind. */
export type Task = { kind: 'pdf' | 'docx'; bytes: Uint8Array } | { kind: 'markdown'; text: string };

/** A page that was read, which one it is, and of how many. */
export type NumberedPage = PdfPage & { number: number; pages: number };

type Message =
  | { type: 'html'; html: string }
  | ({ type: 'page' } & NumberedPage)
  | { type: 'refused'; code: Parameters<typeof problemOf>[0] | 'encrypted' | 'too-much-text' }
  | { type: 'end' };

export type WorkerOptions = {
  signal?: AbortSignal | undefined;
  onPage?: (page: NumberedPage) => void;
  /** How long it may take without a page being read; all in all, three times as long. */
  milliseconds?: number;
  heapMegabytes?: number;
};

export type WorkerResult = { ok: true; html: string | null } | { ok: false; problem: DocumentProblem };

/** Megabytes of the worker's own heap, and how much this whole process may grow meanwhile, arrays of bytes included. */
const HEAP_MAX = 320;
const GROWTH_MAX = 450;
const LOOK_EVERY_MS = 50;
/** What the worker ends with (worker.mjs) when a parser asks for an array that is too big. */
const BOMB = 97;

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
  // Who gives up while waiting gets the turn all the same, and passes it on at once.
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

async function run(task: Task, { signal, onPage, milliseconds, heapMegabytes }: WorkerOptions): Promise<WorkerResult> {
  const worker = start(task, heapMegabytes ?? HEAP_MAX);
  const stops: (() => void)[] = [];
  try {
    return await new Promise<WorkerResult>((done, failed) => {
      const refuse = (problem: DocumentProblem) => done({ ok: false, problem });
      let html: string | null = null;
      worker.on('message', (message: Message) => {
        if (message.type === 'page') {
          clock.goOn();
          tell(message);
        } else if (message.type === 'html') html = message.html;
        else if (message.type === 'end') done({ ok: true, html });
        else refuse(refusal(message.code, task));
      });
      // Whoever is told may have gone away meanwhile: that is theirs to hear about, and no fault of this process.
      const tell = (page: NumberedPage) => {
        try {
          onPage?.(page);
        } catch (error) {
          failed(error);
        }
      };
      worker.on('error', (error: NodeJS.ErrnoException) =>
        refuse(problemOf(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much-memory' : 'damaged')),
      );
      worker.on('exit', (code) => refuse(problemOf(code === BOMB ? 'bomb' : 'damaged')));
      const clock = startClock(milliseconds ?? DOCUMENT_LIMITS.milliseconds, () => refuse(problemOf('too-slow')));
      const watch = watchMemory(() => refuse(problemOf('too-much-memory')));
      const abort = () => failed(signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      stops.push(
        clock.stop,
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

function start(task: Task, heap: number): Worker {
  const root = process.cwd();
  // Named by its place in the project and not imported: a bundler must leave it, and what it imports, where it is.
  const file = join(/* turbopackIgnore: true */ root, 'src', 'formats', 'document-text', 'worker.mjs');
  const folder = join(/* turbopackIgnore: true */ root, 'node_modules', 'pdfjs-dist');
  return new Worker(/* turbopackIgnore: true */ file, {
    workerData: { ...task, limits: DOCUMENT_LIMITS, folder },
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // Neither what this process was started with, nor its secrets, are any business of a parser.
    execArgv: [],
    env: {},
    // What parsers say on the terminal is about somebody's document.
    stdout: true,
    stderr: true,
  });
}

/** Without a sign of life for so long, or after so many times as long, there is no waiting any more. */
const PATIENCE = 3;

function startClock(milliseconds: number, tooSlow: () => void): { goOn(): void; stop(): void } {
  const whole = setTimeout(tooSlow, PATIENCE * milliseconds);
  const silence = setTimeout(tooSlow, milliseconds);
  return {
    goOn: () => void silence.refresh(),
    stop: () => {
      clearTimeout(whole);
      clearTimeout(silence);
    },
  };
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
