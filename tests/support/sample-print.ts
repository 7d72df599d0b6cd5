import { readFileSync } from 'node:fs';
import type { Inline, Print, PrintBlock, PrintNote } from '@/formats/fact-sheet/print-model';
import { element, textLine } from '@/formats/svg/markup';

// A fact sheet as it is printed, for whoever tests what prints it. Claims, figures and limits are those of the evidence
// base that comes with the program; nothing is said here that it does not say.

type SeedClaim = {
  id: string;
  statement: string;
  figure: { value: number | null; low: number | null; high: number | null; unit: string; bound: string };
  population: { description: string };
  geography: string;
  period: { start: string | null; end: string | null; label: string };
  doesNotMeasure: string[];
  methodNote: { limits: string[] };
  citations: { source: string; locator: string | null; verification: { how: string } }[];
};

const FILES = ['global-estimates', 'forced-labour', 'detected-trafficking', 'iwf', 'ncmec', 'inhope', 'criticism'];

let read: SeedClaim[] | undefined;

/** Claims of the evidence base, as many as are asked for; beyond them, from the first again. */
export function seedClaims(count: number): SeedClaim[] {
  read ??= FILES.flatMap((file) => JSON.parse(readFileSync(`prisma/seed/claims/${file}.json`, 'utf8')) as SeedClaim[]);
  const claims = read;
  return Array.from({ length: count }, (_, at) => claims[at % claims.length] as SeedClaim);
}

export const text = (words: string, more: Partial<Extract<Inline, { kind: 'text' }>> = {}): Inline => ({
  kind: 'text',
  text: words,
  ...more,
});
export const note = (number: number): Inline => ({ kind: 'note', number });

const ENGLISH = { language: 'en', direction: 'ltr' } as const;

export function noteOf(claim: SeedClaim, number: number): PrintNote {
  const { figure, citations, methodNote } = claim;
  const values = [figure.value, figure.low, figure.high].map((value) => value ?? 'not established').join(' / ');
  const fact = (label: string, words: string) => ({ label, inlines: [text(words, { tongue: ENGLISH })] });
  return {
    number,
    claim: claim.id,
    title: [
      text(claim.id, { href: `https://plumbline.example/claims/${claim.id}` }),
      text(' '),
      text(claim.statement, { tongue: ENGLISH }),
    ],
    facts: [
      fact('Figure', `${values}, ${figure.unit} (${figure.bound})`),
      fact('Population', claim.population.description),
      fact('Place', claim.geography),
      fact('Period', claim.period.label ?? 'not established'),
      fact('Does not measure', claim.doesNotMeasure.join(' ') || 'not established'),
      fact('Known limits', methodNote.limits.join(' ') || 'not established'),
      fact('Citation', `${citations[0]?.source ?? 'none'}, ${citations[0]?.locator ?? 'no locator'}`),
      fact('Seen', citations[0]?.verification.how ?? 'not established'),
      fact('Checked', '26 November 2026'),
    ],
  };
}

/** A drawing with ids of its own, as charts have them. */
export function sampleSvg(title: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 480 160', width: 480, height: 160, 'font-family': 'Inter' },
    [
      element('title', { id: 'name' }, title),
      element('defs', {}, element('clipPath', { id: 'frame' }, element('rect', { width: 480, height: 160 }))),
      element('rect', { width: 480, height: 160, fill: '#fcfbf8', 'clip-path': 'url(#frame)' }),
      element('path', { d: 'M40 120L220 60L440 90', fill: 'none', stroke: '#0d5866', 'stroke-width': 3 }),
      textLine('2000', { x: 40, y: 145, 'font-size': 13, fill: '#55585e' }),
      textLine('2016', { x: 410, y: 145, 'font-size': 13, fill: '#55585e' }),
    ],
  )}\n`;
}

function bodyOf(claims: SeedClaim[]): PrintBlock[] {
  const [first, second, third] = claims as [SeedClaim, SeedClaim, SeedClaim];
  const english = (claim: SeedClaim, number: number): PrintBlock => ({
    kind: 'paragraph',
    role: 'claim',
    inlines: [text(claim.statement), note(number)],
    tongue: ENGLISH,
  });
  return [
    { kind: 'heading', level: 2, id: 'figures', text: 'Which figures there are' },
    {
      kind: 'paragraph',
      role: 'prose',
      inlines: [
        text('Few figures on the sexual exploitation of children were '),
        text('counted', { emphasis: true }),
        text('; most were '),
        text('estimated', { strong: true }),
        text('. The best known', {}),
        note(1),
        text(' is older than many who repeat it. Its origin is named at '),
        text('the evidence base', { href: 'https://plumbline.example/claims/C1?view=a&b=c' }),
        text('.'),
      ],
      tongue: null,
    },
    english(first, 1),
    {
      kind: 'paragraph',
      role: 'caveat',
      inlines: [text(`Does not measure: ${first.doesNotMeasure[0] ?? ''}`)],
      tongue: ENGLISH,
    },
    { kind: 'figure', svg: sampleSvg('A line'), alt: 'A line that rises and falls', caption: 'Figure 1. A drawing.' },
    { kind: 'heading', level: 3, id: 'others', text: 'Others' },
    english(second, 2),
    {
      kind: 'list',
      items: [
        { inlines: [text(third.statement), note(3)], tongue: ENGLISH },
        { inlines: [text('Said once more'), note(2), text(', and again'), note(3), text('.')], tongue: null },
      ],
    },
    {
      kind: 'table',
      caption: 'Table 1. The claims of this sheet',
      heads: ['Claim', 'Figure', 'Period'],
      rows: claims.map(({ id, figure, period }, at) => [
        [text(id), note(at + 1)],
        [text(`${figure.value?.toLocaleString('en') ?? 'not established'} ${figure.unit}`)],
        [text(period.label ?? 'not established')],
      ]),
    },
  ];
}

function endOf(claims: SeedClaim[], verifyAt: string): PrintBlock[] {
  return [
    { kind: 'heading', level: 2, id: 'references', text: 'References' },
    {
      kind: 'references',
      items: claims.map(({ citations }, at) => ({
        number: at + 1,
        inlines: [text(`${citations[0]?.source ?? 'none'} `), text('as cited', { emphasis: true }), text('.')],
      })),
    },
    { kind: 'heading', level: 2, id: 'verify', text: 'How to verify this sheet' },
    {
      kind: 'paragraph',
      role: 'meta',
      inlines: [text('Verify at '), text(verifyAt, { href: verifyAt })],
      tongue: null,
    },
    { kind: 'qr', text: verifyAt, alt: `QR code: ${verifyAt}` },
  ];
}

/** A sheet of six claims in English, or of as many as are asked for. */
export function samplePrint({ claims: count = 6, ...changes }: Partial<Print> & { claims?: number } = {}): Print {
  const claims = seedClaims(count);
  const verifyAt = 'https://plumbline.example/verify/R7KQ2M9XD';
  return {
    language: 'en',
    direction: 'ltr',
    paper: 'a4',
    title: 'What the figures on the sexual exploitation of children can carry',
    subtitle: [text('For members of parliament. Release 1 of 26 November 2026.')],
    body: bodyOf(claims),
    notesTitle: 'Notes',
    notes: claims.map((claim, at) => noteOf(claim, at + 1)),
    end: endOf(claims, verifyAt),
    footer: 'Plumbline R7KQ2M9XD, 26 November 2026',
    pageText: (page, of) => `Page ${page} of ${of}`,
    metadata: {
      author: 'A desk',
      keywords: ['C1', 'C2'],
      created: '2026-11-26T02:00:00Z',
      releaseId: 'R7KQ2M9XD',
      sha256: '5f2c'.repeat(16),
      verifyAt,
    },
    banner: null,
    ...changes,
  };
}

/** The same in Arabic, with names in Hebrew and Chinese: statements stay in English, as the evidence base has them. */
export function scriptsPrint(): Print {
  const inTongue = (language: string, direction: 'ltr' | 'rtl', words: string) =>
    text(words, { tongue: { language, direction } });
  return samplePrint({
    language: 'ar',
    direction: 'rtl',
    title: 'صحيفة وقائع: أرقام ومصادر',
    subtitle: [text('الإصدار 1 بتاريخ 26 نوفمبر 2026 (Plumbline)')],
    body: [
      { kind: 'heading', level: 2, id: 'names', text: 'أسماء المنظمات' },
      {
        kind: 'paragraph',
        role: 'prose',
        inlines: [
          text('منظمة العمل الدولية (International Labour Organization) هي بالعبرية '),
          inTongue('he', 'rtl', 'ארגון העבודה הבינלאומי'),
          text(' وبالصينية '),
          inTongue('zh-Hans', 'ltr', '国际劳工组织'),
          text('.'),
          note(1),
        ],
        tongue: null,
      },
      {
        kind: 'paragraph',
        role: 'prose',
        inlines: [text('国际劳工组织（ILO）发布了这一估计。')],
        tongue: { language: 'zh-Hans', direction: 'ltr' },
      },
      ...bodyOf(seedClaims(6)),
    ],
    notesTitle: 'ملاحظات',
    footer: 'Plumbline R7KQ2M9XD، 26 نوفمبر 2026',
    pageText: (page, of) => `صفحة ${page.toLocaleString('ar-EG')} من ${of.toLocaleString('ar-EG')}`,
    banner: 'معاينة: ليست إصدارا',
  });
}
