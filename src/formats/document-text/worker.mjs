// The worker that parses one document and ends. Plain JavaScript, so that Node starts it as it is, whatever runs the rest:
// docs/decisions/0040-documents-read-in-a-worker.md. It gets { kind, bytes, limits, folder } and posts what document-worker.ts names.
import { parentPort, workerData } from 'node:worker_threads';
import { constants, inflateSync } from 'node:zlib';
import { Refused } from './refused.mjs';

/** The biggest array that a parser may ask for at once: streams of a PDF unpack into one. */
const ARRAY_MAX = 64 * 1024 * 1024;
/** What the worker then ends with: a message might not get out any more. */
const BOMB = 97;

/** What V8 does not count into the heap of a worker: arrays of bytes. One that is too big ends the worker. */
function boundArrays() {
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct(target, args) {
      if (typeof args[0] === 'number' && args[0] > ARRAY_MAX) process.exit(BOMB);
      return Reflect.construct(target, args);
    },
  });
  globalThis.DecompressionStream = BoundedInflating;
}

/** What pdf.js unpacks most streams with. Node's own unpacks whatever comes, in memory that nobody counts. */
class BoundedInflating extends TransformStream {
  constructor(format) {
    if (format !== 'deflate') throw new TypeError(`${format} is not unpacked here`);
    super({ transform: (chunk, controller) => controller.enqueue(inflate(chunk)) });
  }
}

function inflate(chunk) {
  try {
    return inflateSync(chunk, { maxOutputLength: ARRAY_MAX, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error.code === 'ERR_BUFFER_TOO_LARGE') process.exit(BOMB);
    throw error; // pdf.js then unpacks by itself what is whole of it.
  }
}

const READERS = {
  pdf: async () => {
    boundArrays();
    const { readPdf } = await import('./pdf.mjs');
    await readPdf({ ...workerData, post: (message) => parentPort.postMessage(message) });
  },
  docx: async () => {
    const { docxHtml } = await import('./docx.mjs');
    postHtml(await docxHtml(workerData.bytes, workerData.limits));
  },
  markdown: async () => {
    const { markdownHtml } = await import('./markdown.mjs');
    postHtml(markdownHtml(workerData.text));
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
  parentPort.postMessage({ type: 'refused', code: error instanceof Refused ? error.code : 'damaged' });
}
