import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportHtml } from '@/formats/text-check/report-files';
import { findingOf, sampleReport, TEXT } from '../../../support/text-report';

const html = reportHtml(sampleReport());
/** What a reader sees, with the markup gone. */
const read = (markup: string) =>
  markup
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

describe('the report as a page', () => {
  test('loads nothing and runs nothing', () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|\son\w+=/i);
  });

  test('marks each figure in the text with a colour, a sign, a word and the number of its finding', () => {
    const marks = [
      ...html.matchAll(/<mark class="tone-(\w+)"><strong>([^<]*)<\/strong><\/mark><mark[^>]*> \[(.*?)\]/g),
    ];
    expect(marks.map(([, tone, figure, label]) => [tone, figure, label])).toEqual([
      ['wrong', '1.8 million', '× distorted'],
      ['unknown', '45,321', '○ no source known'],
      ['open', 'half', '? possibly'],
      ['right', '1.7 million', '✓ faithful'],
    ]);
    for (const number of [1, 2, 3, 4]) {
      expect(html).toContain(`href="#note-${number}"`);
      expect(html).toContain(`<li id="note-${number}"`);
    }
  });

  test('says of a distorted figure everything that its verdict rests on, and what can be said instead', () => {
    const said = read(html);
    for (const words of [
      'Stock to flow: stock → flow.',
      'C46: About 1.7 million children were in commercial sexual exploitation in 2021.',
      'ILO 2022, p. 3',
      'Low (provisional).',
      'Children who become victims each year.',
      'score 0.82 of 1; the same number; names ILO',
      'A leaflet 2005, “1.8 million a year” (stock to flow; C46, citation 12)',
      'error PL011, Stock given as a flow: C46 is a stock. Leave out “Every year”.',
      'ILO 2022: Global Estimates. ILO, 2022',
      'Not “every year”: it is a number at one time',
      'C1 (score 0.61)',
      '“sex trade” is an older term. Avoid it.',
      '“2021”: year',
    ]) {
      expect(said).toContain(words);
    }
    expect(said.match(/Children who become victims each year/g)).toHaveLength(4);
  });

  test('names the page of each figure where the text was a PDF', () => {
    const paged = read(reportHtml(sampleReport({ pageStarts: [0, TEXT.indexOf('The sex')] })));
    expect(paged.match(/Page\s*:?\s*[12]/g)?.map((page) => page.at(-1))).toEqual(['1', '1', '1', '2']);
    expect(read(html)).not.toMatch(/Page\s*:?\s*\d/);
  });

  test('says what it is, of which file and of which day, and what it is not', () => {
    const said = read(html);
    expect(said).toContain('Check of draft.txt');
    expect(said).toContain('Checked on 2026-11-26 against the evidence base at https://plumbline.example');
    expect(said).toContain('4 figures: 1 distorted, 1 possibly, 1 no source known, 1 faithful. 2 errors, 1 warning.');
    expect(said).toContain('it does not mean that the figure is false');
    expect(html).not.toContain('plumbline:release');
  });

  test('holds no character that would turn round how the others are seen', () => {
    const { text } = sampleReport();
    expect(reportHtml(sampleReport({ text: `\u202e${text}`, name: '\u202etxt.exe' }))).not.toContain('\u202e');
  });

  test('shows the markup of a text as text', () => {
    expect(html).toContain('&lt;b&gt;at night&lt;/b&gt;');
    expect(html).not.toContain('<b>');
  });

  test('keeps the lines of a list apart, and puts those together that a page had broken', () => {
    const wrapped =
      'This line was broken where the edge of the page is,\nand goes on in the next, as it does in letters.';
    const page = reportHtml(sampleReport({ text: `${wrapped}\n\nGoals:\n- first\n- second` }));
    expect(page).toContain('where the edge of the page is, and goes on');
    expect(page).toContain('<p class="prose">- first</p>\n<p class="prose">- second</p>');
  });

  test('is the same to the letter for the same text', () => {
    expect(reportHtml(sampleReport())).toBe(html);
  });

  test('holds every word of any text, and no markup of it', () => {
    const letters = fc.constantFrom(...'ab 1<>&"\'\n\u202e\u0000\u001b\ud800é\u05d0\u0645😀-');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 120 }), fc.nat(100), fc.nat(30), (text, at, length) => {
        const start = Math.min(at, text.length);
        const span = { start, end: Math.min(start + length, text.length) };
        const one = { ...findingOf('x', 'x'), span, sentence: span, text: text.slice(span.start, span.end) };
        const { check } = sampleReport();
        const page = reportHtml(sampleReport({ text, name: text, check: { ...check, findings: [one], words: [] } }));
        const said = read(page).replace(/\[○ no source known\]1|\s/g, '');
        const kept = text.replace(/[\s\p{Cc}\p{Cs}\u202e]/gu, '');
        expect(said).toContain(kept);
        expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
      }),
      { numRuns: 60 },
    );
  });
});
