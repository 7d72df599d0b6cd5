import { MINOR_DISTORTIONS } from '../../../domain/citation';
import { DISTORTION } from '../../../domain/words';
import { ClaimItem } from '../../claims/components/claim-item';
import type { DistortedClaim, RepeatedClaim } from '../schema';

const SHOWN = 6;

/** The claims passed on most, each with how many roots all that repeating has. */
export function RepeatedClaims({ list }: { list: readonly RepeatedClaim[] }) {
  const single = list.filter(({ roots, untraced }) => roots === 1 && untraced === 0).length;
  return (
    <section aria-labelledby="most-repeated">
      <h2 id="most-repeated">Figures repeated most</h2>
      <p className="network-note">
        Many citations of one root are one piece of evidence. Of the {list.length} figures repeated most, {single}{' '}
        {single === 1 ? 'has' : 'have'} a single root to which every citation leads back.
      </p>
      <List items={list.map((entry) => ({ claim: entry.claim, note: repeatedText(entry) }))} />
    </section>
  );
}

/** `8 citations, 1 root: one piece of evidence`. */
function repeatedText({ citations, roots, untraced }: RepeatedClaim): React.ReactNode {
  const found = roots === 0 ? 'no root found' : roots === 1 ? '1 root' : `${roots} roots`;
  const open = untraced === 0 ? '' : `; ${untraced === 1 ? '1 of them leads' : `${untraced} of them lead`} nowhere`;
  return (
    <>
      <strong>
        {citations === 1 ? '1 citation' : `${citations} citations`}, {found}
      </strong>
      {roots === 1 && untraced === 0 ? ': one piece of evidence' : ''}
      {open}.
    </>
  );
}

/** The claims whose meaning changed most often on the way, and how. */
export function DistortedClaims({ list }: { list: readonly DistortedClaim[] }) {
  return (
    <section aria-labelledby="most-distorted">
      <h2 id="most-distorted">Figures distorted most</h2>
      <p className="network-note">
        By the number of traced citations that changed the meaning of the figure. Each may have changed several things.
      </p>
      {list.length === 0 ? <p className="muted">No citation is recorded to have changed a meaning.</p> : null}
      <List items={list.map((entry) => ({ claim: entry.claim, note: distortedText(entry) }))} />
    </section>
  );
}

function distortedText({ fidelity: { major, traced, untraced }, distortions }: DistortedClaim): React.ReactNode {
  const weight = (minor: boolean) =>
    distortions
      .filter(({ kind }) => MINOR_DISTORTIONS.has(kind) === minor)
      .map(({ kind, count }) => `${DISTORTION[kind].label.toLowerCase()} ${timesText(count)}`)
      .join(', ');
  const minor = weight(true);
  return (
    <>
      <strong>
        Meaning changed in {major} of {traced === 1 ? '1 traced citation' : `${traced} traced citations`}
      </strong>
      : {weight(false)}
      {minor === '' ? '' : `; besides ${minor}`}
      {untraced === 0 ? '' : `. ${untraced} more untraced`}.
    </>
  );
}

function timesText(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}

type Item = { claim: RepeatedClaim['claim']; note: React.ReactNode };

function List({ items }: { items: readonly Item[] }) {
  const rows = (part: readonly Item[]) => (
    <ul className="claim-list">
      {part.map(({ claim, note }) => (
        <ClaimItem key={claim.id} claim={claim}>
          <p>{note}</p>
        </ClaimItem>
      ))}
    </ul>
  );
  return (
    <>
      {rows(items.slice(0, SHOWN))}
      {items.length <= SHOWN ? null : (
        <details className="chart-table">
          <summary>{items.length - SHOWN} more</summary>
          {rows(items.slice(SHOWN))}
        </details>
      )}
    </>
  );
}
