import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteNumber } from '../../../bench/long-print';
import { renderPdf } from '@/formats/fact-sheet/pdf/pdf';
import type { Print, Tongue } from '@/formats/fact-sheet/print-model';
import { isInstalled, runProgram, withFile } from '../../support/other-programs';
import { smallPrint, text } from '../../support/prints';

const hasPoppler = isInstalled('pdftotext', ['-v']);

const sheet = (words: string, tongue: Tongue = null, over: Partial<Print> = {}) =>
  smallPrint({
    body: [{ kind: 'paragraph', role: 'prose', inlines: [text(words)], tongue }],
    notes: [],
    end: [],
    ...over,
  });

/** Without the marks by which pdftotext wraps what runs from right to left. */
const textOf = (pdf: Buffer) =>
  withFile('sheet.pdf', pdf, (path) => {
    const result = runProgram('pdftotext', ['-layout', path, '-']);
    expect(result).toMatchObject({ code: 0 });
    return (result?.stdout ?? '').replace(/[\u202a-\u202e]/g, '').replace(/\s+/g, ' ');
  });

/** Where pdftotext guesses: it puts vowel signs before the letter that bears them, and a space on either side of a comma. */
const bare = (words: string) => words.replace(/[\u064b-\u0652]/g, '').replace(/\s*([،؟,.])\s*/g, '$1');

describe('a PDF in many scripts', { timeout: 60_000 }, () => {
  it.skipIf(!hasPoppler).each([
    ['Greek', 'el', 'Ένα στα οκτώ παιδιά'],
    ['Cyrillic', 'ru', 'Каждый восьмой ребёнок'],
    ['Vietnamese', 'vi', 'Một trong tám trẻ em được hỏi'],
    ['Chinese', 'zh', '在接受调查的国家中，儿童被要求提供图片。'],
    ['Japanese', 'ja', '子どもの権利に関する報告書'],
    ['Korean', 'ko', '아동의 권리에 관한 보고서'],
    ['Thai', 'th', 'เด็กหนึ่งในแปดคน'],
    ['Hindi', 'hi', 'हर आठ में से एक बच्चे, हिन्दी, क्षेत्र'],
  ])('can be read back in %s', async (_, language, words) => {
    expect(textOf(await renderPdf(sheet(words, { language, direction: 'ltr' })))).toContain(words);
  });

  it.skipIf(!hasPoppler).each([
    ['Arabic', 'ar', 'الاستغلال الجنسي للأطفال عبر الإنترنت، ماذا تقول الأرقام؟'],
    ['Arabic with vowel signs', 'ar', 'وجدت دراسة أن طفلًا واحدًا طُلبت منه صور'],
    ['Hebrew', 'he', 'שלום עולם, ילדים נפגעו.'],
  ])('can be read back in its own order in %s', async (_, language, words) => {
    // A sheet in one script: in lines of two, pdftotext guesses which one leads.
    const over = { direction: 'rtl' as const, title: words, subtitle: [], footer: '', pageText: () => '' };
    const read = textOf(await renderPdf(sheet(words, { language, direction: 'rtl' }, over)));
    expect(bare(read)).toContain(bare(words));
  });

  it.skipIf(!hasPoppler)('keeps the groups of a figure in their order among right-to-left words', async () => {
    const words = 'سُجل 29 397 681 بلاغًا';
    expect(textOf(await renderPdf(sheet(words, { language: 'ar', direction: 'rtl' })))).toContain('29 397 681');
  });

  it('tells how right-to-left words with figures and brackets are read', async () => {
    const words = 'الأطفال (12.6%) في 13 بلدًا';
    const pdf = await renderPdf(sheet(words, { language: 'ar', direction: 'rtl' }));
    const encoded = Buffer.from(`\ufeff${words}`, 'utf16le').swap16();
    // Brackets and backslashes stand behind a backslash in a string of the file.
    const written = encoded.toString('latin1').replace(/[()\\\n\r\t\b\f]/g, (letter) => ESCAPED[letter] ?? letter);
    expect(pdf.toString('latin1')).toContain(`/ActualText (${written})`);
  });

  it.skipIf(!hasPoppler)('shows that there was a character where no font has it', async () => {
    const read = textOf(await renderPdf(sheet('before \u0001\ud800 after')));
    expect(read).toContain('before \ufffd\ufffd after');
  });

  it('never fails, whatever is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom<('ltr' | 'rtl')[]>('ltr', 'rtl'),
        async (binary, graphemes, direction) => {
          const half = `${binary}\ud800`;
          const note = { ...noteNumber(1), title: [text(half)], facts: [{ label: graphemes, inlines: [text(half)] }] };
          const pdf = await renderPdf(
            sheet(
              half,
              { language: graphemes, direction },
              { title: half, footer: graphemes, direction, notes: [note] },
            ),
          );
          expect(pdf.subarray(-6).toString()).toContain('%%EOF');
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['an empty sheet', smallPrint({ title: '', subtitle: [], body: [], notes: [], end: [], footer: '' })],
    ['500 notes', smallPrint({ notes: Array.from({ length: 500 }, (_, index) => noteNumber(index + 1)) })],
    ['200 kB of prose', sheet('Words of a prose that goes on and on, with figures. '.repeat(4000))],
    ['one word of 200 kB', sheet('x'.repeat(200_000))],
    ['200 kB of Arabic', sheet('وجدت دراسة شملت 13 بلدًا. '.repeat(8000), { language: 'ar', direction: 'rtl' })],
    ['200 kB without a space', sheet('เด็กหนึ่งในแปดคน'.repeat(12_000))],
    ['a letter with 200 000 accents', sheet(`e${'\u0301'.repeat(200_000)}`)],
  ])('is made of %s', async (_, print) => {
    expect((await renderPdf(print)).length).toBeGreaterThan(1000);
  });
});

const ESCAPED: Record<string, string> = {
  '(': '\\(',
  ')': '\\)',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};
