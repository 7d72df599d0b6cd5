/** A form as it was sent, or why it cannot be had. */
export type SentForm = { ok: true; form: FormData } | { ok: false; problem: 'too-large' | 'unreadable' };

/** What a form has beside its files: names, boundaries. */
const ROOM = 64 * 1024;
/** What is read of a request that is too large, so that its sender gets the answer instead of a broken connection. */
const DRAINED_MAX = 1024 * 1024 * 1024;

/** Reads a form with files up to so many bytes in all. Nothing is believed of the length that the request claims. */
export async function readFormBody(request: Request, bytesMax: number): Promise<SentForm> {
  const { body } = request;
  if (body === null) return { ok: false, problem: 'unreadable' };
  if (Number(request.headers.get('content-length')) > bytesMax + ROOM) {
    await drain(body);
    return { ok: false, problem: 'too-large' };
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.length;
    if (bytes > bytesMax + ROOM) {
      reader.releaseLock();
      await drain(body);
      return { ok: false, problem: 'too-large' };
    }
    chunks.push(read.value as Uint8Array<ArrayBuffer>);
  }
  try {
    const type = request.headers.get('content-type') ?? '';
    return { ok: true, form: await new Response(new Blob(chunks), { headers: { 'Content-Type': type } }).formData() };
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
}

async function drain(body: ReadableStream<Uint8Array>): Promise<void> {
  let bytes = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done && bytes < DRAINED_MAX; read = await reader.read())
    bytes += read.value.length;
  await reader.cancel();
}
