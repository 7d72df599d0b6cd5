import type { Judgement } from '../../../domain/appraisal/appraisal';
import { agreedOutcome } from '../../../domain/appraisal/comparison';
import { axesOf } from '../../../domain/appraisal/scales';
import { AXIS_NAME, levelWord, SETTLED_HOW } from '../../../domain/appraisal/words';
import { dateText } from '../../../domain/partial-date';
import { METHOD_KIND } from '../../../domain/words';
import { Fact, Facts } from '../../../ui/facts';
import { SubmitButton } from '../../../ui/form/submit-button';
import { Notice } from '../../../ui/notice';
import { acceptInRound, answerInRound, beginInRound, decideInRound, leaveRound, offerInRound } from '../actions';
import type { RoundPage } from '../loaders';
import type { AppraisalView } from '../schema';
import { AppraisalForm } from './appraisal-form';
import { BeginForm } from './begin-form';
import { AcceptForm, DecisionForm, OfferForm } from './settling-forms';
import { GoneNotice, MovedOnNotices } from './moved-on-notices';
import { SideBySide } from './side-by-side';

/** One round, as the person who looks at it may see it. */
export function RoundView({ page }: { page: RoundPage }) {
  const { round, subject, instrument } = page;
  return (
    <div className="appraisal">
      <p className="eyebrow">
        <a href="/desk/appraisals">Appraisals</a> · Round {round.id}
      </p>
      <h1 className="source-title">Appraisal of {subject.id}</h1>
      <p className="lead">{subject.title}</p>
      <Facts>
        <Fact label="Record">
          <RecordLink page={page} />
        </Fact>
        <Fact label="Instrument">
          <a href={`/method/instruments/${instrument.id}`}>{instrument.title}</a>, version {instrument.version}
        </Fact>
        {round.methodKind === null ? null : <Fact label="How it was made">{METHOD_KIND[round.methodKind].label}</Fact>}
        <Fact label="State">{stateText(page)}</Fact>
      </Facts>
      {page.conflict === null ? null : (
        <Notice title="You cannot take part in this" warn>
          <p>{page.conflict}</p>
        </Notice>
      )}
      <GoneNotice page={page} />
      <MovedOnNotices page={page} />
      <RoundBody page={page} />
    </div>
  );
}

function RecordLink({ page: { subject, gone } }: { page: RoundPage }) {
  if (gone !== null) return `${subject.id}, no longer there`;
  if (subject.draft !== null) return <a href={`/desk/drafts/${subject.draft}`}>{subject.id}, still a draft</a>;
  return <a href={`/${subject.kind}s/${subject.id}`}>{subject.id}, as it is published</a>;
}

function stateText({ round }: RoundPage): string {
  switch (round.state) {
    case 'open':
      return `Open: ${round.submitted} of two handed in${round.begun > round.submitted ? `, ${round.begun - round.submitted} at work` : ''}.`;
    case 'differing':
      return 'Both are in, and they judge differently.';
    case 'void':
      return `Closed on ${dateText((round.voidedAt ?? '').slice(0, 10))}, without an outcome.`;
    default:
      return `Closed on ${dateText((round.settledAt ?? '').slice(0, 10))}. ${SETTLED_HOW[round.settledHow ?? 'agreement']}`;
  }
}

function RoundBody({ page }: { page: RoundPage }) {
  const { round, instrument, mine, proposals, conflict } = page;
  const [first, second] = round.appraisals;
  if (round.state !== 'open' && first !== undefined && second !== undefined) {
    return (
      <>
        <Outcome page={page} />
        {round.state === 'differing' && conflict === null ? (
          <Settling page={page} first={first} second={second} />
        ) : null}
        <SideBySide instrument={instrument} first={first} second={second} />
      </>
    );
  }
  if (conflict !== null || round.state === 'void') return null;
  if (mine === null) return <Begin page={page} />;
  if (mine.submittedAt !== null) {
    return (
      <Notice title="You have handed yours in">
        <p>It cannot be changed any more. Once the other is in too, both are shown here side by side.</p>
      </Notice>
    );
  }
  return (
    <>
      <AppraisalForm
        answer={answerInRound.bind(null, round.id, page.version)}
        round={round.id}
        instrument={instrument}
        draft={mine.draft}
        proposals={proposals}
        savedAt={mine.savedAt}
      />
      <form action={leaveRound.bind(null, round.id)} className="leave-round">
        <p className="meta">
          If you cannot finish it, give your place to somebody else. What you answered is then gone.
        </p>
        <SubmitButton look="quiet">Give my place up</SubmitButton>
      </form>
    </>
  );
}

function Begin({ page: { round } }: { page: RoundPage }) {
  if (round.begun >= 2) {
    return (
      <Notice title="Two others are at work on this">
        <p>What they answer is shown once both have handed in.</p>
      </Notice>
    );
  }
  return (
    <section aria-labelledby="begin">
      <h2 id="begin">Begin</h2>
      <p className="prose">
        Two editors read the same thing after the same questions. Neither sees what the other answers before both have
        handed in.
      </p>
      <BeginForm begin={beginInRound.bind(null, round.id)} />
    </section>
  );
}

type SettlingProps = { page: RoundPage; first: AppraisalView; second: AppraisalView };

/** What can be done about a difference, for whoever looks at it. */
function Settling({ page: { round, subject, mine, mayDecide }, first, second }: SettlingProps) {
  const from = startingPoint(first, second);
  if (mine === null) {
    return mayDecide ? (
      <section aria-labelledby="settle">
        <h2 id="settle">Decide between the two</h2>
        <p>Read both first. You were neither of the two, and so may decide.</p>
        <DecisionForm settle={decideInRound.bind(null, round.id)} kind={subject.kind} from={from} />
      </section>
    ) : (
      <Notice title="Waits to be settled">
        <p>The two who appraised it settle it together, or a senior editor who was neither of them decides.</p>
      </Notice>
    );
  }
  const theirs = round.offer !== null && !round.offeredByViewer;
  return (
    <section aria-labelledby="settle">
      <h2 id="settle">Settle the difference</h2>
      {round.offer === null ? null : (
        <div className="notice">
          <p className="notice-title">{theirs ? `${round.offeredByName} offers this consensus` : 'You offered this'}</p>
          <JudgementList judgement={round.offer.judgement} kind={subject.kind} />
          <p>{round.offer.note}</p>
          {theirs && round.offeredAt !== null ? (
            <AcceptForm accept={acceptInRound.bind(null, round.id, round.offeredAt)} />
          ) : (
            <p className="meta">The other has to accept it. A new offer takes its place.</p>
          )}
        </div>
      )}
      <p>Talk to each other. One of you then writes down what you settled on, and the other accepts it.</p>
      <OfferForm settle={offerInRound.bind(null, round.id)} kind={subject.kind} from={from} />
    </section>
  );
}

/** The reasons of both, and a level where both have the same. */
function startingPoint({ judged: a }: AppraisalView, { judged: b }: AppraisalView): Judgement {
  const both = agreedOutcome(a ?? {}, b ?? {});
  return Object.fromEntries(
    Object.entries(both).map(([axis, { level, reasons }]) => {
      const other = b?.[axis as keyof Judgement]?.level;
      return [axis, { level: level === other ? level : '', reasons }];
    }),
  );
}

function Outcome({ page: { round, subject } }: { page: RoundPage }) {
  if (round.outcome === null) return null;
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome">Outcome</h2>
      <JudgementList judgement={round.outcome} kind={subject.kind} />
      {round.settledNote === null ? null : (
        <p>
          {round.settledNote} <span className="meta">{round.settledByName}</span>
        </p>
      )}
      {subject.published ? null : <p className="meta">It is shown as the grade once {subject.id} is published.</p>}
      <p className="meta">Due again on {dateText((round.dueAt ?? '').slice(0, 10))}.</p>
    </section>
  );
}

function JudgementList({ judgement, kind }: { judgement: Judgement; kind: 'source' | 'claim' }) {
  return (
    <dl className="axes">
      {axesOf(kind).map((axis) => (
        <div key={axis}>
          <dt>{AXIS_NAME[axis]}</dt>
          <dd>
            <strong>{levelWord(axis, judgement[axis]?.level ?? '').label}</strong>
            <ul className="reasons">
              {judgement[axis]?.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
