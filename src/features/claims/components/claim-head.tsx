import { figureText, unitText } from '../../../domain/figure-text';
import { CLAIM_STATUS } from '../../../domain/words';
import { Notice } from '../../../ui/notice';
import type { ClaimDto, RelationDto } from '../schema';
import { ReliabilityBadge, StatusTag } from './badges';
import { IntervalLine } from './figure-mark';

/** The figure, large, with what it counts; the statement; and what must be known before anything else. */
export function ClaimHead({ claim }: { claim: ClaimDto }) {
  const { figure } = claim;
  return (
    <header className="claim-head">
      <p className="eyebrow">
        Claim {claim.id} ·{' '}
        {claim.topics.map(({ code, name }, index) => (
          <span key={code}>
            {index > 0 ? ', ' : ''}
            <a href={`/topics/${code}`}>{name}</a>
          </span>
        ))}
      </p>
      <h1>
        {figureText(figure)}
        {figure.kind === 'direction' ? ':' : ''} <span className="claim-unit">{unitText(figure)}</span>
      </h1>
      {figure.of === null ? null : <p className="meta">of {figure.of}</p>}
      <IntervalLine figure={figure} />
      <p className="lead">{claim.statement}</p>
      <p className="claim-item-marks">
        <StatusTag status={claim.status} />
        <ReliabilityBadge level={claim.reliability} provisional={claim.grades.provisional} />
        <a className="meta" href="#reliability">
          why
        </a>
      </p>
      <StatusNotice claim={claim} />
    </header>
  );
}

/** Which relations tell why a claim has the status it has. */
const EXPLAINED_BY = {
  misquotation: (relation: RelationDto) => relation.kind === 'misquotation-of' && relation.direction === 'outgoing',
  superseded: (relation: RelationDto) => relation.kind === 'supersedes' && relation.direction === 'incoming',
} as const;

function StatusNotice({ claim }: { claim: ClaimDto }) {
  if (claim.status === 'current') return null;
  const explains = claim.status in EXPLAINED_BY ? EXPLAINED_BY[claim.status as keyof typeof EXPLAINED_BY] : () => false;
  const { label, meaning } = CLAIM_STATUS[claim.status];
  return (
    <Notice title={`${label}. ${meaning}`} warn>
      {claim.standingReason === null ? null : <p>{claim.standingReason}</p>}
      {claim.relations.filter(explains).map(({ claim: other }) => (
        <p key={other.id}>
          {other.id}: <a href={`/claims/${other.id}/${other.slug}`}>{other.statement}</a>
        </p>
      ))}
    </Notice>
  );
}
