import { METHOD_KIND } from '../../../domain/words';
import { Fact, Facts } from '../../../ui/facts';
import type { ClaimDto } from '../schema';

/** What readers wrongly take the figure for. Never far from the figure itself. */
export function DoesNotMeasure({ claim }: { claim: ClaimDto }) {
  return (
    <section className="not-measured" aria-labelledby="does-not-measure">
      <h2 id="does-not-measure">What it does not measure</h2>
      <ul>
        {claim.doesNotMeasure.map((misreading) => (
          <li key={misreading}>{misreading}</li>
        ))}
      </ul>
    </section>
  );
}

/** How the figure was made. */
export function MethodSection({ claim: { methodNote } }: { claim: ClaimDto }) {
  return (
    <section aria-labelledby="how-made">
      <h2 id="how-made">How it was made</h2>
      {methodNote === null ? (
        <p className="unknown">Not established</p>
      ) : (
        <Facts>
          <Fact label="Method">
            {METHOD_KIND[methodNote.kind].label}
            <p className="meta">{METHOD_KIND[methodNote.kind].meaning}</p>
          </Fact>
          <Fact label="In words">{methodNote.description}</Fact>
          <Fact label="Population and frame">{methodNote.frame}</Fact>
          <Fact label="Sample">{methodNote.sample}</Fact>
          <Fact label="Known limits">
            {methodNote.limits.length === 0 ? null : (
              <ul>
                {methodNote.limits.map((limit) => (
                  <li key={limit}>{limit}</li>
                ))}
              </ul>
            )}
          </Fact>
        </Facts>
      )}
    </section>
  );
}
