import type { Inline, Print, PrintBlock, PrintNote } from '../src/formats/fact-sheet/print-model';

// A fact sheet on as many claims as are wanted, made up: what the renderers are timed with.

const text = (words: string): Inline => ({ kind: 'text', text: words });

/** A note with all that is said of a claim. */
export function noteNumber(number: number): PrintNote {
  const facts: [label: string, value: string][] = [
    ['Figure', `${number}.6 % (95 % confidence interval ${number}.1–${number + 1}.2 %)`],
    ['Whom', 'Children aged 12 to 17 who use the internet'],
    ['Where', 'Thirteen countries'],
    ['When', '2020–2021'],
    ['Counts as', 'Being asked to share sexual images or videos of oneself without wanting to, in the past year'],
    ['Reliability', 'Moderate (provisional)'],
    ['Does not measure', 'Children under 12; children who do not use the internet; how often it happened to a child.'],
    ['Cited from', `Disrupting Harm, p. ${number}; states “${number}.6 %”`],
    ['Checked', '26 November 2026'],
  ];
  return {
    number,
    claim: `C${10000 + number}`,
    title: [text(`Share of children aged 12–17 asked for sexual images, claim number ${number}`)],
    facts: facts.map(([label, value]) => ({ label, inlines: [text(value)] })),
  };
}

/** A sheet on so many claims: a body of prose, a note of nine facts and a reference for each. */
export function longPrint(claims: number): Print {
  const numbers = Array.from({ length: claims }, (_, index) => index + 1);
  const body = numbers.flatMap((number): PrintBlock[] => [
    ...(number % 10 === 1
      ? [{ kind: 'heading' as const, level: 2 as const, id: `part-${number}`, text: `Part ${number}: what was found` }]
      : []),
    {
      kind: 'paragraph',
      role: 'prose',
      tongue: null,
      inlines: [
        text(`Claim ${number} was made by a survey of households, in which ${number * 37} children took part. `),
        text(
          'What it measures is whether something happened at all in the past year; what it does not measure is how ',
        ),
        text(`often, to whom else, and by whom. It was repeated ${number} times, mostly without the interval`),
        { kind: 'note', number },
        text('. A reader who needs one figure should take it with its bound, its period and its population.'),
      ],
    },
  ]);
  const items = numbers.map((number) => ({
    number,
    inlines: [
      text(`Surname${number}, A., & Other, B. (20${10 + (number % 15)}). `),
      { kind: 'text' as const, text: `A study of matter ${number} in many countries`, emphasis: true },
      text(`. Journal of Studies, ${number}(2), 1–${number + 9}. `),
      { kind: 'text' as const, text: `https://doi.org/10.1000/${number}`, href: `https://doi.org/10.1000/${number}` },
    ],
  }));
  return {
    language: 'en',
    direction: 'ltr',
    paper: 'a4',
    title: `A long sheet on ${claims} claims`,
    subtitle: [text('For nobody: made up to be timed')],
    body,
    notesTitle: 'Notes',
    notes: numbers.map(noteNumber),
    end: [
      { kind: 'heading', level: 2, id: 'references', text: 'References' },
      { kind: 'references', items },
    ],
    footer: 'Made up to be timed. It says nothing of anything.',
    pageText: (page, of) => `Page ${page} of ${of}`,
    metadata: {
      author: 'Nobody',
      keywords: ['made up'],
      created: '2026-11-26T10:00:00Z',
      releaseId: 'R00000000',
      sha256: null,
      verifyAt: 'https://plumbline.example/verify/R00000000',
    },
    banner: null,
  };
}
