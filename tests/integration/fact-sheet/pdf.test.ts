import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { longPrint } from '../../../bench/long-print';
import { renderPdf } from '@/formats/fact-sheet/pdf/pdf';
import type { Print } from '@/formats/fact-sheet/print-model';
import { isInstalled, runProgram, withFile } from '../../support/other-programs';
import { smallPrint, text } from '../../support/prints';

const hasPoppler = isInstalled('pdfinfo', ['-v']);
const hasQpdf = isInstalled('qpdf');

/** What a program prints of a file. */
function said(program: string, before: readonly string[], pdf: Buffer, after: readonly string[] = []): string {
  return withFile('sheet.pdf', pdf, (path) => {
    const result = runProgram(program, [...before, path, ...after]);
    expect(result, program).toMatchObject({ code: 0 });
    return result?.stdout ?? '';
  });
}

/** The file with nothing in it packed. */
function unpacked(pdf: Buffer): string {
  return withFile('sheet.pdf', pdf, (path, folder) => {
    const out = join(folder, 'unpacked.pdf');
    expect(runProgram('qpdf', ['--qdf', '--object-streams=disable', path, out])).toMatchObject({ code: 0 });
    return readFileSync(out, 'latin1');
  });
}

const textOf = (pdf: Buffer) => said('pdftotext', ['-layout'], pdf, ['-']);
const structureOf = (pdf: Buffer) => said('pdfinfo', ['-struct-text'], pdf);
const closed = (words: string) => words.replace(/\s+/g, ' ');

describe('a fact sheet as PDF', { timeout: 60_000 }, () => {
  it('is the same file, byte by byte, for the same print', async () => {
    const first = await renderPdf(smallPrint());
    await renderPdf(longPrint(3));
    expect((await renderPdf(smallPrint())).equals(first)).toBe(true);
    expect((await renderPdf(smallPrint({ title: 'Another' }))).equals(first)).toBe(false);
  });

  it.skipIf(!hasQpdf)('is a sound file to qpdf', async () => {
    for (const print of [smallPrint(), smallPrint({ paper: 'letter', banner: 'Preview: not a release' })]) {
      expect(said('qpdf', ['--check'], await renderPdf(print))).toContain('No syntax or stream encoding errors found');
    }
  });

  it.skipIf(!hasPoppler)('says in its properties what it is, and that it is tagged', async () => {
    const info = said('pdfinfo', [], await renderPdf(smallPrint({ title: 'Figures & <what> they say' })));
    expect(info).toMatch(/Title: +Figures & <what> they say/);
    expect(info).toMatch(/Author: +Committee office & partners/);
    expect(info).toMatch(/Keywords: .*R7KQ2M9XD, sha256:3f3f/);
    expect(info).toMatch(/CreationDate: +Thu Nov 26 .*2026/);
    expect(info).toMatch(/Tagged: +yes/);
    const metadata = said('pdfinfo', ['-meta'], await renderPdf(smallPrint({ title: 'Figures & <what> they say' })));
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(metadata).toContain('Figures &amp; &lt;what&gt; they say');
  });

  it.skipIf(!hasPoppler)('comes on the paper that was asked for', async () => {
    expect(said('pdfinfo', [], await renderPdf(smallPrint()))).toContain('(A4)');
    expect(said('pdfinfo', [], await renderPdf(smallPrint({ paper: 'letter' })))).toContain('(letter)');
  });

  it.skipIf(!hasPoppler)('brings every font with it', async () => {
    const rows = said('pdffonts', [], await renderPdf(smallPrint()))
      .trim()
      .split('\n')
      .slice(2);
    expect(rows.length).toBeGreaterThan(3);
    // Columns: embedded, a subset, can be read back as text.
    for (const row of rows) expect(row).toMatch(/ yes yes yes /);
  });

  it.skipIf(!hasPoppler)('tells a screen reader headings, lists, tables, figures, links and notes', async () => {
    const structure = structureOf(await renderPdf(smallPrint()));
    for (const element of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Figure', 'Link', 'Reference']) {
      expect(structure, element).toMatch(new RegExp(`^ *${element} \\(|^ *${element}:?$`, 'm'));
    }
    expect(structure).toMatch(/THead\n +TR\n +TH:\n +\/Scope \/Column\n +"Year"/);
    expect(structure).toMatch(/TBody\n +TR\n +TH:\n +\/Scope \/Row\n +"2021"\n +TD\n/);
    expect(structure).toMatch(/Note <note-000001>/);
    // A running foot is for the eye only.
    expect(structure).not.toContain('Page 1 of');
  });

  it.skipIf(!hasQpdf)('puts nothing on a page that is neither told nor marked as decoration', async () => {
    const print = smallPrint({ banner: 'Preview: not a release', direction: 'rtl' });
    const file = unpacked(await renderPdf(print));
    let painted = 0;
    for (const [, content = ''] of file.matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
      if (!/ (BDC|BMC)$/m.test(content)) continue;
      let depth = 0;
      for (const line of content.split('\n')) {
        if (/ (BDC|BMC)$/.test(line)) depth += 1;
        else if (line === 'EMC') depth -= 1;
        else if (/\b(TJ|Do|f)\b/.test(line)) {
          painted += 1;
          expect(depth, line).toBe(1);
        }
      }
      expect(depth).toBe(0);
    }
    expect(painted).toBeGreaterThan(100);
  });

  it.skipIf(!hasQpdf)('has a bookmark for every heading, and words for every link', async () => {
    const file = unpacked(await renderPdf(smallPrint()));
    const bookmarks = [...file.matchAll(/\/Parent \d+ 0 R\n(?: {2}\/Prev \d+ 0 R\n)? {2}\/Title \((.*)\)/g)].map(
      ([, title]) => title,
    );
    expect(bookmarks).toEqual(
      expect.arrayContaining([
        'How many children',
        'Points to make',
        'Notes',
        'References',
        'How to verify this sheet',
      ]),
    );
    const links = file.match(/\/Subtype \/Link/g)?.length ?? 0;
    expect(links).toBeGreaterThan(4);
    expect(file.match(/\/Contents \(.+\)/g)?.length).toBe(links);
  });

  it.skipIf(!hasPoppler)('leaves out no fact of any note', async () => {
    const print = longPrint(12);
    const structure = closed(structureOf(await renderPdf(print)));
    for (const { facts, title } of print.notes) {
      expect(structure).toContain(title.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''));
      for (const { label, inlines } of facts) {
        expect(structure).toContain(`"${label}"`);
        expect(structure).toContain(inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''));
      }
    }
  });

  it.skipIf(!hasPoppler)('numbers its pages, and warns on each of them when it is no release', async () => {
    const pages = textOf(await renderPdf({ ...longPrint(12), banner: 'Preview: not a release' })).split('\f');
    const count = pages.length - 1;
    expect(count).toBeGreaterThan(2);
    for (const [index, page] of pages.slice(0, count).entries()) {
      expect(page).toContain(`Page ${index + 1} of ${count}`);
      expect(page).toContain('Preview: not a release');
    }
  });

  it.skipIf(!hasPoppler)('never leaves a heading alone at the foot of a page', async () => {
    for (let lines = 30; lines < 42; lines += 1) {
      const body: Print['body'] = [
        ...Array.from({ length: lines }, () => paragraph('One line.')),
        { kind: 'heading', level: 2, id: 'last', text: 'The heading' },
        paragraph('What follows it.'),
      ];
      const pages = textOf(await renderPdf(smallPrint({ body, notes: [], end: [] }))).split('\f');
      const page = pages.find((words) => words.includes('The heading'));
      expect(page).toContain('What follows it.');
    }
  });

  it.skipIf(!hasPoppler)('repeats the head of a table on every page it reaches', async () => {
    const rows = Array.from({ length: 120 }, (_, row) => [[text(`Row ${row}`)], [text('a value')]]);
    const body: Print['body'] = [{ kind: 'table', caption: 'Many', heads: ['Named so', 'Valued so'], rows }];
    const pages = textOf(await renderPdf(smallPrint({ body, notes: [], end: [] })))
      .split('\f')
      .filter((page) => page.includes('a value'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('Named so');
  });

  it('never makes a link of an address that would run something', async () => {
    const body: Print['body'] = [
      {
        ...paragraph(''),
        inlines: [{ kind: 'text', text: 'here', href: 'javascript:alert(1)' }],
      },
    ];
    const pdf = await renderPdf(smallPrint({ body, subtitle: [], notes: [], end: [] }));
    expect(pdf.toString('latin1')).not.toMatch(/javascript|\/URI/i);
  });
});

function paragraph(words: string): Extract<Print['body'][number], { kind: 'paragraph' }> {
  return { kind: 'paragraph', role: 'prose', inlines: [text(words)], tongue: null };
}
