import { ClaimItem } from '../../claims/components/claim-item';
import type { ClaimDto } from '../../claims/schema';

/** One claim alone: what it is, and what can be set beside it. */
export function OnlyClaim({ claim, children }: { claim: ClaimDto; children: React.ReactNode }) {
  return (
    <section aria-labelledby="only">
      <h2 id="only">One claim is not a comparison</h2>
      <ul className="claim-list">
        <ClaimItem claim={claim} />
      </ul>
      {children}
    </section>
  );
}
