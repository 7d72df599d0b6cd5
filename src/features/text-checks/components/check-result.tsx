import { leftOutText } from '../../../domain/left-out-figures';
import { VERDICT_WORDS } from '../../../domain/text-check/verdict-words';
import { pageFinder, writtenStarts } from '../../../domain/text/page-finder';
import { counted } from '../../../lib/counted';
import type { CheckedText } from '../loaders';
import type { TextCheck } from '../schema';
import { ClaimsToSheet } from './claims-to-sheet';
import { FindingFilter } from './finding-filter';
import { FindingItem } from './finding-item';
import { FindingKeys } from './finding-keys';
import { MarkedText } from './marked-text';
import { OlderTerms } from './older-terms';
import { ResultHeading } from './result-heading';
import { SentText } from './sent-text';
import { NOWHERE, toldBefore } from './told-before';
import { COUNTED_VERDICTS } from './verdict-mark';

/** Figures that one page shows: several times what a long report has. */
const SHOWN_MAX = 500;

/** What was found in a text: how much, the text with its marks, and each finding with what to write instead. */
export function CheckResult({ checked: { name, text, pageStarts, check, preferred } }: { checked: CheckedText }) {
  const { words, summary } = check;
  const findings = check.findings.slice(0, SHOWN_MAX);
  const left = check.findings.length - findings.length;
  const pageOf = pageFinder(pageStarts);
  return (
    <>
      {name === null ? null : <p className="lead">{name}</p>}
      <CheckSummary summary={summary} findings={findings} words={words.length} />
      <SentText text={text} name={name} pages={writtenStarts(pageStarts)} />
      {findings.length === 0 && words.length === 0 ? null : (
        <div className="text-check">
          <div className="text-pane">
            <h2 id="the-text">The text</h2>
            <div className="text-scroll">
              <MarkedText text={text} check={{ ...check, findings }} />
            </div>
          </div>
          <div>
            {findings.length === 0 ? null : <Findings findings={findings} text={text} pageOf={pageOf} />}
            {left === 0 ? null : (
              <p>
                {counted(left, 'more figure')} of this text would make the page too long. A file of the findings, made
                at the top of the page, holds them all.
              </p>
            )}
            <OlderTerms words={words} preferred={preferred} text={text} pageOf={pageOf} />
          </div>
        </div>
      )}
      <ClaimsToSheet findings={check.findings} />
    </>
  );
}

type FindingsProps = { findings: TextCheck['findings']; text: string; pageOf: (at: number) => number | null };

function Findings({ findings, text, pageOf }: FindingsProps) {
  const told = toldBefore(findings);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      <p className="meta">Links to claims, sources and rules open in a new tab: this result is kept nowhere else.</p>
      <FindingFilter findings={findings} />
      {findings.length < 2 ? null : <FindingKeys />}
      <ol className="text-findings">
        {findings.map((finding, index) => (
          <FindingItem
            key={finding.span.start}
            finding={finding}
            number={index + 1}
            of={findings.length}
            page={pageOf(finding.span.start)}
            before={told[index] ?? NOWHERE}
            sentence={text.slice(finding.sentence.start, finding.sentence.end)}
          />
        ))}
      </ol>
    </section>
  );
}

type SummaryProps = { summary: TextCheck['summary']; findings: TextCheck['findings']; words: number };

function CheckSummary({ summary, findings, words }: SummaryProps) {
  const others = [
    ...(summary.notFigures === 0
      ? []
      : [`${counted(summary.notFigures, 'other number')}: years, dates, ages and the like`]),
    `${counted(summary.characters, 'character')}, read as English`,
  ];
  return (
    <section aria-labelledby="summary">
      <ResultHeading id="summary" said={`Checked. ${saidOf(summary)}`}>
        {summary.figures === 0 ? 'No figure was found' : counted(summary.figures, 'figure')}
      </ResultHeading>
      {summary.figures === 0 ? (
        <p>
          No number in this text is a statistic as far as can be told. Numbers in pictures, and in other languages than
          English, are not read.
        </p>
      ) : (
        <ul className="verdict-counts">
          {COUNTED_VERDICTS.map((verdict) => (
            <VerdictCount key={verdict} verdict={verdict} count={summary[verdict]} findings={findings} />
          ))}
        </ul>
      )}
      {summary.leftOut === 0 ? null : (
        <p>
          <strong>{leftOutText(summary.leftOut)}</strong>
        </p>
      )}
      <p className="meta">
        {others.join(' · ')}
        {words === 0 ? null : (
          <>
            {' · '}
            <a href="#older-terms">{counted(words, 'older term')}</a>
          </>
        )}
      </p>
    </section>
  );
}

function saidOf(summary: TextCheck['summary']): string {
  if (summary.figures === 0) return 'No figure was found.';
  const parts = COUNTED_VERDICTS.map((verdict) => `${summary[verdict]} ${VERDICT_WORDS[verdict].label.toLowerCase()}`);
  const left = summary.leftOut === 0 ? '' : ` ${leftOutText(summary.leftOut)}`;
  return `${counted(summary.figures, 'figure')}: ${parts.join(', ')}.${left}`;
}

type CountProps = { verdict: (typeof COUNTED_VERDICTS)[number]; count: number; findings: TextCheck['findings'] };

/** How many there are of one verdict: it leads to the first of them. */
function VerdictCount({ verdict, count, findings }: CountProps) {
  const { sign, label, meaning } = VERDICT_WORDS[verdict];
  const first = findings.findIndex((finding) => finding.verdict === verdict) + 1;
  const said = (
    <>
      <strong>
        <span aria-hidden="true">{sign} </span>
        {count.toLocaleString('en')}
      </strong>{' '}
      {label}
    </>
  );
  return (
    <li className={`verdict-count verdict-count-${verdict}`}>
      {first === 0 ? <span>{said}</span> : <a href={`#f${first}`}>{said}</a>}
      <span className="meta">{meaning}</span>
    </li>
  );
}
