import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type DocumentProgress, readDocument } from '@/formats/document-text/read-document';
import { codeOf, pdfOf, pdfWithPages, rawPdf, textOf } from '../../support/documents';

const read = (bytes: Uint8Array, name = 'report.pdf') => readDocument({ name, bytes });

const LONG =
  'The organisation that is responsible for the number has since withdrawn it, and a later commentary asks that it be no longer quoted in any communication to the public.';

test('lines become paragraphs again, and words that a line parted become whole', async () => {
  const bytes = await pdfOf((pdf) => {
    pdf.fontSize(18).text('What is known').moveDown();
    pdf
      .fontSize(11)
      .text('The ILO estimated that 1.8 mil-\nlion children were exploited, twenty-\nfive per cent more than');
    pdf.text('in 1995.').moveDown();
    pdf.text(LONG, { width: 200 });
  });
  expect(textOf(await read(bytes))).toBe(
    `What is known\n\nThe ILO estimated that 1.8 million children were exploited, twenty-five per cent more than in 1995.\n\n${LONG}`,
  );
});

test('the raised mark of a note never makes the number before it longer', async () => {
  const bytes = await pdfOf((pdf) => {
    pdf.fontSize(12).text('In all 36', 50, 100, { continued: true, lineBreak: false });
    pdf.fontSize(7).text('10', { continued: true, lineBreak: false, rise: 4 } as PDFKit.Mixins.TextOptions);
    pdf.fontSize(12).text(' countries.', { lineBreak: false });
    pdf.fontSize(12).text('Exactly 1.8 million', 50, 140, { lineBreak: false });
    const right = 50 + pdf.widthOfString('Exactly 1.8 million');
    pdf.fontSize(7).text('11,12', right, 138, { lineBreak: false });
    pdf.fontSize(7).text('10', 50, 700, { lineBreak: false });
    pdf.fontSize(10).text('ILO (2002), p. 36.', 60, 702, { lineBreak: false });
  });
  const text = textOf(await read(bytes));
  expect(text).toContain('In all 36¹⁰ countries.');
  expect(text).toContain('Exactly 1.8 million¹¹,¹²');
  expect(text).toContain('¹⁰ ILO (2002), p. 36.');
});

test.each([true, false])('two columns are read one after the other (drawn row by row: %s)', async (isByRow) => {
  const left = LONG.match(/.{1,40}(\s|$)/g) ?? [];
  const right = LONG.toUpperCase().match(/.{1,40}(\s|$)/g) ?? [];
  const bytes = await pdfOf((pdf) => {
    pdf
      .fontSize(10)
      .text('A line that runs over both of the columns and further on to the right edge of the page', 50, 60);
    const draw = (line: string, x: number, row: number) =>
      pdf.text(line.trim(), x, 100 + 14 * row, { lineBreak: false });
    if (isByRow) {
      for (const [row, line] of left.entries()) {
        draw(line, 50, row);
        draw(right[row] ?? '', 310, row);
      }
    } else {
      for (const [row, line] of left.entries()) draw(line, 50, row);
      for (const [row, line] of right.entries()) draw(line, 310, row);
    }
  });
  const text = textOf(await read(bytes));
  expect(text).toContain(LONG);
  expect(text).toContain(LONG.toUpperCase());
  expect(text.indexOf(LONG)).toBeLessThan(text.indexOf(LONG.toUpperCase()));
});

test('a row of a table is a line of its own, with tabs between cells', async () => {
  const bytes = await pdfOf((pdf) => {
    pdf.fontSize(10);
    for (const [row, cells] of [
      ['Country', 'Children', 'Year'],
      ['Brazil', '500,000', '2001'],
      ['Thailand', '40,000', '1993'],
    ].entries()) {
      for (const [index, cell] of cells.entries())
        pdf.text(cell, 50 + 150 * index, 100 + 15 * row, { lineBreak: false });
    }
  });
  expect(textOf(await read(bytes))).toBe('Country\tChildren\tYear\nBrazil\t500,000\t2001\nThailand\t40,000\t1993');
});

test('numbers of pages and running heads stay out of sentences, figures at the edge of a page stay in', async () => {
  const bytes = await pdfOf(
    (pdf) => {
      for (let page = 1; page <= 5; page += 1) {
        if (page > 1) pdf.addPage();
        pdf.fontSize(8).text('Global report 2012', 50, 30, { lineBreak: false });
        pdf.fontSize(11).text(`Part ${page} says that in those years more than`, 50, 100, { lineBreak: false });
        pdf.text(`${page}00,000 children were counted by`, 50, 114, { lineBreak: false });
        pdf.fontSize(8).text(String(page + 6), 300, 800, { lineBreak: false });
      }
    },
    { margin: 0 },
  );
  const result = await read(bytes);
  const text = textOf(result);
  expect(text.match(/Global report 2012/g)).toHaveLength(1);
  expect(text).toContain('more than 300,000 children');
  expect(text).not.toMatch(/\b(7|8|9|10|11)\b/);
});

test('a running head that ends with the number of its page stays once, without that number', async () => {
  const bytes = await pdfOf(
    (pdf) => {
      for (let page = 1; page <= 4; page += 1) {
        if (page > 1) pdf.addPage();
        pdf.fontSize(11).text(`Part ${page} speaks of 45,000 children.`, 50, 100, { lineBreak: false });
        pdf.fontSize(8).text(`Annual report 2025   ${page}`, 50, 800, { lineBreak: false });
      }
    },
    { margin: 0 },
  );
  const text = textOf(await read(bytes));
  expect(text.match(/Annual report 2025/g)).toHaveLength(1);
  expect(text).not.toMatch(/Annual report 2025\s*\d/);
  expect(text).toContain('Part 4 speaks of 45,000 children.');
});

test('each page has its span in the text, and its reading is told', async () => {
  const told: DocumentProgress[] = [];
  const bytes = await pdfWithPages(3);
  const result = await readDocument({ name: 'a.pdf', bytes, onProgress: (progress) => told.push(progress) });
  if (!result.ok) throw new Error(result.problem.message);
  expect(result.pages?.map(({ start, end }) => result.text.slice(start, end))).toEqual([
    'Here the chapter of part 1 begins.',
    'Here the chapter of part 2 begins.',
    'Here the chapter of part 3 begins.',
  ]);
  expect(told).toEqual([1, 2, 3].map((pagesRead) => ({ pagesRead, pages: 3 })));
});

test('Hebrew is read from right to left, with its numbers as they are', async () => {
  const font = join('node_modules/@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff');
  const bytes = await pdfOf((pdf) => pdf.font(font).fontSize(12).text('מיליון ילדים'));
  expect(textOf(await read(bytes))).toContain('מיליון');
});

test('a file is known as PDF by what it holds, also behind something else', async () => {
  const pdf = await pdfWithPages(1);
  for (const bytes of [pdf, Buffer.concat([Buffer.from('HTTP/1.1 200 OK\n\n'), pdf])]) {
    expect(textOf(await read(bytes, 'report.txt'))).toBe('Here the chapter of part 1 begins.');
  }
});

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

test('a scan is refused, and the sentence says that it has no text', async () => {
  const scan = await pdfOf((pdf) => pdf.image(Buffer.from(PIXEL, 'base64'), 0, 0, { width: 500 }));
  const result = await read(scan);
  expect(codeOf(result)).toBe('no-text');
  expect(result.ok || result.problem.message).toMatch(/no text.*scan/s);
});

test('a password that somebody needs to open the file is named; one that only forbids to edit it is none', async () => {
  const draw = (pdf: PDFKit.PDFDocument) => pdf.text('two million');
  expect(codeOf(await read(await pdfOf(draw, { userPassword: 'a', ownerPassword: 'b' })))).toBe('encrypted');
  expect(codeOf(await read(await pdfOf(draw, { userPassword: 'a', pdfVersion: '1.7ext3' })))).toBe('encrypted');
  expect(textOf(await read(await pdfOf(draw, { ownerPassword: 'b' })))).toBe('two million');
});

test('200 pages are read, and one more is too many', async () => {
  expect(textOf(await read(await pdfWithPages(200)))).toContain('part 200');
  expect(codeOf(await read(await pdfWithPages(201)))).toBe('too-many-pages');
});

const page = (content: string) => deflateSync(Buffer.from(content));
const WORDS = 'BT /F 12 Tf 50 700 Td (two million) Tj ET';

test.each<[string, Uint8Array, string | null]>([
  ['that is whole', rawPdf(page(WORDS)), null],
  ['cut in half', rawPdf(page(WORDS)).subarray(0, 200), 'damaged'],
  ['of a head alone', Buffer.from('%PDF-1.7\n'), 'damaged'],
  ['whose pages hold themselves', rawPdf(page(WORDS), { kids: '[2 0 R]' }), 'damaged'],
  ['that draws itself for ever', rawPdf(page(`${WORDS} /X Do`), { more: [formInItself()] }), null],
  ['that unpacks to gigabytes', rawPdf(deflateSync(Buffer.alloc(150 * 1024 * 1024, ' '), { level: 9 })), 'bomb'],
])('a document %s is answered', async (_, bytes, code) => {
  const result = await read(bytes);
  if (code === null) expect(textOf(result)).toContain('two million');
  else expect(codeOf(result)).toBe(code);
});

test('a stream packed twice over is read, unless it unpacks to gigabytes', async () => {
  expect(textOf(await read(rawPdf(deflateSync(page(WORDS)), { filter: '[/FlateDecode /FlateDecode]' })))).toBe(
    'two million',
  );
  const twice = deflateSync(deflateSync(Buffer.alloc(150 * 1024 * 1024, ' ')));
  expect(codeOf(await read(rawPdf(twice, { filter: '[/FlateDecode /FlateDecode]' })))).toBe('bomb');
});

function formInItself(): string {
  return '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream';
}
