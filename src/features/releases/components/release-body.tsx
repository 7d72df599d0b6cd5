import type { ReleaseDocument } from '../../../domain/fact-sheet/release';
import type { SheetClaim } from '../../../domain/fact-sheet/sheet-claim';
import { CLAIM_STATUS, RELIABILITY } from '../../../domain/words';
import { Fact, Facts } from '../../../ui/facts';

/** The claims of a release, as they were. */
export function ReleaseBody({ document }: { document: ReleaseDocument }) {
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">Claims</h2>
      <ol className="plain released-claims">
        {document.claims.map((claim) => (
          <ReleasedClaim key={claim.id} claim={claim} />
        ))}
      </ol>
    </section>
  );
}

function ReleasedClaim({ claim }: { claim: SheetClaim }) {
  const { id, statement, status, citation, reliability, provisional, doesNotMeasure } = claim;
  return (
    <li>
      <p>{statement}</p>
      <Facts>
        <Fact label="Claim">
          <a href={`/claims/${id}`}>{id}</a>
          {status === 'current' ? null : `, ${CLAIM_STATUS[status].label.toLowerCase()} when it was released`}
        </Fact>
        <Fact label="Source">
          {citation === null
            ? null
            : [citation.work.shortName, citation.work.title, citation.locator]
                .filter((part) => part !== null)
                .join('. ')}
        </Fact>
        <Fact label="Reliability">
          {RELIABILITY[reliability].label}
          {provisional ? ', provisional' : ''}
        </Fact>
        <Fact label="Does not measure">{doesNotMeasure.length === 0 ? null : doesNotMeasure.join(' ')}</Fact>
      </Facts>
    </li>
  );
}
