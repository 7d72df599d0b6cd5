import { figureText, unitText } from '../../../domain/figure-text';
import { CLAIM_STATUS, DISTORTION, RELIABILITY } from '../../../domain/words';
import type { SourceCitation, SourceDto } from '../schema';
import { type DrawnLink, drawnByLinks, drawnFromLinks } from './drawn-links';

/** Everything the work states: claims that begin here, and figures it passes on, with what it did to them. */
export function SourceClaims({ source }: { source: SourceDto }) {
  const origins = source.citations.filter((citation) => citation.originState === 'origin');
  const others = source.citations.filter((citation) => citation.originState !== 'origin');
  return (
    <>
      <section aria-labelledby="origins">
        <h2 id="origins">Claims first stated here ({origins.length})</h2>
        <Citations list={origins} empty="No claim recorded here begins with this work." />
      </section>
      <section aria-labelledby="citations">
        <h2 id="citations">Figures it passes on ({others.length})</h2>
        <Citations list={others} empty="It passes on no figure that is recorded here." />
      </section>
      <Drawn id="draws-on" title="What it draws on" links={drawnFromLinks(source)} />
      <Drawn id="drawn-by" title="Who draws on it" links={drawnByLinks(source)} />
    </>
  );
}

function Citations({ list, empty }: { list: readonly SourceCitation[]; empty: string }) {
  if (list.length === 0) return <p className="muted">{empty}</p>;
  return (
    <ul className="source-claims">
      {list.map((citation) => (
        <SourceClaim key={citation.id} citation={citation} />
      ))}
    </ul>
  );
}

function SourceClaim({ citation }: { citation: SourceCitation }) {
  const { claim, locator, figureAsPrinted, drawnFrom, distortions } = citation;
  const grade =
    claim.reliability === 'not-graded' ? 'Not graded' : `${RELIABILITY[claim.reliability].label} reliability`;
  const status = claim.status === 'current' ? [] : [CLAIM_STATUS[claim.status].label];
  return (
    <li>
      <p className="source-claim-figure">
        {figureText(claim.figure)} <span>{unitText(claim.figure)}</span>
      </p>
      <div>
        <p>
          <a href={`/claims/${claim.id}/${claim.slug}`}>{claim.statement}</a>
        </p>
        <p className="meta">
          {[...status, grade, claim.id, locator ?? 'page or section not established'].join(' · ')}
          {figureAsPrinted === null ? null : (
            <>
              {' '}
              · printed <q>{figureAsPrinted}</q>
            </>
          )}
          {drawnFrom === null ? null : (
            <>
              {' '}
              · drawn from <a href={`/sources/${drawnFrom.source.id}`}>{drawnFrom.source.shortName}</a>
            </>
          )}
        </p>
        {distortions.map(({ kind, note }) => (
          <p key={kind} className="source-distortion">
            <strong>{DISTORTION[kind].label}.</strong> {note}
          </p>
        ))}
        <p className="meta">
          <strong>Does not measure:</strong> {claim.doesNotMeasure[0]}
        </p>
      </div>
    </li>
  );
}

function Drawn({ id, title, links }: { id: string; title: string; links: readonly DrawnLink[] }) {
  if (links.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="inline-list">
        {links.map(({ source, claimIds }) => (
          <li key={source.id}>
            <a href={`/sources/${source.id}`}>{source.shortName}</a>{' '}
            <span className="meta">{claimIds.length === 1 ? claimIds[0] : `${claimIds.length} claims`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
