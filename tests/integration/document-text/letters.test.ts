import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '@/formats/document-text/read-document';
import { codeOf, textOf } from '../../support/documents';

const read = (name: string, content: string | Uint8Array) =>
  readDocument({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content });

const SENTENCE = 'Près de 1,8 million d’enfants – 40 %';

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(SENTENCE)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${SENTENCE}`)],
  ['UTF-16 LE with its mark', Buffer.from(`\ufeff${SENTENCE}`, 'utf16le')],
  ['UTF-16 BE with its mark', Buffer.from(`\ufeff${SENTENCE}`, 'utf16le').swap16()],
  ['Windows-1252', Buffer.from(SENTENCE.replace('’', '\u0092').replace('–', '\u0096'), 'latin1')],
])('a text in %s is read as it was written', async (_, bytes) => {
  expect(await read('report.txt', bytes)).toEqual({ ok: true, text: SENTENCE, format: 'text', pages: null });
});

test('line breaks of every kind come out alike, and letters of every script stay', async () => {
  const text = 'one\r\ntwo\rthree\nأربعة ארבע четыре 四 １２３';
  expect(textOf(await read('a.txt', text))).toBe('one\ntwo\nthree\nأربعة ארבע четыре 四 １２３');
});

test('a page in an older encoding is read by the one that it names', async () => {
  const bytes = Buffer.concat([
    Buffer.from('<html><meta charset="windows-1251"><p>'),
    Buffer.from([0xc4, 0xe5, 0xf2, 0xe8]),
    Buffer.from('</p>'),
  ]);
  expect(textOf(await read('a.html', bytes))).toBe('Дети');
});

test('of a page only that is read which a reader sees, block by block', async () => {
  const html = `<!doctype html><html><head><title>7 secrets</title><style>p { margin: 12px }</style></head>
    <body><script>var n = 99;</script><h1>A&nbsp;briefing</h1><p>In 2012, <b>1.8</b>
    million<sup>10</sup> children<br>were counted.</p><!-- 55 --><div hidden>66<div>67</div></div>
    <p style="color:red; display: none">77</p><ul><li>one in five<li>half</ul>
    <table><tr><th>Country</th><th>Children</th></tr><tr><td><p>A</p></td><td><p>1&#8239;200</p></td></tr></table>
    <noscript>88</noscript>CO<sub>2</sub>, the 19<sup>th</sup> century</body></html>`;
  expect(textOf(await read('a.html', html))).toBe(
    'A\u00a0briefing\n\nIn 2012, 1.8 million¹⁰ children\nwere counted.\n\none in five\nhalf\n\nCountry\tChildren\nA\t1\u202f200\n\nCO₂, the 19th century',
  );
});

test('a page is taken for one by what it says, whatever its name', async () => {
  expect(await read('report.docx', '<!DOCTYPE html><p>two million</p>')).toMatchObject({
    format: 'html',
    text: 'two million',
  });
  expect(await read('report.pdf', 'Two million, it says.')).toMatchObject({ format: 'text' });
});

test('nothing that is hidden gets into the text, however it is nested', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('<div>', '</div>', '<p>', 'word', '<br>')), async (inside) => {
      const balanced = inside.filter((piece) => !piece.includes('div')).join('');
      expect(textOf(await read('a.html', `a<div hidden><div>${balanced}</div>SECRET</div>b`))).not.toMatch(
        /SECRET|word/,
      );
    }),
  );
});

test('Markdown loses its marks, and what is no figure of the text: code, pictures, addresses', async () => {
  const markdown = `---
title: 12 things
---
# The *claim*

More than **1.8 million**[^10] children, [says the ILO](https://example.org/2012/36 "p. 36"), or 40–50&nbsp;%.

\`\`\`js
const n = 4711;
\`\`\`

![Chart of 99](chart-88.png) See <https://example.org/77>.

1. first
2. second

| Country | Children |
| ------- | -------- |
| A       | 500,000  |

[^10]: ILO (2002), p. 36.
`;
  const text = textOf(await read('a.md', markdown));
  expect(text).toBe(
    'The claim\n\nMore than 1.8 million¹⁰ children, says the ILO, or 40–50\u00a0%.\n\nSee .\n\nfirst\nsecond\n\nCountry\tChildren\nA\t500,000\n\n¹⁰ ILO (2002), p. 36.',
  );
});

test.each<[string, Uint8Array, string]>([
  ['nothing at all', new Uint8Array(), 'empty'],
  ['white space alone', Buffer.from(' \n\t\n'), 'empty'],
  ['a page without a word', Buffer.from('<html><script>1</script></html>'), 'empty'],
  ['11 MB', new Uint8Array(11 * 1024 * 1024).fill(65), 'too-large'],
  ['50 MB', new Uint8Array(50 * 1024 * 1024), 'too-large'],
  ['more letters than are looked through', Buffer.from('word '.repeat(500_000)), 'too-large'],
  ['NUL bytes', Buffer.from('a\0b'), 'binary'],
  ['any bytes', Uint8Array.from({ length: 5000 }, (_, index) => ((index * 7919) % 255) + 1), 'binary'],
  ['UTF-16 of nonsense', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(500)]), 'binary'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'wrong-type'],
  ['Rich Text', Buffer.from('{\\rtf1\\ansi two million}'), 'wrong-type'],
  ['an old spreadsheet', oldOffice('Workbook'), 'wrong-type'],
  ['an old Word document', oldOffice('WordDocument'), 'wrong-type'],
  ['a Word document with a password', oldOffice('EncryptedPackage'), 'encrypted'],
])('%s is refused with a sentence that says what to do', async (_, bytes, code) => {
  expect(codeOf(await read('report.txt', bytes))).toBe(code);
});

/** The container of old Office files, with the name of what is in it. */
function oldOffice(name: string): Uint8Array {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1000),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(1000),
  ]);
}

test.each([
  ['tags', '<p style="display'],
  ['hidden tags', '<div hidden>'],
  ['quotation marks', `<p style='" style="`],
  ['cells', '<td><p>'],
  ['spaces', '<sup>      </p>   '],
  ['entities', '&&#x;&amp'],
])('a page made to be slow is read all the same: %s', async (_, piece) => {
  const html = `<html>word${piece.repeat(Math.floor(500_000 / piece.length))}`;
  expect(textOf(await read('a.html', html))).toContain('word');
});

test('whatever bytes are sent as text, the answer is text without control characters, or a problem', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('a.txt', 'a.html'), async (bytes, name) => {
      const result = await readDocument({ name, bytes });
      if (result.ok) expect(result.text).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}]/u);
    }),
  );
});
