import { FootnoteReferenceRun, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocument } from '@/formats/document-text/read-document';
import { codeOf, docxOf, rawDocx, textOf } from '../../support/documents';

const read = (bytes: Uint8Array, name = 'report.docx') => readDocument({ name, bytes });

test('a Word document is read with its tables and notes, and no mark makes a number longer', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const bytes = await docxOf({
    footnotes: { 1: { children: [new Paragraph('ILO (2002), p. 36.')] } },
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new TextRun('According to the ILO, 1.'),
              new TextRun({ text: '8', bold: true }),
              new TextRun(' million'),
              new FootnoteReferenceRun(1),
              new TextRun(' children, 36'),
              new TextRun({ text: '10', superScript: true }),
              new TextRun(' countries.'),
            ],
          }),
          new Paragraph('أكثر من 2 مليون طفل.'),
          new Table({
            rows: [
              new TableRow({ children: [cell('Country'), cell('Children')] }),
              new TableRow({ children: [cell('A'), cell('500,000')] }),
            ],
          }),
        ],
      },
    ],
  });
  expect(await read(bytes)).toEqual({
    ok: true,
    format: 'docx',
    pages: null,
    text: 'According to the ILO, 1.8 million¹ children, 36¹⁰ countries.\n\nأكثر من 2 مليون طفل.\n\nCountry\tChildren\nA\t500,000\n\n¹ ILO (2002), p. 36.',
  });
});

test('a Word document is known by what it holds, whatever its name', async () => {
  const bytes = rawDocx('<w:p><w:r><w:t>two million</w:t></w:r></w:p>');
  for (const name of ['report.pdf', 'report.txt', 'report', '../../etc/passwd']) {
    expect(textOf(await read(bytes, name))).toBe('two million');
  }
});

test('a document that unpacks to gigabytes is refused, whatever it says of its size', async () => {
  const bomb = rawDocx(`<w:p><w:r><w:t>${'0'.repeat(40 * 1024 * 1024)}</w:t></w:r></w:p>`);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(codeOf(await read(bomb))).toBe('bomb');
  expect(codeOf(await read(withSizes(bomb, 100)))).toBe('bomb');
});

/** The same ZIP file, with so many bytes named as the size of each part. */
function withSizes(zip: Uint8Array, size: number): Uint8Array {
  const file = Buffer.from(zip);
  for (const [mark, at] of [
    ['PK\x01\x02', 24],
    ['PK\x03\x04', 22],
  ] as const) {
    for (let found = file.indexOf(mark, 0, 'latin1'); found >= 0; found = file.indexOf(mark, found + 4, 'latin1')) {
      file.writeUInt32LE(size, found + at);
    }
  }
  return file;
}

test('a bomb among the pictures is refused too, though no picture is unpacked', async () => {
  const bytes = rawDocx('<w:p><w:r><w:t>two million</w:t></w:r></w:p>', { 'word/media/image1.png': new Uint8Array(9) });
  expect(textOf(await read(bytes))).toBe('two million');
  expect(codeOf(await read(withSizes(bytes, 2 ** 30)))).toBe('bomb');
});

test('definitions that unfold into one another unfold nothing', async () => {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
  const xml = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "bang">${entities}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>`;
  const result = await read(
    zipSync({ '[Content_Types].xml': new Uint8Array(), 'word/document.xml': Buffer.from(xml) }),
  );
  if (result.ok) expect(result.text.length).toBeLessThan(100);
  else expect(result.problem.code).toBe('damaged');
});

const whole = rawDocx('<w:p><w:r><w:t>two million</w:t></w:r></w:p>');

test.each<[string, Uint8Array, string]>([
  ['cut in half', whole.subarray(0, whole.length / 2), 'damaged'],
  ['with its XML broken', rawDocx('<w:p><w:r>'), 'damaged'],
  ['of a million empty paragraphs', rawDocx('<w:p></w:p>'.repeat(1_000_000)), 'bomb'],
  [
    'with more text than is looked through',
    rawDocx(`<w:p><w:r><w:t>${'word '.repeat(500_000)}</w:t></w:r></w:p>`),
    'too-large',
  ],
  ['without text', rawDocx('<w:p></w:p>'), 'no-text'],
  ['nested a hundred thousand deep', rawDocx(`${'<w:p>'.repeat(100_000)}${'</w:p>'.repeat(100_000)}`), 'damaged'],
  ['without its main part', zipSync({ '[Content_Types].xml': new Uint8Array(9) }), 'damaged'],
  [
    'that is a spreadsheet',
    zipSync({ '[Content_Types].xml': new Uint8Array(9), 'xl/workbook.xml': new Uint8Array(9) }),
    'wrong-type',
  ],
  ['that is a mere ZIP file', zipSync({ 'a.txt': Buffer.from('two million') }), 'wrong-type'],
])('a document %s is refused with a sentence that says what to do', async (_, bytes, code) => {
  expect(codeOf(await read(bytes))).toBe(code);
});
