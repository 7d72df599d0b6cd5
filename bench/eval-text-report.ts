import { type Aim, aimRow, table } from './report';
import type { DistortionTally, Tally, TextFailure } from './eval-text';

// The measures of a check of labelled sentences, and the tables in which they are printed.

/** Shares from 0 to 1; null where there is nothing to measure. */
export type Measures = {
  quantities: { precision: number | null; recall: number | null };
  matching: { precision: number | null; recall: number | null; f1: number | null };
  verdictAccuracy: number | null;
  wrongFaithful: number | null;
  possibly: number | null;
  unlisted: number | null;
};

export type Evaluation = {
  corpus: string;
  milliseconds: number;
  total: Tally;
  styles: Record<string, Tally>;
  failures: TextFailure[];
};

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

export function measuresOf({ figures, findings, matches, ...tally }: Tally): Measures {
  const { right, wrong, missed } = matches;
  return {
    quantities: {
      precision: share(findings.right, findings.said),
      recall: share(figures.found, figures.labelled),
    },
    matching: {
      precision: share(right, right + wrong),
      recall: share(right, right + missed),
      f1: share(2 * right, 2 * right + wrong + missed),
    },
    verdictAccuracy: share(tally.rightVerdicts, right),
    wrongFaithful: share(tally.faithful.wrong, tally.faithful.said),
    possibly: share(tally.possibly.right, tally.possibly.labelled),
    unlisted: share(tally.unlisted.right, tally.unlisted.labelled),
  };
}

/** The aims of the project on unseen text. */
export function aimsOf({ quantities, matching, verdictAccuracy, wrongFaithful }: Measures): Aim[] {
  const least = (what: string, reached: number | null, limit: number): Aim => ({
    what,
    reached: reached === null ? null : reached * 100,
    limit,
    atMost: false,
    unit: ' %',
  });
  return [
    least('quantities, recall', quantities.recall, 97),
    least('quantities, precision', quantities.precision, 95),
    least('matching, F1', matching.f1, 90),
    least('verdicts right on right matches', verdictAccuracy, 90),
    { ...least('wrong among the verdicts “faithful”', wrongFaithful, 2), atMost: true },
  ];
}

const percent = (value: number | null) => (value === null ? '–' : (value * 100).toFixed(1));

export function evaluationText({ corpus, milliseconds, total, styles }: Evaluation): string {
  const each = total.sentences === 0 ? 0 : milliseconds / total.sentences;
  return [
    `${corpus}: ${total.sentences} sentences in ${(milliseconds / 1000).toFixed(1)} s, ${each.toFixed(0)} ms each`,
    table(['measure', 'aim', 'reached', 'met'], aimsOf(measuresOf(total)).map(aimRow)),
    countsText(total),
    stylesTable(styles),
    distortionsTable(total),
    answersTable(total),
  ].join('\n\n');
}

function countsText({ figures, findings, matches, rightVerdicts, faithful, possibly, unlisted }: Tally): string {
  return [
    `Figures: ${figures.found} of ${figures.labelled} found; ${findings.right} of ${findings.said} findings are labelled.`,
    `Matches: ${matches.right} right, ${matches.wrong} wrong, ${matches.missed} missed.`,
    `Verdicts: ${rightVerdicts} of ${matches.right} right on right matches; ${faithful.wrong} of ${faithful.said} times “faithful” wrong.`,
    `“Possibly” answered right: ${possibly.right} of ${possibly.labelled}. “Unlisted” answered right: ${unlisted.right} of ${unlisted.labelled}.`,
  ].join('\n');
}

const STYLE_HEAD = [
  'in %, by style',
  'sentences',
  'quantities P',
  'R',
  'matching P',
  'R',
  'F1',
  'verdicts right',
  'wrong “faithful”',
];

function stylesTable(styles: Record<string, Tally>): string {
  const rows = Object.entries(styles).map(([style, tally]) => {
    const { quantities, matching, verdictAccuracy, wrongFaithful } = measuresOf(tally);
    return [
      style,
      String(tally.sentences),
      ...[quantities.precision, quantities.recall, matching.precision, matching.recall, matching.f1].map(percent),
      percent(verdictAccuracy),
      percent(wrongFaithful),
    ];
  });
  return table(STYLE_HEAD, rows);
}

function distortionsTable({ distortions }: Tally): string {
  const rows = (Object.entries(distortions) as [string, DistortionTally][])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { labelled, labelledAndMatched, said, right }]) => [
      kind,
      ...[labelled, said, right].map(String),
      ...[share(right, said), share(right, labelled), share(right, labelledAndMatched)].map(percent),
    ]);
  return table(['distortion', 'labelled', 'said', 'right', 'P %', 'R %', 'R % of right matches'], rows);
}

const LABELS = ['faithful', 'distorted', 'possibly', 'unlisted', 'no figure'];
const ANSWERS = ['faithful', 'distorted', 'possibly', 'unlisted', 'not-a-figure', 'not found'];

function answersTable({ answers }: Tally): string {
  const rows = LABELS.map((label) => [label, ...ANSWERS.map((answer) => String(answers[`${label} → ${answer}`] ?? 0))]);
  return table(['label → answer', ...ANSWERS], rows);
}

export function failureText({ sentence, kind, quote, expected, got, text }: TextFailure): string {
  return [`${sentence}  ${kind}: “${quote}”`, `  label   ${expected}`, `  answer  ${got}`, `  ${text}`].join('\n');
}
