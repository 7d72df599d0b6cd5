import { waitText } from '@/auth/limits';
import { admitTextCheck } from '@/auth/text-limits';
import { DOCUMENT_LIMITS, problemOf } from '@/formats/document-text/problems';
import { writtenStarts } from '@/domain/text/page-finder';
import { readDocument } from '@/formats/document-text/read-document';
import { readFormBody } from '@/http/form-body';
import { clientAddress } from '@/lib/client-address';
import { isOwnRequest } from '@/lib/own-request';

export const dynamic = 'force-dynamic';

// Takes a document and answers with its text, and on the way with how far it is: one JSON document a line. The page sends
// it here where scripts run, so that whoever waits sees why. Nothing of it is kept.

const HEADERS = {
  'Content-Type': 'application/x-ndjson; charset=utf-8',
  // A line that waits to be packed with others is no progress.
  'Cache-Control': 'private, no-store, no-transform',
};

type Line = { pagesRead: number; pages: number } | { text: string; pages: string } | { problem: string };

export async function POST(request: Request): Promise<Response> {
  if (!isOwnRequest(request.headers))
    return new Response('This was not sent by a page of this site.\n', { status: 403 });
  const admission = await admitTextCheck(clientAddress(request.headers), 1);
  if (!admission.admitted) return refused(waitText(admission.waitSeconds * 1000, 'asked'));
  const sent = await readFormBody(request, DOCUMENT_LIMITS.bytes);
  if (!sent.ok) return refused(sent.problem === 'too-large' ? problemOf('too-large').message : UNREADABLE);
  const file = sent.form.get('file');
  if (!(file instanceof File)) return refused('No file was chosen.');
  return new Response(linesOf(file, request.signal), { headers: HEADERS });
}

const UNREADABLE = 'What was sent did not arrive whole. Try again.';

function refused(problem: string): Response {
  return new Response(lineOf({ problem }), { headers: HEADERS });
}

const lineOf = (line: Line) => `${JSON.stringify(line)}\n`;

function linesOf(file: File, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const away = new AbortController();
  return new ReadableStream({
    async start(stream) {
      const say = (line: Line) => stream.enqueue(encoder.encode(lineOf(line)));
      try {
        const read = await readDocument({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
          onProgress: say,
          signal: AbortSignal.any([signal, away.signal]),
        });
        const pages = read.ok ? writtenStarts(read.pages?.map(({ start }) => start) ?? null) : '';
        say(read.ok ? { text: read.text, pages } : { problem: read.problem.message });
        stream.close();
      } catch (error) {
        // Whoever sent it has gone: there is nobody to tell.
        stream.error(error);
      }
    },
    cancel: () => away.abort(),
  });
}
