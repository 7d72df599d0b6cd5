import { VERDICT_WORDS } from '../../domain/text-check/verdict-words';
import type { Finding } from '../../domain/checks/run';
import { counted } from '../../lib/counted';
import type { Inline, Print, PrintBlock, PrintNote } from '../fact-sheet/print-model';
import { ENGLISH, tongueOf } from '../fact-sheet/tongue';
import { factsOf } from './finding-facts';
import { textBlocks } from './marked-blocks';
import {
  DISCLAIMER,
  type NumberedFinding,
  numberedFindings,
  summaryText,
  type TextReport,
  steady,
  TONE_OF,
  VERDICTS,
} from './report';

/** The report as a tree that is printed as fact sheets are. The same report gives the same tree. */
export function printOfReport(report: TextReport): Print {
  const { check, text, site, today } = report;
  const name = steady(report.name);
  const { figures } = numberedFindings(report);
  const claims = figures.flatMap(({ match }) => (match === null ? [] : [match.claim.id]));
  return {
    language: 'en',
    direction: 'ltr',
    paper: 'a4',
    title: `Check of ${name}`,
    subtitle: [
      said(`Checked on ${today} against the evidence base at `),
      { ...said(site), href: site },
      said(`. ${counted(check.summary.characters, 'character')}, read as English.`),
    ],
    body: [
      ...summaryBlocks(report),
      heading('The text', 'text'),
      ...(text.trim() === '' ? [meta('The text is empty.')] : textBlocks(text, figures)),
    ],
    notesTitle: 'Findings',
    notes: figures.map((finding) => noteOf(finding, text)),
    notesAt: 'end',
    end: [...olderTerms(report), ...otherNumbers(report)],
    footer: `Check of ${name}, ${today}`,
    pageText: (page, of) => `Page ${page} of ${of}`,
    metadata: {
      author: 'Plumbline',
      keywords: ['text check', ...new Set(claims)],
      created: `${today}T00:00:00.000Z`,
      releaseId: null,
      sha256: null,
      verifyAt: null,
    },
    banner: null,
  };
}

const said = (text: string): Inline & { kind: 'text' } => ({ kind: 'text', text: steady(text) });

/** Words that somebody typed, or that stand in a work, whatever their script. */
const typed = (text: string): Inline & { kind: 'text' } => ({ ...said(text), tongue: tongueOf(text, ENGLISH) });

const heading = (text: string, id: string): PrintBlock => ({ kind: 'heading', level: 2, id, text });

const meta = (text: string): PrintBlock => ({ kind: 'paragraph', role: 'meta', inlines: [said(text)], tongue: null });

function summaryBlocks({ check }: TextReport): PrintBlock[] {
  const row = (verdict: (typeof VERDICTS)[number]): Inline[][] => {
    const { sign, label, meaning } = VERDICT_WORDS[verdict];
    return [
      [{ ...said(`${sign} ${label}`), tone: TONE_OF[verdict] }],
      [said(String(check.summary[verdict]))],
      [said(meaning)],
    ];
  };
  return [
    heading('Summary', 'summary'),
    { kind: 'paragraph', role: 'prose', inlines: [said(summaryText(check))], tongue: null },
    { kind: 'paragraph', role: 'caveat', inlines: [said(DISCLAIMER)], tongue: null },
    {
      kind: 'table',
      caption: 'Verdicts: in the text, the sign and the word follow each figure, then the number of its finding.',
      heads: ['Verdict', 'Figures', 'What it means'],
      rows: VERDICTS.map(row),
    },
  ];
}

function noteOf(finding: NumberedFinding, text: string): PrintNote {
  const { number, match, verdict } = finding;
  const { sign, label } = VERDICT_WORDS[verdict];
  return {
    number,
    claim: match?.claim.id ?? '',
    title: [typed(`“${finding.text}”`), said(' '), { ...said(`${sign} ${label}`), tone: TONE_OF[verdict] }],
    facts: factsOf(finding, text).map(({ label, lines, href }) => ({
      label,
      inlines: lines.flatMap((line, index): Inline[] => [
        ...(index === 0 ? [] : [said(/[.!?]$/.test(lines[index - 1] ?? '') ? ' ' : '; ')]),
        index === 0 && href !== undefined ? { ...typed(line), href } : typed(line),
      ]),
    })),
  };
}

/** Each once, and how often. */
function olderTerms({ check: { words } }: TextReport): PrintBlock[] {
  if (words.length === 0) return [];
  const times = new Map<string, number>();
  for (const word of words) times.set(wordText(word), (times.get(wordText(word)) ?? 0) + 1);
  const items = [...times].map(([text, count]) => ({
    inlines: [said(count === 1 ? text : `${text} (${count} times)`)],
    tongue: null,
  }));
  return [heading('Older terms', 'older-terms'), { kind: 'list', items }];
}

const wordText = ({ message, remedy, suppressed }: Finding) =>
  `${message} ${suppressed === null ? remedy : `Passed over: ${suppressed}`}`;

function otherNumbers(report: TextReport): PrintBlock[] {
  const { others } = numberedFindings(report);
  if (others.length === 0) return [];
  const items = others.map(({ text, quantity: { noFigure } }) => ({
    inlines: [typed(`“${text}”`), said(noFigure === null ? '' : `: ${noFigure.replaceAll('-', ' ')}`)],
    tongue: null,
  }));
  return [heading('Numbers that are no statistics', 'no-statistics'), { kind: 'list', items }];
}
