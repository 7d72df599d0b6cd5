import { CLAIM_STATUS, RELIABILITY } from '../../../domain/words';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { NewTabHint } from '../../../ui/link';
import type { ClaimSummary } from '../../claims/schema';
import type { TextFinding } from '../schema';

/** Claims that one link can add at once (src/features/fact-sheets/filters.ts). */
const ADDED_MAX = 50;

/** Puts the claims that the text speaks of into a fact sheet: those that it states faithfully come first. */
export function ClaimsToSheet({ findings }: { findings: readonly TextFinding[] }) {
  const matched = findings.filter(({ match }) => match !== null);
  const inOrder = [
    ...matched.filter(({ verdict }) => verdict === 'faithful'),
    ...matched.filter(({ verdict }) => verdict !== 'faithful'),
  ];
  const claims = new Map(inOrder.flatMap(({ match }) => (match === null ? [] : [[match.claim.id, match.claim]])));
  if (claims.size === 0) return null;
  return (
    <section aria-labelledby="to-sheet" className="claims-to-sheet">
      <h2 id="to-sheet">Put these claims into a fact sheet</h2>
      <form action="/fact-sheets/new" rel="noopener" className="form form-wide">
        <fieldset className="form-field">
          <legend>Claims that the text speaks of</legend>
          {[...claims.values()].every((claim) => doubtsOf(claim).length === 0) ? null : (
            <p className="meta">Those that are not current, or of very low reliability, are left for you to tick.</p>
          )}
          {[...claims.values()].map((claim, index) => (
            <div className="form-box" key={claim.id}>
              <input
                type="checkbox"
                name="add"
                value={claim.id}
                id={`add-${claim.id}`}
                defaultChecked={index < ADDED_MAX && doubtsOf(claim).length === 0}
              />
              <label htmlFor={`add-${claim.id}`}>
                {claim.id}: {claim.statement}
                {doubtsOf(claim).length === 0 ? '' : ` (${doubtsOf(claim).join(', ')})`}
              </label>
            </div>
          ))}
        </fieldset>
        <Buttons>
          <SubmitButton formTarget="_blank">
            Make a fact sheet
            <NewTabHint />
          </SubmitButton>
          <p className="meta">Each in its approved sentence, with its citation.</p>
        </Buttons>
      </form>
    </section>
  );
}

/** Why a claim is not put before others unasked. */
function doubtsOf({ status, reliability }: ClaimSummary): string[] {
  return [
    ...(status === 'current' ? [] : [CLAIM_STATUS[status].label.toLowerCase()]),
    ...(reliability === 'very-low' ? [`${RELIABILITY[reliability].label.toLowerCase()} reliability`] : []),
  ];
}
