import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { reportDocx, reportHtml, reportPdf } from '@/formats/text-check/report-files';
import { sampleReport } from '../support/text-report';

// The report of a checked text in the files that people hand on, opened with the programs of others.

const HOSTILE = `مرحبا 1.8 million طفل \u202e<b>\u0000 & {CURRENT} ]]>\n\n${sampleReport().text}`;
const folder = mkdtempSync(join(tmpdir(), 'plumbline-report-'));

function pdfText(bytes: Uint8Array): string {
  const file = join(folder, 'report.pdf');
  writeFileSync(file, bytes);
  execFileSync('qpdf', ['--check', file]);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

describe('the report as PDF', () => {
  test('is a sound, tagged file that marks every figure and tells every finding', async () => {
    const said = pdfText(await reportPdf(sampleReport()));
    for (const words of [
      ...['Check of draft.txt', '1.8 million [× distorted]1', '45,321 [', 'half [? possibly]3', 'Findings'],
      ...['Stock to flow', 'score 0.82 of 1', 'Approved sentence', 'ILO 2022, p. 3', 'Older terms'],
    ]) {
      expect(said).toContain(words);
    }
    expect(execFileSync('pdfinfo', [join(folder, 'report.pdf')], { encoding: 'utf8' })).toMatch(/Tagged: +yes/);
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
  expect(pdfText(await reportPdf(report))).toContain('& {CURRENT} ]]>');
  const parts = unzipSync(await reportDocx(report));
  for (const name of ['word/document.xml', 'docProps/core.xml', 'word/footer1.xml']) {
    const file = join(folder, 'part.xml');
    writeFileSync(file, parts[name] ?? new Uint8Array());
    execFileSync('python3', ['-c', 'import sys, xml.dom.minidom as m; m.parse(sys.argv[1])', file]);
  }
});
