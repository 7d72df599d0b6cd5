import { figureText, unitText } from '../../../domain/figure-text';
import { periodText } from '../../../domain/period-text';
import { METHOD_KIND } from '../../../domain/words';
import { ReliabilityBadge, StatusTag } from '../../claims/components/badges';
import { OriginText } from '../../claims/components/origin-text';
import { Link } from '../../../ui/link';
import type { TextFinding, TextMatch } from '../schema';

/** The claim that a figure is taken for, with everything that it must never be shown without. */
export function MatchedClaim({ match: { claim } }: { match: TextMatch }) {
  const { figure, geography, period, methodKind, doesNotMeasure } = claim;
  return (
    <div className="matched-claim">
      <p className="matched-claim-figure">
        {figureText(figure)} <span>{unitText(figure)}</span>
      </p>
      <p>
        <Link href={`/claims/${claim.id}/${claim.slug}`} inNewTab>
          {claim.statement}
        </Link>
      </p>
      <p className="claim-item-marks">
        <StatusTag status={claim.status} />
        <ReliabilityBadge level={claim.reliability} provisional={claim.grades.provisional} />
        <span className="meta">
          {[geography.name, periodText(period) ?? 'period not established', METHOD_KIND[methodKind].label].join(' · ')}
        </span>
      </p>
      <p className="meta">
        <strong>Does not measure:</strong> {doesNotMeasure.join(' ')}
      </p>
      <p className="meta">
        <OriginText claim={claim} inNewTab /> · {claim.id}
      </p>
    </div>
  );
}

/** The same claim once more: what it must not be shown without stands in the finding that is named. */
export function MatchedAgain({ match: { claim }, first }: { match: TextMatch; first: number }) {
  return (
    <div className="matched-claim">
      <p className="claim-item-marks">
        <span>
          {claim.id}, <a href={`#f${first}`}>as in finding {first}</a>
        </span>
        <StatusTag status={claim.status} />
        <ReliabilityBadge level={claim.reliability} provisional={claim.grades.provisional} />
      </p>
    </div>
  );
}

/** Nothing is certain: why it was taken for this claim, and how surely. */
export function MatchReasons({ match: { score, reasons, claim } }: { match: TextMatch }) {
  return (
    <details>
      <summary>
        Why {claim.id}: score {score.toFixed(2)} of 1
      </summary>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p className="meta">From 0.60 on, a figure is taken for a claim. Found by rules, not by people.</p>
    </details>
  );
}

/** Other claims that may be meant: in sight where it cannot be told which, else when asked for. */
export function Candidates({ candidates, verdict }: Pick<TextFinding, 'candidates' | 'verdict'>) {
  if (candidates.length === 0) return null;
  const list = (
    <ul className="candidates">
      {candidates.map((match) => (
        <Candidate key={match.claim.id} match={match} />
      ))}
    </ul>
  );
  if (verdict !== 'possibly')
    return (
      <details>
        <summary>Other claims that may be meant ({candidates.length})</summary>
        {list}
      </details>
    );
  return (
    <>
      <h4>Claims that may be meant</h4>
      {list}
    </>
  );
}

function Candidate({ match: { claim, score, reasons } }: { match: TextMatch }) {
  return (
    <li>
      <p>
        <b>{claim.id}</b>{' '}
        <Link href={`/claims/${claim.id}/${claim.slug}`} inNewTab>
          {claim.statement}
        </Link>
      </p>
      <p className="claim-item-marks">
        <StatusTag status={claim.status} />
        <ReliabilityBadge level={claim.reliability} provisional={claim.grades.provisional} />
      </p>
      <p className="meta">
        <strong>Does not measure:</strong> {claim.doesNotMeasure[0]} · <OriginText claim={claim} inNewTab />
      </p>
      <p className="meta">
        Score {score.toFixed(2)}: {reasons.join('; ')}
      </p>
    </li>
  );
}
