import { ARITHMETIC_OUTCOME, ARITHMETIC_RULE } from '../../../domain/arithmetic/words';
import { ClaimItem } from '../../claims/components/claim-item';
import type { Arithmetic, ArithmeticFinding } from '../schema';

/** More claims than these are folded away: the calculations come first. */
const CLAIMS_SHOWN = 4;

const NAMED_MAX = 8;

/** Whether the claim's numbers fit those of the claims around it. Nothing where no calculation can be made. */
export function ArithmeticSection({ claimId, arithmetic }: { claimId: string; arithmetic: Arithmetic }) {
  const { findings, claims } = arithmetic;
  if (findings.length === 0) return null;
  const items = (
    <ul className="claim-list">
      {claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="arithmetic">
      <h2 id="arithmetic">Does it add up?</h2>
      <p className="muted">
        Calculations that this claim and its neighbours allow. Each number stands for everything that rounds to it;
        numbers agree when these spans meet. That numbers agree does not make them right.
      </p>
      <ul className="arithmetic">
        {findings.map((finding) => (
          <Calculation key={`${finding.rule} ${finding.equation}`} finding={finding} claimId={claimId} />
        ))}
      </ul>
      {claims.length > CLAIMS_SHOWN ? (
        <details className="arithmetic-claims">
          <summary>The {claims.length} other claims in these calculations</summary>
          {items}
        </details>
      ) : (
        <>
          <h3>The other claims in these calculations</h3>
          {items}
        </>
      )}
    </section>
  );
}

function Calculation({ finding, claimId }: { finding: ArithmeticFinding; claimId: string }) {
  const { label, mark } = ARITHMETIC_OUTCOME[finding.outcome];
  return (
    <li className={`calculation calculation-${finding.outcome}`}>
      <p className="meta">
        <strong className="calculation-outcome">
          <span aria-hidden="true">{mark}</span> {label}
        </strong>{' '}
        · {ARITHMETIC_RULE[finding.rule]}
      </p>
      <p className="calculation-equation">{finding.equation}</p>
      <p>{finding.sentence}</p>
      <p className="meta">
        With <Others ids={finding.claims.filter((id) => id !== claimId)} />
      </p>
    </li>
  );
}

/** The other claims of one calculation by their ids; many of them by their number, since the list below has them. */
function Others({ ids }: { ids: readonly string[] }) {
  if (ids.length > NAMED_MAX) return `${ids.length} of the claims below`;
  return ids.map((id, index) => (
    <span key={id}>
      {index === 0 ? '' : index === ids.length - 1 ? ' and ' : ', '}
      <a href={`/claims/${id}`}>{id}</a>
    </span>
  ));
}
