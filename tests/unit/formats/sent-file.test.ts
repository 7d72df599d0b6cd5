import { createHash, randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSentFile } from '@/formats/fact-sheet/sent-file';

const ID = 'R7KQ2M9XD';
const read = (content: string | Uint8Array) =>
  readSentFile(typeof content === 'string' ? Buffer.from(content) : content);
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

describe('an id is found', () => {
  const utf16 = Buffer.from(`verify ${ID}`, 'utf16le').swap16();
  const packed = deflateSync(Buffer.from(`<< /Keywords (${ID}) >>`));
  test.each<[where: string, content: string | Uint8Array]>([
    ['in text', `Release ${ID}, no. 2`],
    ['in an address', `https://plumbline.example/verify/${ID}`],
    ['in JSON', `{"id":"${ID}"}`],
    ['in the properties of a PDF', `%PDF-1.7\n<< /Keywords (${ID}) >>`],
    ['in those with two bytes a character', Buffer.concat([Buffer.from('%PDF-1.7\n/Title (\xfe\xff'), utf16])],
    [
      'in those that another program packed',
      Buffer.concat([
        Buffer.from(`%PDF-1.7\n1 0 obj << /Type /ObjStm /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
        packed,
        Buffer.from('\nendstream\nendobj'),
      ]),
    ],
    ['in the properties of a DOCX', zipSync({ 'docProps/custom.xml': Buffer.from(`<v>${ID}</v>`.repeat(50)) })],
    ['in the text of a DOCX', zipSync({ 'word/document.xml': Buffer.from(`<t>${ID}</t>`.repeat(50)) })],
  ])('%s', (_where, content) => expect(read(content).named).toEqual([ID]));
});

test('what only looks like one is left alone', () => {
  expect(read('XR7KQ2M9XD R7KQ2M9XDX R7KQ2M9XU r7kq2m9xd').named).toEqual([]);
});

test('no more ids are kept than anybody could use', () => {
  const many = Array.from({ length: 500 }, (_, n) => `R${String(n).padStart(8, '0')}`).join(' ');
  expect(read(many).named).toHaveLength(20);
});

test('the content of JSON has one hash, however it is laid out, and what is no JSON has none', () => {
  const value = { b: [1, 2.5, 'ü'], a: null };
  const canonical = '{"a":null,"b":[1,2.5,"ü"]}';
  for (const text of [canonical, JSON.stringify(value, null, 4), `\ufeff\n${JSON.stringify(value)}\n`])
    expect(read(text).contentSha256).toBe(sha256(canonical));
  for (const text of ['', '{', '[1]', 'null', `${canonical} and more`, '{"a":1e999}'])
    expect(read(text).contentSha256).toBeNull();
});

test('a broken or hostile archive is a file like any other', () => {
  const whole = zipSync({ 'docProps/core.xml': Buffer.alloc(50_000_000) });
  for (const bytes of [whole, whole.subarray(0, whole.length / 2), Buffer.from('PK'), randomBytes(10_000)])
    expect(read(bytes)).toMatchObject({ named: [], contentSha256: null });
  expect(read(Buffer.from('%PDF-1.7 /Type /ObjStm stream\nnonsense endstream stream')).named).toEqual([]);
});
