import { figureText, unitText } from '../../../domain/figure-text';
import { ReliabilityBadge, StatusTag } from '../../claims/components/badges';
import { OriginText } from '../../claims/components/origin-text';
import { comparisonHref } from '../filters';
import type { ComparedClaimDto } from '../schema';

/** Each compared claim with everything that it must never be shown without. */
export function ComparedHeads({ claims }: { claims: readonly ComparedClaimDto[] }) {
  return (
    <ul className="compared-heads" aria-label="The claims compared">
      {claims.map((claim) => (
        <li key={claim.id} id={claim.id}>
          <ComparedHead claim={claim} others={claims.filter(({ id }) => id !== claim.id).map(({ id }) => id)} />
        </li>
      ))}
    </ul>
  );
}

function ComparedHead({ claim, others }: { claim: ComparedClaimDto; others: readonly string[] }) {
  return (
    <>
      <p className="eyebrow">
        {claim.id}{' '}
        <a href={comparisonHref(others)} rel="nofollow" aria-label={`Remove ${claim.id} from the comparison`}>
          remove
        </a>
      </p>
      <p className="compared-figure">
        {figureText(claim.figure)} <span>{unitText(claim.figure)}</span>
      </p>
      {claim.figure.of === null ? null : <p className="meta">of {claim.figure.of}</p>}
      <p>
        <a href={`/claims/${claim.id}/${claim.slug}`}>{claim.statement}</a>
      </p>
      <p className="claim-item-marks">
        <StatusTag status={claim.status} />
        <ReliabilityBadge level={claim.reliability} provisional={claim.grades.provisional} />
      </p>
      <p className="meta">
        <OriginText claim={claim} />
      </p>
      <p className="meta">
        <strong>Does not measure:</strong>
      </p>
      <ul className="meta">
        {claim.doesNotMeasure.map((misreading) => (
          <li key={misreading}>{misreading}</li>
        ))}
      </ul>
    </>
  );
}
