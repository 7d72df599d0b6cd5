import { inflateSync } from 'node:zlib';
import { type FontTable, sfntOf } from '../../sfnt';

const HEADER = 44;
const ENTRY = 20;

/**
 * A WOFF 1 file (https://www.w3.org/TR/WOFF/) as the plain TrueType or OpenType file that it was made from. pdfkit takes
 * glyphs out of a WOFF by offsets that only fit a plain file, and fails at those that are put together from others.
 */
export function fontFromWoff(woff: Buffer): Uint8Array {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1 file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, HEADER + index * ENTRY));
  return sfntOf(woff.readUInt32BE(4), tables);
}

function tableAt(woff: Buffer, at: number): FontTable {
  const offset = woff.readUInt32BE(at + 4);
  const packed = woff.readUInt32BE(at + 8);
  const length = woff.readUInt32BE(at + 12);
  const bytes = woff.subarray(offset, offset + packed);
  return {
    tag: woff.readUInt32BE(at),
    checksum: woff.readUInt32BE(at + 16),
    data: packed < length ? inflateSync(bytes) : bytes,
  };
}
