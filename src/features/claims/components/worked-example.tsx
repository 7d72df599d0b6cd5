import type { ClaimDto } from '../schema';
import { ReliabilityBadge, StatusTag } from './badges';
import { OriginText } from './origin-text';

type WorkedExampleProps = { title: string; claim: ClaimDto | null; children: React.ReactNode };

/** A claim as an example of what happens to figures. Without the claim there is no example. */
export function WorkedExample({ title, claim, children }: WorkedExampleProps) {
  if (claim === null) return null;
  return (
    <li>
      <h3>{title}</h3>
      <p>{children}</p>
      <p className="claim-item-marks">
        <StatusTag status={claim.status} />
        <ReliabilityBadge level={claim.reliability} />
      </p>
      <p className="meta">
        <strong>Does not measure:</strong> {claim.doesNotMeasure[0]}
      </p>
      <p className="meta">
        <OriginText claim={claim} /> ·{' '}
        <a href={`/claims/${claim.id}/${claim.slug}`}>
          Follow it<span className="visually-hidden">: {claim.statement}</span>
        </a>
      </p>
    </li>
  );
}
