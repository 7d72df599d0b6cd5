import { CLAIM_STATUS } from '../../../domain/words';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
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
      <form action="/fact-sheets/new" className="form form-wide">
        <fieldset className="form-field">
          <legend>Claims that the text speaks of</legend>
          {[...claims.values()].map(({ id, statement, status }, index) => (
            <div className="form-box" key={id}>
              <input type="checkbox" name="add" value={id} id={`add-${id}`} defaultChecked={index < ADDED_MAX} />
              <label htmlFor={`add-${id}`}>
                {id}: {statement}
                {status === 'current' ? '' : ` (${CLAIM_STATUS[status].label.toLowerCase()})`}
              </label>
            </div>
          ))}
        </fieldset>
        <Buttons>
          <SubmitButton>Make a fact sheet</SubmitButton>
          <p className="meta">Each in its approved sentence, with its citation.</p>
        </Buttons>
      </form>
    </section>
  );
}
