import { verifyFile } from '@/features/releases/verify-data';
import type { ReleaseVerdict } from '@/features/releases/schema';
import { readSentFile } from '@/formats/fact-sheet/sent-file';
import { readFormBody } from '@/http/form-body';

// A file is verified in the same way for the form of the site and for a script. It is held in memory while its hash is
// worked out, and kept nowhere.

/** Bytes of a file that is verified: several times what the largest release has. */
export const VERIFIED_BYTES_MAX = 30 * 1024 * 1024;

/** Files that are held at a time; further ones wait, on the wire. */
const AT_ONCE = 4;
let held = 0;
const waiting: (() => void)[] = [];

export type SentVerdict =
  | { ok: true; verdict: ReleaseVerdict }
  | { ok: false; problem: 'too-large' | 'unreadable' | 'no-file' | 'empty-file' };

/** Verifies the file in the field `file` of a form. */
export async function verifySent(request: Request): Promise<SentVerdict> {
  if (held >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
  else held += 1;
  try {
    return await verify(request);
  } finally {
    const next = waiting.shift();
    if (next === undefined) held -= 1;
    else next();
  }
}

async function verify(request: Request): Promise<SentVerdict> {
  const sent = await readFormBody(request, VERIFIED_BYTES_MAX);
  if (!sent.ok) return sent;
  const file = sent.form.get('file');
  // A field for a file that was left empty is sent as a file without a name.
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return { ok: false, problem: 'no-file' };
  if (file.size === 0) return { ok: false, problem: 'empty-file' };
  if (file.size > VERIFIED_BYTES_MAX) return { ok: false, problem: 'too-large' };
  return { ok: true, verdict: await verifyFile(readSentFile(new Uint8Array(await file.arrayBuffer()))) };
}
