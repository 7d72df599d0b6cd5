import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PdfItem } from '@/formats/document-text/pdf-segments';
import { linedPage, pdfText } from '@/formats/document-text/pdf-text';

const HEIGHT = 800;

function item(text: string, x: number, y: number, more: Partial<PdfItem> = {}): PdfItem {
  const size = more.size ?? 10;
  return {
    text,
    x,
    y,
    width: 0.5 * size * text.length,
    size,
    isRtl: false,
    isTurned: false,
    isAfterSpace: false,
    ...more,
  };
}

const page = (items: PdfItem[]) => linedPage({ items, height: HEIGHT });
const textOf = (...pages: PdfItem[][]) => pdfText(pages.map(page)).text;

/** Lines under one another, from a height on. */
const lines = (texts: string[], x = 50, y = 100) => texts.map((text, index) => item(text, x, y + 12 * index));

test.each<[string, string[], string]>([
  [
    'a word parted by a line becomes whole',
    ['it is a misinter-', 'pretation of what'],
    'it is a misinterpretation of what',
  ],
  ['a soft hyphen goes', ['it is a misinter\u00ad', 'pretation of what'], 'it is a misinterpretation of what'],
  [
    'a number in words keeps its hyphen',
    ['of these twenty-', 'five per cent were'],
    'of these twenty-five per cent were',
  ],
  ['a fraction in words keeps its hyphen', ['about two-', 'thirds of them said'], 'about two-thirds of them said'],
  ['a range keeps its hyphen', ['about 40-', '50 per cent of them'], 'about 40-50 per cent of them'],
  ['a name keeps its hyphen', ['in sub-', 'Saharan countries it'], 'in sub-Saharan countries it'],
  [
    'a hyphen that the document has elsewhere stays',
    ['a long-term and a long-', 'term study'],
    'a long-term and a long-term study',
  ],
  [
    'a number parted from its noun stays beside it',
    ['there are 1.8', 'million children'],
    'there are 1.8 million children',
  ],
])('%s', (_, printed, text) => {
  expect(textOf(lines(printed))).toBe(text);
});

test.each<[string, PdfItem[], string]>([
  [
    'smaller and raised, it is raised digits',
    [item('1.8 million', 50, 100), item('10', 105, 96, { size: 6 }), item(' children', 111, 100)],
    '1.8 million¹⁰ children',
  ],
  [
    'drawn after everything else, it comes to its number',
    [
      item('in 36', 50, 100),
      item('countries and regions', 85, 100),
      item('and more', 50, 112),
      item('7', 75, 97, { size: 6 }),
    ],
    'in 36⁷ countries and regions and more',
  ],
  [
    'several of them keep their signs',
    [item('1.8 million', 50, 100), item('10,12–14', 105, 96, { size: 6 })],
    '1.8 million¹⁰,¹²–¹⁴',
  ],
  ['raised letters stay with their number', [item('the 19', 50, 100), item('th', 80, 96, { size: 6 })], 'the 19th'],
  ['on the line and as large as it, it is a number', [item('in ', 50, 100), item('36', 65, 100)], 'in 36'],
])('the mark of a note: %s', (_, items, text) => {
  expect(textOf(items)).toBe(text);
});

test('pieces of one word come together, and spaces are seen where none is written', () => {
  expect(textOf([item('tw', 50, 100), item('o', 60, 100), item('million', 68, 100)])).toBe('two million');
});

test('a sentence goes on over the page, and each page keeps its span', () => {
  const { text, pages } = pdfText([
    page([...lines(['There were more than', 'two'], 50, 400), item('7', 300, 780)]),
    page([...lines(['million children.', 'And more.'], 50, 100), item('8', 300, 780)]),
  ]);
  expect(text).toBe('There were more than two million children. And more.');
  expect(pages.map(({ start, end }) => text.slice(start, end))).toEqual([
    'There were more than two',
    'million children. And more.',
  ]);
});

test('a word parted by the end of a page becomes whole, and the spans hold no letter twice', () => {
  const { text, pages } = pdfText([page(lines(['There were two mil-'])), page(lines(['lion children.']))]);
  expect(text).toBe('There were two million children.');
  expect(pages.map(({ start, end }) => text.slice(start, end)).join('|')).toBe('There were two mil|lion children.');
});

test('a number alone at the edge of a page stays, unless it counts the pages', () => {
  expect(textOf([item('65', 300, 780), ...lines(['per cent of all'])])).toContain('65');
  expect(textOf([...lines(['per cent of all']), item('1', 300, 780)])).toBe('per cent of all');
});

test('what is written askew across a page breaks no sentence', () => {
  const text = textOf([
    ...lines(['two']),
    item('DRAFT 2020', 60, 105, { isTurned: true, size: 40 }),
    ...lines(['million'], 50, 112),
  ]);
  expect(text).toBe('two million\n\nDRAFT 2020');
});

test('whatever stands wherever, no letter is lost and spans are in order', () => {
  const anyItem = fc.record({
    text: fc.stringMatching(/^[a-z]{1,9}$/),
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 100, max: 700 }),
    width: fc.integer({ min: 0, max: 200 }),
    size: fc.constantFrom(0, 6, 10, 24),
    isRtl: fc.boolean(),
    isTurned: fc.boolean(),
    isAfterSpace: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(fc.array(anyItem, { maxLength: 40 }), { maxLength: 4 }), (pages) => {
      const read = pdfText(pages.map(page));
      const letters = (text: string) => [...text.replace(/[^a-z]/g, '')].sort().join('');
      const all = pages.flat().map(({ text }) => text);
      expect(letters(read.text)).toBe(letters(all.join('')));
      let at = 0;
      for (const { start, end } of read.pages) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThanOrEqual(start);
        at = end;
      }
    }),
  );
});

test.each<[string, PdfItem[]]>([
  ['of one row without an end', Array.from({ length: 60_000 }, (_, index) => item('a', 5 * index, 100))],
  ['of one word', [item('a'.repeat(1_000_000), 0, 100), item('b', 0, 112)]],
  ['of lines without an end', lines(Array.from({ length: 100_000 }, () => 'word-'))],
  ['of marks alone', Array.from({ length: 100_000 }, (_, index) => item('10', 3 * index, index % 800, { size: 4 }))],
  [
    'of pieces here and there',
    Array.from({ length: 20_000 }, (_, index) =>
      item('word and word again', (index * 7919) % 600, (index * 104_729) % 700),
    ),
  ],
])('a page made to be slow is read all the same: %s', (_, items) => {
  expect(textOf(items).length).toBeGreaterThan(0);
});
