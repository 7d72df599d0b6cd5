import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { reportDocx, reportHtml, reportPdf } from '@/formats/text-check/report-files';
import { isInstalled, runProgram, withFile } from '../support/other-programs';
import { sampleReport } from '../support/text-report';
import { parseXml } from '../support/xml';

// The report of a checked text in the files that people hand on, opened with the programs of others.

const HOSTILE = `مرحبا 1.8 million طفل \u202e<b>\u0000 & {CURRENT} ]]>\n\n${sampleReport().text}`;
const hasReaders = isInstalled('qpdf') && isInstalled('pdftotext', ['-v']) && isInstalled('pdfinfo', ['-v']);

/** What other programs read in a PDF, which is sound to them. */
function readPdf(bytes: Uint8Array): { text: string; info: string } {
  return withFile('report.pdf', bytes, (path) => {
    expect(runProgram('qpdf', ['--check', path])?.code).toBe(0);
    const text = runProgram('pdftotext', ['-layout', path, '-'])?.stdout ?? '';
    return { text, info: runProgram('pdfinfo', [path])?.stdout ?? '' };
  });
}

describe('the report as PDF', () => {
  test.runIf(hasReaders)('is a sound, tagged file that marks every figure and tells every finding', async () => {
    const { text, info } = readPdf(await reportPdf(sampleReport()));
    for (const words of [
      ...['Check of draft.txt', '1.8 million [× distorted]1', '45,321 [', 'half [? possibly]3', 'Findings'],
      ...['Stock to flow', 'score 0.82 of 1', 'Approved sentence', 'ILO 2022, p. 3', 'Older terms'],
    ]) {
      expect(text).toContain(words);
    }
    expect(info).toMatch(/Tagged: +yes/);
  });

  test('is the same to the byte for the same text', async () => {
    expect((await reportPdf(sampleReport())).equals(await reportPdf(sampleReport()))).toBe(true);
  });
});

describe('the report as a Word file', () => {
  test('lists the findings at the end, and leads from each figure to its own', async () => {
    const parts = unzipSync(await reportDocx(sampleReport()));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(xml).not.toContain('w:footnoteReference');
    const jumps = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="(place_\d+)"/g)].map(([, place]) => place);
    expect(new Set(jumps).size).toBe(4);
    for (const place of jumps) expect(xml).toContain(`w:name="${place}"`);
    const said = xml.replace(/<[^>]*>/g, '');
    expect(said).toContain('1.8 million [× distorted]1');
    expect(said).toContain('What changed: Stock to flow: stock → flow.');
    expect(xml).toMatch(/<w:shd [^>]*w:fill="fbe0d8"/i);
  });

  test('is the same to the byte for the same text', async () => {
    expect((await reportDocx(sampleReport())).equals(await reportDocx(sampleReport()))).toBe(true);
  });
});

test('a text in two directions, with markup and control characters, breaks no file', { timeout: 60_000 }, async () => {
  const report = sampleReport({ text: HOSTILE, name: 'a <b>\u0007 & "c".txt' });
  expect(reportHtml(report)).toContain('&lt;b&gt; &amp; {CURRENT} ]]&gt;');
  const pdf = await reportPdf(report);
  if (hasReaders) expect(readPdf(pdf).text).toContain('& {CURRENT} ]]>');
  const parts = unzipSync(await reportDocx(report));
  for (const name of ['word/document.xml', 'docProps/core.xml', 'word/footer1.xml']) {
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    expect(parseXml(xml).children.length, name).toBeGreaterThan(0);
  }
});
