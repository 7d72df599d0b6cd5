// The worker that parses one document and ends. Plain JavaScript, so that Node starts it as it is, whatever runs the rest:
// docs/decisions/0040-documents-read-in-a-worker.md. It gets { kind, bytes, limits, folder } and posts what document-worker.ts names.
import { parentPort, workerData } from 'node:worker_threads';
import { Refused } from './refused.mjs';

/** The biggest array that a parser may ask for at once: streams of a PDF unpack into one. */
const ARRAY_MAX = 64 * 1024 * 1024;

/** What V8 does not count into the heap of a worker: arrays of bytes. One that is too big ends the worker. */
function boundArrays() {
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct(target, args) {
      if (typeof args[0] === 'number' && args[0] > ARRAY_MAX) stop('bomb');
      return Reflect.construct(target, args);
    },
  });
  // It unpacks without asking how much; without it, pdf.js unpacks by itself, into arrays that are looked at.
  delete globalThis.DecompressionStream;
}

function stop(code) {
  parentPort.postMessage({ type: 'refused', code });
  process.exit();
}

const READERS = {
  pdf: async () => {
    boundArrays();
    const { readPdf } = await import('./pdf.mjs');
    await readPdf({ ...workerData, post: (message) => parentPort.postMessage(message) });
  },
  docx: async () => {
    const { docxHtml } = await import('./docx.mjs');
    postHtml(await docxHtml(workerData.bytes));
  },
  markdown: async () => {
    const { markdownHtml } = await import('./markdown.mjs');
    postHtml(markdownHtml(workerData.text));
  },
  // For the tests of the limits: what a parser does that a document has led astray.
  endless: () => {
    for (;;);
  },
  hungry: () => {
    const kept = [];
    for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
  },
  failing: () => {
    throw new TypeError('made to fail');
  },
};

function postHtml(html) {
  // Marks and all, it may be some times as long as the text.
  if (html.length > 8 * workerData.limits.characters) throw new Refused('too-much-text');
  parentPort.postMessage({ type: 'html', html });
}

try {
  await READERS[workerData.kind]();
  parentPort.postMessage({ type: 'end' });
} catch (error) {
  // What a parser throws is the fault of the document: parsers are written to read whole ones.
  stop(error instanceof Refused ? error.code : 'damaged');
}
