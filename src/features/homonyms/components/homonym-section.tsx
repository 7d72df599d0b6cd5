import { numberText } from '../../../domain/figure-text';
import { ClaimItem } from '../../claims/components/claim-item';
import type { Homonym, Homonyms } from '../schema';

/** Other claims with the same number, so that nobody takes one for the other. Nothing where no number was looked for. */
export function HomonymSection({ homonyms: found }: { homonyms: Homonyms }) {
  const { numbers, homonyms, leftOut } = found;
  if (numbers.length + homonyms.length === 0) return null;
  return (
    <section aria-labelledby="homonyms">
      <h2 id="homonyms">Same number, other claim</h2>
      {homonyms.length === 0 ? (
        <p className="muted">No other claim recorded here has the number {numbersText(found)}.</p>
      ) : (
        <>
          <p className="muted">
            The same number does not make the same claim. What tells these apart from this claim stands with each.
          </p>
          <ul className="claim-list">
            {homonyms.map((homonym) => (
              <ClaimItem key={homonym.claim.id} claim={homonym.claim}>
                <Apart homonym={homonym} />
              </ClaimItem>
            ))}
          </ul>
        </>
      )}
      {leftOut === 0 ? null : (
        <p className="meta">
          {leftOut === 1 ? 'One more claim has' : `${leftOut} more claims have`} the same number; the closest are shown.
        </p>
      )}
    </section>
  );
}

function numbersText({ numbers, percent }: Homonyms): string {
  return numbers.map((number) => `${numberText(number)}${percent ? ' %' : ''}`).join(' or ');
}

/** What an editor noted, where the number is printed, and each respect in which the claims differ. */
function Apart({ homonym: { claim, note, noteFrom, printed, differences } }: { homonym: Homonym }) {
  return (
    <>
      {note === null ? null : (
        <p>
          {noteFrom === 'that' ? `Noted with ${claim.id} about this claim: ` : ''}
          {note}
        </p>
      )}
      {printed === null ? null : (
        <p className="meta">
          The number stands in a citation, printed <q>{printed}</q>.
        </p>
      )}
      {differences.length === 0 ? null : (
        <dl className="homonym-differences">
          {differences.map(({ aspect, here, there }) => (
            <div key={aspect}>
              <dt>{aspect}</dt>
              <dd>
                <span>There: {there}</span> <span>This claim: {here}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
