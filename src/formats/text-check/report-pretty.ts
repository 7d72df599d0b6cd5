import { VERDICT_WORDS } from '../../domain/text-check/verdict-words';
import type { TextFinding } from '../../features/text-checks/schema';
import { pageFinder } from '../../domain/text/page-finder';
import { factsOf } from './finding-facts';
import { placeFinder } from './line-places';
import {
  DISCLAIMER,
  type NumberedFinding,
  numberedFindings,
  steady,
  summaryText,
  type TextReport,
  TONE_OF,
} from './report';

type Look = {
  /** Whether the terminal shows colours. */
  hasColours: boolean;
  /** Columns of the terminal. */
  columns: number;
};

const COLOUR = { right: 36, wrong: 31, open: 33, unknown: 90 } as const;
const LABEL = 19;

/** The report as lines for a terminal: the figures with their place, what is said of each, and the summary last. */
export function reportPretty(report: TextReport, look: Look = { hasColours: false, columns: 100 }): string {
  const { check, text, name, site, today } = report;
  const { figures, others } = numberedFindings(report);
  const whereOf = whereFinder(report);
  const width = Math.max(40, Math.min(look.columns, 120));
  const lines = [
    bold(plain(name), look),
    ...figures.flatMap((finding) => ['', ...findingLines(finding, { text, whereOf, width, look })]),
    ...(check.words.length === 0 ? [] : ['', bold('Older terms', look)]),
    ...check.words.flatMap(({ span, message, remedy, suppressed }) => {
      const place = span === null ? '' : `${whereOf(span.start)}: `;
      return wrapped(`${place}${message} ${suppressed ?? remedy}`, width - 2).map((line) => `  ${line}`);
    }),
    ...(others.length === 0 ? [] : ['', bold('Numbers that are no statistics', look)]),
    ...others.map((one) => `  ${whereOf(one.span.start)}: “${plain(one.text)}”${reasonOf(one)}`),
    '',
    bold(`${plain(name)}: ${summaryText(check)}`, look),
    ...wrapped(`Checked on ${today} against ${plain(site)}. ${DISCLAIMER}`, width),
  ];
  return lines.join('\n');
}

const reasonOf = ({ quantity: { noFigure } }: TextFinding) =>
  noFigure === null ? '' : `, ${noFigure.replaceAll('-', ' ')}`;

/** In a PDF, whose lines are those of the paper and not of the text that was read, the page. */
function whereFinder({ text, pageStarts }: TextReport): (at: number) => string {
  const [placeOf, pageOf] = [placeFinder(text), pageFinder(pageStarts)];
  return (at) => (pageStarts === null ? `line ${placeOf(at).line}` : `page ${pageOf(at)}`);
}

type Around = { text: string; whereOf: (at: number) => string; width: number; look: Look };

function findingLines(finding: NumberedFinding, { text, whereOf, width, look }: Around): string[] {
  const { number, verdict, span, match } = finding;
  const { sign, label } = VERDICT_WORDS[verdict];
  const claim = match === null ? '' : `  ${match.claim.id}`;
  const mark = coloured(`${sign} ${label.toLowerCase()}`, COLOUR[TONE_OF[verdict]], look);
  return [
    `${String(number).padStart(3)}. ${bold(`“${plain(finding.text)}”`, look)}  ${mark}${claim}  (${whereOf(span.start)})`,
    ...factsOf(finding, text)
      .filter(({ label }) => label !== 'Verdict' && label !== 'Page')
      .flatMap(({ label, lines, href }) =>
        lines.flatMap((line, index) => {
          const said = index === 0 && href !== undefined ? `${line} ${href}` : line;
          const head = index === 0 ? `${label}:` : '';
          return wrapped(said, width - LABEL - 5).map((row, at) =>
            `     ${(at === 0 ? head : '').padEnd(LABEL)}${row}`.trimEnd(),
          );
        }),
      ),
  ];
}

/**
 * Text without what steers a terminal, or turns the words on it round: control characters, marks of direction. Whoever
 * checks a text need not trust it.
 */
function plain(text: string): string {
  return steady(text)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, '');
}

/** In lines of at most so many characters; a longer word has a line of its own. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of plain(text).split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const coloured = (text: string, code: number, { hasColours }: Look) =>
  hasColours ? `\u001b[${code}m${text}\u001b[0m` : text;

const bold = (text: string, look: Look) => coloured(text, 1, look);
