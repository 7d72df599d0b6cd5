import { DISTORTION } from '../../../domain/words';
import { CopyButton } from '../../../ui/copy-button';
import { Link } from '../../../ui/link';
import { FindingList } from '../../checks/components/check-section';
import type { TextFinding } from '../schema';
import { Candidates, MatchedAgain, MatchedClaim, MatchReasons } from './matched-claim';
import type { ToldBefore } from './told-before';
import { VerdictMark } from './verdict-mark';
import { WrongMatch } from './wrong-match';

type FindingItemProps = {
  finding: TextFinding;
  number: number;
  of: number;
  /** Of the PDF that the text was; else null. */
  page: number | null;
  sentence: string;
  before: ToldBefore;
};

/** One figure of the text: what it is held to be, why, and what can be written instead. */
export function FindingItem({ finding, number, of, page, sentence, before }: FindingItemProps) {
  const { text, verdict, match, candidates, checks } = finding;
  return (
    <li id={`f${number}`} tabIndex={-1} className={`text-finding text-finding-${verdict} long`}>
      <h3>
        <span className="finding-number">
          {number}
          <span className="visually-hidden"> of {of}:</span>
        </span>{' '}
        <q>{text}</q> <VerdictMark verdict={verdict} />
        {page === null ? null : <span className="finding-page"> · page {page}</span>}
      </h3>
      {finding.remedy.sentence === null ? null : (
        <div className="copy-near">
          <CopyApproved remedy={finding.remedy} words="Copy the approved sentence" />
        </div>
      )}
      <p className="finding-sentence" dir="auto">
        {shortened(sentence, text)}
      </p>
      <Distortions finding={finding} />
      {match === null ? null : before.claim === null ? (
        <MatchedClaim match={match} />
      ) : (
        <MatchedAgain match={match} first={before.claim} />
      )}
      <SeenIn finding={finding} first={before.works} />
      <Remedy finding={finding} isFirst={before.claim === null} />
      {verdict === 'unlisted' ? <NoSource /> : null}
      {checks.length === 0 ? null : (
        <>
          <h4>Checks</h4>
          <FindingList findings={checks} inNewTab />
        </>
      )}
      {match === null ? null : <MatchReasons match={match} />}
      <Candidates candidates={candidates} verdict={verdict} />
      <WrongMatch number={number} claim={match?.claim.id ?? null} sentence={sentence} figure={text} verdict={verdict} />
      <FindingLinks number={number} of={of} />
    </li>
  );
}

/** So much of a sentence as says where the figure stands. */
const AROUND = 110;

function shortened(sentence: string, figure: string): string {
  const flat = sentence.replace(/\s+/g, ' ').trim();
  if (flat.length <= 2 * AROUND + figure.length) return flat;
  const at = Math.max(0, flat.indexOf(figure.replace(/\s+/g, ' ')));
  const from = Math.max(0, at - AROUND);
  const to = Math.min(flat.length, at + figure.length + AROUND);
  const start = from === 0 ? 0 : flat.indexOf(' ', from) + 1;
  const end = to === flat.length ? to : Math.max(at + figure.length, flat.lastIndexOf(' ', to));
  return `${start === 0 ? '' : '… '}${flat.slice(start, end)}${end === flat.length ? '' : ' …'}`;
}

function Distortions({ finding: { distortions } }: { finding: TextFinding }) {
  if (distortions.length === 0) return null;
  return (
    <ul className="distortions">
      {distortions.map(({ kind, label }) => (
        <li key={`${kind} ${label}`}>
          <strong>{DISTORTION[kind].label}.</strong> {label}. <span className="meta">{DISTORTION[kind].meaning}</span>
        </li>
      ))}
    </ul>
  );
}

/** Works that print it with the same change: the wording has a history. */
function SeenIn({ finding: { seenIn, match }, first }: { finding: TextFinding; first: number | null }) {
  if (seenIn.length === 0 || match === null) return null;
  if (first !== null)
    return (
      <p>
        Seen before in the same works <a href={`#f${first}`}>as in finding {first}</a>.
      </p>
    );
  return (
    <>
      <h4>Seen before</h4>
      <ul>
        {seenIn.map(({ citation, source, printed, kinds }) => (
          <li key={citation}>
            <Link href={`/sources/${source.id}`} inNewTab>
              {source.shortName}
            </Link>{' '}
            made the same change
            {printed === null ? '' : ': '}
            {printed === null ? null : <q>{printed}</q>} (
            <Link href={`/claims/${match.claim.id}#citation-${citation}`} inNewTab>
              {kinds.map((kind) => DISTORTION[kind].label.toLowerCase()).join(', ')}
              <span className="visually-hidden">: the citation in {source.shortName}</span>
            </Link>
            )
          </li>
        ))}
      </ul>
    </>
  );
}

function NoSource() {
  return (
    <p>
      Whether it is true, nothing here can tell. If you know its source,{' '}
      <Link href="/sign-in?next=%2Fdesk%2Fdrafts" inNewTab>
        sign in and propose it as a claim
      </Link>
      : it is then traced and graded.
    </p>
  );
}

function Remedy({ finding: { remedy, verdict }, isFirst }: { finding: TextFinding; isFirst: boolean }) {
  const { advice, sentence, citation, notToSay } = remedy;
  return (
    <>
      <h4>{verdict === 'faithful' ? 'To quote it' : 'What to do'}</h4>
      <p>{advice}</p>
      {sentence === null ? null : (
        <blockquote className="approved">
          <p>{sentence}</p>
          {citation === null ? null : <p className="meta">{citation}</p>}
          <CopyApproved remedy={remedy} words="Copy" />
        </blockquote>
      )}
      {isFirst ? <NotToSay list={notToSay} isOpen={verdict === 'distorted'} /> : null}
    </>
  );
}

function CopyApproved({ remedy: { sentence, citation }, words }: Pick<TextFinding, 'remedy'> & { words: string }) {
  if (sentence === null) return null;
  return (
    <CopyButton
      text={citation === null ? sentence : `${sentence}\n${citation}`}
      label="Copy the approved sentence with its citation"
      words={words}
    />
  );
}

/** Long, as a rule: in sight where somebody has said one of them. */
function NotToSay({ list, isOpen }: { list: readonly string[]; isOpen: boolean }) {
  if (list.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>What not to say ({list.length})</summary>
      <ul>
        {list.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  );
}

function FindingLinks({ number, of }: { number: number; of: number }) {
  return (
    <p className="finding-links">
      <a href={`#m${number}`}>
        Back to it in the text<span className="visually-hidden"> (figure {number})</span>
      </a>
      {number === of ? null : (
        <a className="finding-next" href={`#f${number + 1}`}>
          Next<span className="visually-hidden"> figure: {number + 1}</span>
        </a>
      )}
    </p>
  );
}
