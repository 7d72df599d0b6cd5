import { noteNumber } from '../../bench/long-print';
import type { Inline, Print, PrintBlock } from '@/formats/fact-sheet/print-model';

// Sheets to be printed, made up: what the renderers are tried with.

export const text = (words: string): Inline => ({ kind: 'text', text: words });

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200"><rect width="640" height="200" fill="#f3f0e9"/><path d="M20 160L200 120L400 60L620 40" stroke="#0d5866" stroke-width="4" fill="none"/><text x="20" y="30" font-family="Inter" font-size="16">Reports by year</text></svg>`;

/** A small sheet with everything in it that a sheet can have. */
export function smallPrint(over: Partial<Print> = {}): Print {
  return {
    language: 'en',
    direction: 'ltr',
    paper: 'a4',
    title: 'Online sexual exploitation of children: what the figures can say',
    subtitle: [
      text('For the members of the committee · 26 November 2026 · Release '),
      { kind: 'text', text: 'R7KQ2M9XD', href: 'https://plumbline.example/verify/R7KQ2M9XD' },
    ],
    body: smallBody(),
    notesTitle: 'Notes',
    notes: [1, 2, 3].map(noteNumber),
    end: smallEnd(),
    footer:
      'Made from Plumbline, release R7KQ2M9XD of 26 November 2026. Verify it at https://plumbline.example/verify/R7KQ2M9XD',
    pageText: (page, of) => `Page ${page} of ${of}`,
    metadata: {
      author: 'Committee office & partners',
      keywords: ['fact sheet', 'evidence'],
      created: '2026-11-26T10:00:00Z',
      releaseId: 'R7KQ2M9XD',
      sha256: '3f'.repeat(32),
      verifyAt: 'https://plumbline.example/verify/R7KQ2M9XD',
    },
    banner: null,
    ...over,
  };
}

function smallBody(): PrintBlock[] {
  return [
    { kind: 'heading', level: 2, id: 'scale', text: 'How many children' },
    {
      kind: 'paragraph',
      role: 'prose',
      tongue: null,
      inlines: [
        text('A survey of 13 countries found that '),
        { kind: 'text', text: 'one child in eight', strong: true },
        text(' was asked for sexual images'),
        { kind: 'note', number: 1 },
        { kind: 'note', number: 2 },
        text('. The figure is a '),
        { kind: 'text', text: 'prevalence', emphasis: true },
        text(', not a count of reports: 12.5 % ≥ 10 %, 300 000 → 302 000, “as printed”. It was called '),
        { kind: 'text', text: 'عدد الأطفال (2023)', tongue: { language: 'ar', direction: 'rtl' } },
        text(' in the Arabic summary and '),
        { kind: 'text', text: 'Zahl der Kinder', tongue: { language: 'de', direction: 'ltr' } },
        text(' in the German one.'),
      ],
    },
    {
      kind: 'paragraph',
      role: 'claim',
      tongue: null,
      inlines: [
        text('In 2023, 12.6 % of children aged 12–17 in the countries surveyed were asked for sexual images.'),
        { kind: 'note', number: 1 },
      ],
    },
    { kind: 'paragraph', role: 'caveat', tongue: null, inlines: [text('The method is weak: low reliability.')] },
    { kind: 'paragraph', role: 'meta', tongue: null, inlines: [text('Checked on 26 November 2026.')] },
    { kind: 'heading', level: 3, id: 'points', text: 'Points to make' },
    {
      kind: 'list',
      items: ['Reports are not children.', 'A stock is not a flow.'].map((words) => ({
        inlines: [text(words)],
        tongue: null,
      })),
    },
    {
      kind: 'table',
      caption: 'Reports to hotlines',
      heads: ['Year', 'Reports', 'What is counted'],
      rows: ['2021', '2022', '2023'].map((year) => [
        [text(year)],
        [text('29 397 681')],
        [text('Reports, of which one child can be in many, and many children in one')],
      ]),
    },
    { kind: 'figure', svg: SVG, alt: 'Reports rose from 2021 to 2023.', caption: 'Reports by year' },
  ];
}

function smallEnd(): PrintBlock[] {
  return [
    { kind: 'heading', level: 2, id: 'references', text: 'References' },
    {
      kind: 'references',
      items: [1, 2].map((number) => ({
        number,
        inlines: [
          text(`Author ${number}, A. (2023). `),
          { kind: 'text', text: 'Disrupting harm: a report', emphasis: true },
          text('. '),
          { kind: 'text', text: 'https://doi.org/10.1000/xyz123', href: 'https://doi.org/10.1000/xyz123' },
        ],
      })),
    },
    { kind: 'heading', level: 2, id: 'verify', text: 'How to verify this sheet' },
    { kind: 'qr', text: 'https://plumbline.example/verify/R7KQ2M9XD', alt: 'QR code of the verification address' },
  ];
}
