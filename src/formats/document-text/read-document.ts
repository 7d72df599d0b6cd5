import { setImmediate } from 'node:timers/promises';
import { readableHtml } from '../../domain/text/readable-html';
import { decodeLetters } from './decode';
import { type NumberedPage, runWorker, type Task, type WorkerOptions } from './document-worker';
import { type DocumentFormat, kindOf, letterFormat } from './kind';
import type { LinedPage } from './pdf-running-heads';
import { linedPage, type PagedText, pdfText } from './pdf-text';
import { DOCUMENT_LIMITS, type DocumentProblem, problemOf, tooMuchText } from './problems';

export type DocumentProgress = { pagesRead: number; pages: number };

export type DocumentToRead = {
  /** The name of the file: what it ends with says of a text whether it is Markdown or HTML, and nothing else. */
  name: string;
  bytes: Uint8Array;
  /** Called for each page of a PDF as it is read. */
  onProgress?: (progress: DocumentProgress) => void;
  /** Stops reading, and has the promise rejected with its reason. */
  signal?: AbortSignal;
};

export type ReadDocument =
  | { ok: true; text: string; format: DocumentFormat; pages: { start: number; end: number }[] | null }
  | { ok: false; problem: DocumentProblem };

/**
 * The text of a document that somebody sent. Whatever the bytes are, the answer is the text or what is wrong with them.
 * Spans of pages, and whatever is found in the text later, count in its UTF-16 units.
 * @throws the signal's reason when that is aborted.
 */
export async function readDocument({ name, bytes, onProgress, signal }: DocumentToRead): Promise<ReadDocument> {
  signal?.throwIfAborted();
  if (bytes.length === 0) return refuse(problemOf('empty'));
  if (bytes.length > DOCUMENT_LIMITS.bytes) return refuse(problemOf('too-large'));
  const kind = kindOf(bytes);
  if (kind.kind === 'refused') return refuse(kind.problem);
  if (kind.kind === 'pdf') return readPdf(bytes, { signal }, onProgress);
  if (kind.kind === 'docx') return readByHtml({ kind: 'docx', bytes }, 'docx', signal);
  const letters = decodeLetters(bytes);
  return letters === null ? refuse(problemOf('binary')) : readLetters(name, letters, signal);
}

const refuse = (problem: DocumentProblem): ReadDocument => ({ ok: false, problem });

async function readLetters(name: string, letters: string, signal: AbortSignal | undefined): Promise<ReadDocument> {
  const format = letterFormat(name, letters);
  if (format === 'markdown') return readByHtml({ kind: 'markdown', text: letters }, format, signal);
  return finished(format === 'html' ? await readable(letters, signal) : letters, format);
}

async function readByHtml(
  task: Task,
  format: 'docx' | 'markdown',
  signal: AbortSignal | undefined,
): Promise<ReadDocument> {
  const result = await runWorker(task, { signal });
  if (!result.ok) return refuse(result.problem);
  return finished(await readable(withNotes(result.html ?? ''), signal), format);
}

/** Reads a page in steps, so that the server does other things meanwhile, however long the page is. */
async function readable(html: string, signal: AbortSignal | undefined): Promise<string> {
  const reading = readableHtml(html);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
    await setImmediate();
    signal?.throwIfAborted();
  }
}

/** The notes at the end of a Word document, each with its mark instead of a place in a list. */
function withNotes(html: string): string {
  let number = 0;
  return html
    .replace(/<li id="(?:footnote|endnote)-[\w-]+">(?:<p>)?/g, () => {
      number += 1;
      return `<p><sup>${number}</sup> `;
    })
    .replace(/ ?<a href="#(?:footnote|endnote)-ref-[\w-]+">↑<\/a>/g, '');
}

/** Reads a PDF; the options of the worker are for tests of its limits. */
async function readPdf(
  bytes: Uint8Array,
  options: WorkerOptions,
  onProgress: DocumentToRead['onProgress'],
): Promise<ReadDocument> {
  const pages: LinedPage[] = [];
  const onPage = (page: NumberedPage) => {
    // At once, so that the server never stands still for all of them.
    pages.push(linedPage(page));
    onProgress?.({ pagesRead: page.number, pages: page.pages });
  };
  const result = await runWorker({ kind: 'pdf', bytes }, { ...options, onPage });
  if (!result.ok) return refuse(result.problem);
  const paged = pdfText(pages);
  return finished(paged.text, 'pdf', paged);
}

/** Last looks at the text. Nothing here changes the length of a text that has pages. */
function finished(text: string, format: DocumentFormat, paged: PagedText | null = null): ReadDocument {
  const clean = paged === null ? lineBreaksAlike(text) : text;
  if (clean.length > DOCUMENT_LIMITS.characters) return refuse(tooMuchText());
  // Half a letter or a control character must not get into anything that is made of the text.
  const safe = clean.replace(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, ' ');
  if (!/[\p{L}\p{N}]/u.test(safe))
    return refuse(problemOf(format === 'pdf' || format === 'docx' ? 'no-text' : 'empty'));
  return { ok: true, text: safe, format, pages: paged?.pages ?? null };
}

function lineBreaksAlike(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\f/g, '\n\n');
}
