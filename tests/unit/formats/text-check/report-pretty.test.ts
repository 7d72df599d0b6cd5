import { describe, expect, test } from 'vitest';
import { reportJson } from '@/formats/text-check/report-files';
import { reportPretty } from '@/formats/text-check/report-pretty';
import { findingOf, sampleReport, TEXT } from '../../../support/text-report';

/** Of the sample as a PDF: a page a paragraph, or line. */
const PAGES = [0, TEXT.indexOf('Some'), TEXT.indexOf('The sex')];

const ESCAPE = '\u001b';

describe('the report for a terminal', () => {
  const plain = reportPretty(sampleReport());

  test('names each figure with its verdict, its claim and its line, and says the sum last', () => {
    expect(plain).toContain('  1. “1.8 million”  × distorted  C46  (line 1)');
    expect(plain).toContain('  2. “45,321”  ○ no source known  (line 2)');
    expect(plain).toContain('  4. “1.7 million”  ✓ faithful  C46  (line 4)');
    expect(plain).toMatch(/draft\.txt: 4 figures: 1 distorted, .* 2 errors, 1 warning\.\nChecked on 2026-11-26/);
    expect(plain).toContain('line 2: “2021”, year');
  });

  test('says how many figures were not checked, where a text has too many', () => {
    const { check } = sampleReport();
    const many = sampleReport({ check: { ...check, summary: { ...check.summary, leftOut: 1200 } } });
    expect(reportPretty(many)).toContain('Not checked: 1,200 more figures behind these.');
    expect(plain).not.toContain('Not checked');
  });

  test('has colours only where they are asked for, and says the same without them', () => {
    expect(plain).not.toContain(ESCAPE);
    const coloured = reportPretty(sampleReport(), { hasColours: true, columns: 100 });
    expect(coloured).toContain(`${ESCAPE}[31m× distorted${ESCAPE}[0m`);
    expect(coloured.replace(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), '')).toBe(plain);
  });

  test('lets no text steer the terminal or turn its words round', () => {
    const text = `A ${ESCAPE}[2J\u202e1.8 million\u0007\u009b31m children`;
    const { check } = sampleReport();
    const finding = findingOf(text, `${ESCAPE}[2J\u202e1.8 million\u0007\u009b31m`);
    const said = reportPretty(
      sampleReport({ text, name: `${ESCAPE}]0;x\u0007.txt`, check: { ...check, findings: [finding], words: [] } }),
    );
    expect(said).toContain('1.8 million');
    expect(said.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  });

  test('keeps to the width of the terminal', () => {
    const lines = reportPretty(sampleReport(), { hasColours: false, columns: 60 }).split('\n');
    expect(
      lines.filter((line) => line.length > 60 && !line.includes('https://') && !line.includes('draft.txt:')),
    ).toEqual([]);
  });
});

test('of a PDF, whose lines are not those of its text, the page is named', () => {
  const said = reportPretty(sampleReport({ pageStarts: PAGES }));
  expect(said).toContain('“1.8 million”  × distorted  C46  (page 1)');
  expect(said).toContain('“1.7 million”  ✓ faithful  C46  (page 3)');
  expect(said).toContain('page 3: “sex trade” is an older term.');
  expect(said).not.toMatch(/\(line \d/);
});

test('the report as JSON holds what the API answers, for each text by its name', () => {
  const report = sampleReport();
  const unread = [{ name: 'c.pdf', message: 'It is empty.' }];
  const withPages = { ...report, name: 'b.pdf', pageStarts: PAGES };
  const answered = (pages: (number | null)[]) => ({
    ...report.check,
    findings: report.check.findings.map((finding, index) => ({ ...finding, page: pages[index] })),
  });
  expect(JSON.parse(reportJson([report, withPages], { ...report, unread }))).toEqual({
    checkedOn: '2026-11-26',
    evidenceBase: 'https://plumbline.example',
    texts: [
      { name: 'draft.txt', data: answered([null, null, null, null, null]) },
      { name: 'b.pdf', data: answered([1, 2, 2, 3, 2]) },
    ],
    unread,
  });
});
