import type { ClaimStatus } from '../../../domain/claim';
import type { Reliability } from '../../../domain/grade';
import type { Standing } from '../../../domain/standing';
import { CLAIM_STATUS, RELIABILITY, SOURCE_STANDING } from '../../../domain/words';

/** The one word on a claim: a word and a number of bars; colour only repeats them. */
export function ReliabilityBadge({ level, provisional }: { level: Reliability; provisional?: boolean }) {
  const { label } = RELIABILITY[level];
  return (
    <span className={`badge badge-${level}`}>
      {level === 'not-graded' ? label : `${label} reliability`}
      {provisional ? <span className="badge-note">provisional</span> : null}
    </span>
  );
}

/** What a reader must know before anything else of a claim; a current claim needs no tag. */
export function StatusTag({ status }: { status: ClaimStatus }) {
  return status === 'current' ? null : <span className={`tag tag-${status}`}>{CLAIM_STATUS[status].label}</span>;
}

/** What a reader must know of a work before relying on it; one that stands needs no tag. */
export function SourceStandingTag({ standing }: { standing: Standing }) {
  return standing === 'stands' ? null : (
    <span className={`tag tag-${standing}`}>{SOURCE_STANDING[standing].label}</span>
  );
}
