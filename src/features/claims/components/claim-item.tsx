import { figureText, unitText } from '../../../domain/figure-text';
import { periodText } from '../../../domain/period-text';
import { METHOD_KIND } from '../../../domain/words';
import type { ClaimSummary } from '../schema';
import { ReliabilityBadge, StatusTag } from './badges';
import { Highlighted } from './highlighted';
import { OriginText } from './origin-text';

type ClaimItemProps = {
  claim: ClaimSummary;
  highlights?: readonly (readonly [number, number])[];
  /** Why it stands in this list, where that is not plain. */
  note?: React.ReactNode;
};

/** A claim in a list, with everything it must never be shown without: origin, grade, and what it does not measure. */
export function ClaimItem({ claim, highlights = [], note }: ClaimItemProps) {
  const href = `/claims/${claim.id}/${claim.slug}`;
  const [first, ...others] = claim.doesNotMeasure;
  return (
    <li className="claim-item">
      <p className="claim-item-figure">
        {figureText(claim.figure)} <span>{unitText(claim.figure)}</span>
      </p>
      <div>
        <h3>
          <a href={href}>
            <Highlighted text={claim.statement} ranges={highlights} />
          </a>
        </h3>
        {note === undefined ? null : <p>{note}</p>}
        <p className="claim-item-marks">
          <StatusTag status={claim.status} />
          <ReliabilityBadge level={claim.reliability} />
          <span className="meta">{particulars(claim)}</span>
        </p>
        <p className="meta">
          <strong>Does not measure:</strong> {first}
          {others.length === 0 ? null : ` (and ${others.length} more)`}
        </p>
        <Footing claim={claim} />
      </div>
    </li>
  );
}

function Footing({ claim }: { claim: ClaimSummary }) {
  const cited = claim.citationCount === 1 ? '1 citation' : `${claim.citationCount} citations`;
  return (
    <p className="meta">
      <OriginText claim={claim} /> · {cited} · {claim.id}
    </p>
  );
}

function particulars({ geography, period, methodKind }: ClaimSummary): string {
  return [geography.name, periodText(period) ?? 'period not established', METHOD_KIND[methodKind].label].join(' · ');
}
