/** A form as it was sent, or why it cannot be had. */
export type SentForm = { ok: true; form: FormData } | { ok: false; problem: 'too-large' | 'unreadable' };

/** What a form has beside its files: names, boundaries. */
const ROOM = 64 * 1024;
/** What is read of a request that is too large, so that its sender gets the answer instead of a broken connection. */
const DRAINED_MAX = 1024 * 1024 * 1024;

/** Reads a form with files up to so many bytes in all. */
export async function readFormBody(request: Request, bytesMax: number): Promise<SentForm> {
  const read = await readBytes(request, bytesMax + ROOM);
  if (read === null) return { ok: false, problem: 'too-large' };
  try {
    const type = request.headers.get('content-type') ?? '';
    return { ok: true, form: await new Response(read, { headers: { 'Content-Type': type } }).formData() };
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
}

/** The body of a request; null when it is larger. Nothing is believed of the length that the request claims. */
export async function readBytes(request: Request, bytesMax: number): Promise<Blob | null> {
  const { body } = request;
  if (body === null) return new Blob([]);
  if (Number(request.headers.get('content-length')) > bytesMax) {
    await drain(body);
    return null;
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.length;
    if (bytes > bytesMax) {
      reader.releaseLock();
      await drain(body);
      return null;
    }
    chunks.push(read.value as Uint8Array<ArrayBuffer>);
  }
  return new Blob(chunks);
}

async function drain(body: ReadableStream<Uint8Array>): Promise<void> {
  let bytes = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done && bytes < DRAINED_MAX; read = await reader.read())
    bytes += read.value.length;
  await reader.cancel();
}
