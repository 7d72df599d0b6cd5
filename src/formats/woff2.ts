import { brotliDecompressSync } from 'node:zlib';
import { sfntOf } from './sfnt';

// A WOFF 2 file (https://www.w3.org/TR/WOFF2/) as a plain TrueType file. Whoever draws many pictures with one typeface
// unpacks it once, not for each of them. What tells a screen how to fit outlines to its pixels is left out.

const HEADER = 48;
/** As far as they may stand in a typeface with plain outlines. */
const TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB';

class Reader {
  at = 0;
  constructor(readonly bytes: Buffer) {}
  take(length: number): Buffer {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  byte(): number {
    this.at += 1;
    return this.bytes[this.at - 1] ?? Number.NaN;
  }
  word(): number {
    return this.byte() * 256 + this.byte();
  }
  signed(): number {
    return (this.word() << 16) >> 16;
  }
  long(): number {
    return this.word() * 65_536 + this.word();
  }
  /** UIntBase128: seven bits a byte. */
  length(): number {
    let value = 0;
    for (;;) {
      const byte = this.byte();
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  }
  /** 255UInt16 */
  short(): number {
    const code = this.byte();
    if (code === 253) return this.word();
    if (code === 254) return this.byte() + 506;
    return code === 255 ? this.byte() + 253 : code;
  }
}

export function fontFromWoff2(woff: Buffer): Uint8Array {
  if (woff.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF 2 file');
  const head = new Reader(woff);
  head.at = HEADER;
  const entries = Array.from({ length: woff.readUInt16BE(12) }, () => entryOf(head));
  const data = new Reader(brotliDecompressSync(head.take(woff.readUInt32BE(20))));
  const tables = new Map(entries.map(({ tag, length }) => [tag, data.take(length)]));
  const packed = tables.get('glyf');
  if (packed === undefined) throw new Error('a typeface without plain outlines');
  for (const [tag, table] of outlinesOf(new Reader(packed))) tables.set(tag, table);
  const named = [...tables].map(([tag, table]) => ({
    tag: Buffer.from(tag, 'latin1').readUInt32BE(),
    // Nobody who draws with it looks at sums.
    checksum: 0,
    data: table,
  }));
  return sfntOf(
    woff.readUInt32BE(4),
    named.sort((a, b) => a.tag - b.tag),
  );
}

function entryOf(head: Reader): { tag: string; length: number } {
  const flags = head.byte();
  const known = flags & 0x3f;
  const tag = known === 0x3f ? head.take(4).toString('latin1') : TAGS.slice(known * 5, known * 5 + 4);
  const isOutline = tag === 'glyf' || tag === 'loca';
  const transform = flags >> 6;
  if (tag === '' || transform !== 0) throw new Error(`a table that is packed in a way of its own: ${tag || known}`);
  const length = head.length();
  return { tag, length: isOutline ? head.length() : length };
}

/** Outlines and where each begins. */
function outlinesOf(table: Reader): ['glyf' | 'loca', Buffer][] {
  table.take(4);
  const [count, isLong] = [table.word(), table.word() === 1];
  const lengths = Array.from({ length: 7 }, () => table.long());
  const streams = lengths.map((length) => new Reader(table.take(length)));
  const glyphs: Buffer[] = [];
  const places = Buffer.alloc((count + 1) * (isLong ? 4 : 2));
  const boxed = streams[5]?.take(4 * Math.ceil(count / 32)) ?? Buffer.alloc(0);
  let at = 0;
  for (let index = 0; index <= count; index += 1) {
    if (isLong) places.writeUInt32BE(at, index * 4);
    else places.writeUInt16BE(at / 2, index * 2);
    if (index === count) break;
    const hasBox = ((boxed[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
    const glyph = glyphOf(streams as Streams, hasBox);
    glyphs.push(glyph);
    at += glyph.length;
  }
  return [
    ['glyf', Buffer.concat(glyphs)],
    ['loca', places],
  ];
}

type Streams = [Reader, Reader, Reader, Reader, Reader, Reader, Reader];

function glyphOf([contours, points, flags, glyphs, composites, boxes]: Streams, hasBox: boolean): Buffer {
  const count = contours.signed();
  if (count === 0) return Buffer.alloc(0);
  if (count < 0) {
    const { parts, hasInstructions } = partsOf(composites);
    if (hasInstructions) glyphs.short();
    return even(Buffer.concat([words([count]), boxes.take(8), parts]));
  }
  let last = -1;
  const ends = Array.from({ length: count }, () => {
    last += points.short();
    return last;
  });
  const steps = Array.from({ length: last + 1 }, () => stepOf(flags, glyphs));
  glyphs.short();
  const box = hasBox ? boxes.take(8) : words(boxOf(steps));
  const isOn = Buffer.from(steps.map((one) => (one.isOn ? 1 : 0)));
  const [across, up] = [words(steps.map(({ x }) => x)), words(steps.map(({ y }) => y))];
  return even(Buffer.concat([words([count]), box, words([...ends, 0]), isOn, across, up]));
}

const words = (values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeInt16BE(value, index * 2);
  return bytes;
};

/** Glyphs begin at multiples of four bytes. */
const even = (glyph: Buffer) => Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)]);

/** A glyph that is put together from others, without its instructions. */
function partsOf(composites: Reader): { parts: Buffer; hasInstructions: boolean } {
  const parts: Buffer[] = [];
  let hasInstructions = false;
  for (;;) {
    const flags = composites.word();
    hasInstructions ||= (flags & 0x100) !== 0;
    const scale = (flags & 0x08) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0;
    const rest = composites.take(2 + ((flags & 0x01) !== 0 ? 4 : 2) + scale);
    parts.push(Buffer.from([(flags >> 8) & 0xfe, flags & 0xff]), rest);
    if ((flags & 0x20) === 0) return { parts: Buffer.concat(parts), hasInstructions };
  }
}

type Step = { x: number; y: number; isOn: boolean };

/** From one point to the next: https://www.w3.org/TR/WOFF2/#triplet_decoding */
function stepOf(flags: Reader, glyphs: Reader): Step {
  const all = flags.byte();
  const isOn = all < 0x80;
  const flag = all & 0x7f;
  const sign = (bit: number, value: number) => ((bit & 1) !== 0 ? value : -value);
  if (flag < 10) return { x: 0, y: sign(flag, ((flag & 14) << 7) + glyphs.byte()), isOn };
  if (flag < 20) return { x: sign(flag, (((flag - 10) & 14) << 7) + glyphs.byte()), y: 0, isOn };
  const first = glyphs.byte();
  const both = (x: number, y: number) => ({ x: sign(flag, x), y: sign(flag >> 1, y), isOn });
  if (flag < 84) {
    const base = flag - 20;
    return both(1 + (base & 0x30) + (first >> 4), 1 + ((base & 0x0c) << 2) + (first & 0x0f));
  }
  const second = glyphs.byte();
  if (flag < 120) {
    const base = flag - 84;
    return both(1 + (Math.floor(base / 12) << 8) + first, 1 + (((base % 12) >> 2) << 8) + second);
  }
  const third = glyphs.byte();
  if (flag < 124) return both((first << 4) + (second >> 4), ((second & 0x0f) << 8) + third);
  return both((first << 8) + second, (third << 8) + glyphs.byte());
}

function boxOf(steps: readonly Step[]): number[] {
  let [x, y] = [0, 0];
  const places = steps.map((step) => {
    x += step.x;
    y += step.y;
    return { x, y };
  });
  const [across, up] = [places.map((one) => one.x), places.map((one) => one.y)];
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
}
