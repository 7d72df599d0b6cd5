import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { canonicalJson, sha256Of } from '../../lib/canonical-json';

/** What a file says of itself, as far as it is needed to verify it. Nothing of it is kept. */
export type ReadFile = { sha256: string; contentSha256: string | null; named: string[] };

/** Bytes of text that are looked through for ids, of each part of a file. */
const PART_MAX = 4 * 1024 * 1024;
/** Parts of a file that are unpacked. */
const PARTS_MAX = 200;
/** Ids that are of use to somebody who asks where a file comes from. */
const NAMED_MAX = 20;

/** Reads what was sent, whatever it is. A file that is no file of ours, or is broken, has a hash all the same. */
export function readSentFile(bytes: Uint8Array): ReadFile {
  const named = new Set<string>();
  for (const text of textsOf(bytes))
    for (const [id] of text.matchAll(/(?<![0-9A-Za-z])R[0-9A-HJKMNP-TV-Z]{8}(?![0-9A-Za-z])/g))
      if (named.size < NAMED_MAX) named.add(id);
  return { sha256: sha256Of(bytes), contentSha256: contentHash(bytes), named: [...named] };
}

/** Of JSON, the hash of what it says, however it is laid out; null for all else. */
function contentHash(bytes: Uint8Array): string | null {
  const first = bytes.subarray(0, 64).find((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf].includes(byte));
  if (first !== 0x7b) return null;
  try {
    return sha256Of(canonicalJson(JSON.parse(new TextDecoder().decode(bytes))));
  } catch {
    // Not JSON after all, or what no JSON can say.
    return null;
  }
}

/** Text in which an id may stand: the file itself, and what is packed in it where we know where to look. */
function* textsOf(bytes: Uint8Array): Generator<string> {
  // Properties of a PDF may have two bytes for each character.
  yield Buffer.from(bytes.subarray(0, 8 * PART_MAX))
    .toString('latin1')
    .replaceAll('\0', '');
  if (startsWith(bytes, 'PK')) yield* partsOfZip(bytes);
  if (startsWith(bytes, '%PDF')) yield* streamsOfPdf(Buffer.from(bytes));
}

const startsWith = (bytes: Uint8Array, word: string) => Buffer.from(bytes.subarray(0, word.length)).toString() === word;

/** The text and the properties of a DOCX file. */
function partsOfZip(bytes: Uint8Array): string[] {
  try {
    let parts = 0;
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        /^(docProps\/[^/]+|word\/[^/]+)\.xml$/.test(name) && originalSize <= PART_MAX && parts++ < PARTS_MAX,
    });
    return Object.values(files).map((part) => Buffer.from(part).toString('latin1'));
  } catch {
    return [];
  }
}

/** What another program packed of the properties, when it wrote the file anew. */
function* streamsOfPdf(bytes: Buffer): Generator<string> {
  let at = 0;
  for (let parts = 0; parts < PARTS_MAX; parts++) {
    const start = bytes.indexOf('stream', at);
    const end = start < 0 ? -1 : bytes.indexOf('endstream', start);
    if (end < 0) return;
    at = end + 'endstream'.length;
    const dictionary = bytes.subarray(Math.max(0, start - 300), start).toString('latin1');
    if (!/\/Type\s*\/(ObjStm|Metadata)/.test(dictionary)) continue;
    const from = start + 'stream'.length + (bytes[start + 'stream'.length] === 0x0d ? 2 : 1);
    try {
      yield inflateSync(bytes.subarray(from, end), { maxOutputLength: PART_MAX })
        .toString('latin1')
        .replaceAll('\0', '');
    } catch {
      // Not packed this way, or not whole.
    }
  }
}
