const HEADER = 12;
const ENTRY = 16;

export type FontTable = { tag: number; checksum: number; data: Buffer };

/** A plain TrueType or OpenType file of these tables, in their order: https://learn.microsoft.com/typography/opentype/spec/otff */
export function sfntOf(flavour: number, tables: readonly FontTable[]): Uint8Array {
  const size = tables.reduce((sum, { data }) => sum + padded(data.length), HEADER + tables.length * ENTRY);
  // A buffer of its own: a pooled one begins somewhere within a larger piece of memory, which fontkit does not expect.
  const font = Buffer.from(new ArrayBuffer(size));
  writeHeader(font, flavour, tables.length);
  let offset = HEADER + tables.length * ENTRY;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = HEADER + index * ENTRY;
    font.writeUInt32BE(tag, entry);
    font.writeUInt32BE(checksum, entry + 4);
    font.writeUInt32BE(offset, entry + 8);
    font.writeUInt32BE(data.length, entry + 12);
    data.copy(font, offset);
    offset += padded(data.length);
  }
  return new Uint8Array(font.buffer);
}

/** Tables begin at multiples of four bytes. */
const padded = (length: number) => Math.ceil(length / 4) * 4;

function writeHeader(font: Buffer, flavour: number, count: number) {
  const power = Math.floor(Math.log2(count));
  font.writeUInt32BE(flavour, 0);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(2 ** power * 16, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
}
