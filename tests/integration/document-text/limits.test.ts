import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { runWorker } from '@/formats/document-text/document-worker';
import { readDocument } from '@/formats/document-text/read-document';
import { pdfWithPages, rawDocx, textOf } from '../../support/documents';

const small = rawDocx('<w:p><w:r><w:t>two million</w:t></w:r></w:p>');
const read = (bytes: Uint8Array) => readDocument({ name: 'report', bytes });

/** Markdown that takes its parser minutes: each bracket is looked for to the end. */
const SLOW = '[a]('.repeat(200_000);

test('a parser that takes too long is stopped in the middle of its work, and the next document is read', async () => {
  const result = await runWorker({ kind: 'markdown', text: SLOW }, { milliseconds: 300 });
  expect(result).toMatchObject({ ok: false, problem: { code: 'too-slow' } });
  expect(textOf(await read(small))).toBe('two million');
});

test('a parser that takes too much memory is stopped, and the next document is read', async () => {
  const large = rawDocx('<w:p><w:r><w:t>two million</w:t></w:r></w:p>'.repeat(50_000));
  const result = await runWorker({ kind: 'docx', bytes: large }, { heapMegabytes: 16 });
  expect(result).toMatchObject({ ok: false, problem: { code: 'too-much-memory' } });
  expect(textOf(await read(small))).toBe('two million');
});

test('who gives up is answered at once, and leaves nothing behind', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const reading = runWorker({ kind: 'markdown', text: SLOW }, { signal });
  setTimeout(() => controller.abort(new Error('gone')), 100);
  await expect(reading).rejects.toThrow('gone');
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  await expect(readDocument({ name: 'a', bytes: small, signal })).rejects.toThrow('gone');
  expect(textOf(await read(small))).toBe('two million');
});

test('a PDF is given up in the middle, between two pages', async () => {
  const controller = new AbortController();
  const bytes = await pdfWithPages(150);
  let pages = 0;
  const reading = readDocument({
    name: 'a.pdf',
    bytes,
    signal: controller.signal,
    onProgress: () => {
      pages += 1;
      if (pages === 3) controller.abort(new Error('gone'));
    },
  });
  await expect(reading).rejects.toThrow('gone');
  expect(pages).toBeLessThan(150);
});

test('what fails beside a document does not touch it, and all of many get their turn', async () => {
  const controller = new AbortController();
  const results = await Promise.allSettled([
    read(small),
    runWorker({ kind: 'markdown', text: SLOW }, { milliseconds: 200 }),
    read(small),
    readDocument({ name: 'a', bytes: small, signal: AbortSignal.abort(new Error('gone')) }),
    read(small.subarray(0, 100)),
    read(small),
    read(small),
  ]);
  expect(controller.signal.aborted).toBe(false);
  expect(results.map((result) => (result.status === 'rejected' ? 'gone' : result.value.ok))).toEqual([
    true,
    false,
    true,
    'gone',
    false,
    true,
    true,
  ]);
});

test('the bytes that somebody handed over are still theirs afterwards', async () => {
  const bytes = await pdfWithPages(2);
  const before = Buffer.from(bytes);
  await read(bytes);
  expect(Buffer.from(bytes).equals(before)).toBe(true);
});

test('a failure of whoever is told of the progress reaches them, and nobody else', async () => {
  const reading = readDocument({
    name: 'a.pdf',
    bytes: await pdfWithPages(2),
    onProgress: () => {
      throw new Error('the stream is closed');
    },
  });
  await expect(reading).rejects.toThrow('the stream is closed');
});

test('what a parser may take is counted from its beginning and not from the wait for its turn', async () => {
  const slow = () => runWorker({ kind: 'markdown', text: SLOW }, { milliseconds: 500 });
  const [first, second, third] = await Promise.all([slow(), slow(), runWorker({ kind: 'docx', bytes: small }, {})]);
  expect([first?.ok, second?.ok, third?.ok]).toEqual([false, false, true]);
});

test('nothing that draws is ever loaded to read a PDF', async () => {
  expect(textOf(await read(await pdfWithPages(1)))).toContain('part 1');
  const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] };
  expect(sharedObjects.length).toBeGreaterThan(0);
  expect(sharedObjects.filter((path) => /canvas|skia/i.test(path))).toEqual([]);
});
