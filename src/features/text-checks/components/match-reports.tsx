import { Fact, Facts } from '../../../ui/facts';
import { ActionForm } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextArea } from '../../../ui/form/text-field';
import { Moment } from '../../../ui/moment';
import { Pager } from '../../../ui/pager';
import { settleReport } from '../actions';
import { reportsHref } from '../filters';
import type { MatchReportsPage } from '../loaders';
import { type MatchReport, REPORT_MOST, type TextVerdict } from '../schema';

const VERDICT: Readonly<Record<TextVerdict, string>> = {
  faithful: 'Faithful to the claim',
  distorted: 'Distorted',
  possibly: 'Possibly one of several claims',
  unlisted: 'Not in the evidence base',
  'not-a-figure': 'No statistic',
};

const NONE = {
  open: 'No report of a wrong match waits.',
  settled: 'No report of a wrong match has been settled.',
} as const;

const STATES = [
  { state: 'open', label: 'Open' },
  { state: 'settled', label: 'Settled' },
] as const;

/** What readers say of figures that were held against the wrong claim, newest first. */
export function MatchReports({ page, isDone }: { page: MatchReportsPage; isDone: boolean }) {
  const { reports, counts, filters } = page;
  return (
    <div>
      <h1>Wrong matches</h1>
      <p className="queue-about">
        Readers who had a text checked say here that a figure of theirs was held against the wrong claim, or against
        none where there is one. Look at the sentence and at the claim, mend the record or its wording where that helps,
        and settle the report with a note.
      </p>
      {isDone ? (
        <p className="notice" role="status">
          Settled. The report stands under “Settled” now.
        </p>
      ) : null}
      <nav aria-label="Which reports">
        <ul className="inline-list filter-list">
          {STATES.map(({ state, label }) => (
            <li key={state}>
              <a href={reportsHref({ state })} aria-current={filters.state === state ? 'true' : undefined}>
                {label} <span className="meta">{counts[state].toLocaleString('en-GB')}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {counts[filters.state] === 0 ? <p className="unknown">{NONE[filters.state]}</p> : null}
      <ul className="match-reports">
        {reports.map((report) => (
          <li key={report.id}>
            <Report report={report} maySettle={page.maySettle} />
          </li>
        ))}
      </ul>
      <Pager first={page.first} previous={page.previous} next={page.next} />
    </div>
  );
}

function Report({ report, maySettle }: { report: MatchReport; maySettle: boolean }) {
  const { id, figure, verdict, matched, expected, reason, settled } = report;
  return (
    <article aria-labelledby={`report-${id}`}>
      <h2 id={`report-${id}`} className="match-title">
        Report {id}: <bdi>“{figure}”</bdi>, {matched === null ? withoutMatch(verdict) : `taken for ${matched.id}`}
      </h2>
      <Sentence report={report} />
      <Facts>
        <Fact label="Taken for">
          {matched === null ? <span className="unknown">{withoutMatch(verdict)}</span> : <ClaimLink claim={matched} />}
        </Fact>
        <Fact label="Verdict">{VERDICT[verdict]}</Fact>
        <Fact label="Claim that is meant">
          {expected === null ? <span className="unknown">not named</span> : <ClaimLink claim={expected} />}
        </Fact>
        {reason === null ? null : (
          <Fact label="Why">
            <p className="match-words" dir="auto">
              {reason}
            </p>
          </Fact>
        )}
        {settled === null ? null : (
          <Fact label="What was found">
            <p className="match-words">{settled.note}</p>
            <p className="meta">
              {settled.by}, <Moment at={settled.at} />
            </p>
          </Fact>
        )}
      </Facts>
      <p className="meta">
        Sent <Moment at={report.at} />
        {settled !== null && report.sentence === null
          ? null
          : ` by ${report.senderName ?? 'somebody without an account'}`}
      </p>
      {maySettle && settled === null ? <SettleForm report={report} /> : null}
    </article>
  );
}

function withoutMatch(verdict: TextVerdict): string {
  return verdict === 'possibly' ? 'one of several claims' : 'no claim found';
}

/** The sentence with its figure marked where it stands first. */
function Sentence({ report: { sentence, figure } }: { report: MatchReport }) {
  if (sentence === null)
    return <p className="unknown">The sentence was forgotten 90 days after the report was settled.</p>;
  const at = sentence.indexOf(figure);
  return (
    <blockquote className="match-sentence" dir="auto">
      {at < 0 ? (
        sentence
      ) : (
        <>
          {sentence.slice(0, at)}
          <mark>{figure}</mark>
          {sentence.slice(at + figure.length)}
        </>
      )}
    </blockquote>
  );
}

function ClaimLink({ claim: { id, statement } }: { claim: NonNullable<MatchReport['matched']> }) {
  return (
    <>
      <a href={`/claims/${id}`}>{id}</a> {statement ?? <span className="unknown">became part of another claim</span>}
    </>
  );
}

function SettleForm({ report: { id } }: { report: MatchReport }) {
  return (
    <details className="match-settle">
      <summary>
        Settle<span className="visually-hidden"> report {id}</span>
      </summary>
      <ActionForm
        action={settleReport}
        scope={String(id)}
        hidden={{ report: id }}
        labels={{ note: 'What you found' }}
        className="form form-wide"
      >
        <TextArea
          name="note"
          label="What you found"
          hint="And what you did: “The claim has no wording for it; I added one.” It is kept in the history."
          rows={2}
          maxLength={REPORT_MOST.note}
          needed
        />
        <Buttons>
          <SubmitButton busy="Settling …">Settle report {id}</SubmitButton>
        </Buttons>
      </ActionForm>
    </details>
  );
}
