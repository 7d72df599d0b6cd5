// Part of the worker, in plain JavaScript (docs/decisions/0040-documents-read-in-a-worker.md).
import { inflateRawSync } from 'node:zlib';
import { Refused } from './refused.mjs';

/** Bytes that the parts of a document may unpack to, all those together that are read. */
const UNPACKED_MAX = 20 * 1024 * 1024;
/** Bytes that all parts say they unpack to. Who says more is believed; who says less is not. */
const SAID_MAX = 150 * 1024 * 1024;

/**
 * The parts of a ZIP file, unpacked when they are asked for, and counted meanwhile: what its list says of their sizes is
 * believed only where it speaks against the file.
 */
export function openZip(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listOf(file);
  let said = 0;
  for (const entry of entries.values()) said += entry.size;
  if (said > SAID_MAX) throw new Refused('bomb');
  let left = UNPACKED_MAX;
  return {
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new Refused('damaged');
      const part = unpack(file, entry, left);
      left -= part.length;
      return part;
    },
  };
}

/** Where the list of parts ends: the last 64 KB hold the mark, behind which only a comment stands. */
function listOf(file) {
  const end = file.lastIndexOf('PK\x05\x06', file.length, 'latin1');
  if (end < 0 || end + 22 > file.length) throw new Refused('damaged');
  const count = file.readUInt16LE(end + 10);
  const entries = new Map();
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new Refused('damaged');
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, {
      isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      start: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(file, { isEncrypted, method, packed, start }, left) {
  if (isEncrypted) throw new Refused('encrypted');
  if (start + 30 > file.length || file.readUInt32LE(start) !== 0x04034b50) throw new Refused('damaged');
  const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
  if (from + packed > file.length) throw new Refused('damaged');
  const data = file.subarray(from, from + packed);
  if (method === 0) {
    if (data.length > left) throw new Refused('bomb');
    return data;
  }
  if (method !== 8) throw new Refused('damaged');
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    throw new Refused(error.code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'damaged');
  }
}
