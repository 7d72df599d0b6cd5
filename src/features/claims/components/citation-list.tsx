import { dateText } from '../../../domain/partial-date';
import { CITATION_ROLE, DISTORTION, ORIGIN_STATE } from '../../../domain/words';
import type { CitationDto, ClaimDto } from '../schema';
import { SourceStandingTag } from './badges';
import { VerificationLine } from './verification-line';

type CitationListProps = {
  claim: ClaimDto;
  /** By citation: what a rule found in it that nobody recorded. */
  found: ReadonlyMap<number, readonly string[]>;
};

/** Every place where the claim is stated: the origin first, then by date. */
export function CitationList({ claim, found }: CitationListProps) {
  return (
    <section aria-labelledby="citations">
      <h2 id="citations">Citations ({claim.citations.length})</h2>
      <p className="muted">
        Each place where this figure is stated; an origin, where one is known, comes first. Citations that draw on one
        origin are one piece of evidence, however many they are.
      </p>
      <ol className="citation-list">
        {claim.citations.map((citation) => (
          <Citation key={citation.id} citation={citation} claimId={claim.id} found={found.get(citation.id) ?? []} />
        ))}
      </ol>
    </section>
  );
}

type CitationProps = { citation: CitationDto; claimId: string; found: readonly string[] };

function Citation({ citation, claimId, found }: CitationProps) {
  const { source, role, originState, locator, figureAsPrinted, distortions } = citation;
  return (
    <li id={`citation-${citation.id}`} className={`citation citation-${originState}`}>
      <h3>
        <a href={`/sources/${source.id}`}>{source.shortName}</a> <SourceStandingTag standing={source.standing} />
      </h3>
      <p className="citation-title">
        {source.title}
        <span className="meta">
          {' · '}
          {[source.publisher, source.issued === null ? 'date not established' : dateText(source.issued)]
            .filter((part) => part !== null)
            .join(', ')}
        </span>
      </p>
      <p>
        {figureAsPrinted === null ? (
          <span className="unknown">Printed wording not established</span>
        ) : (
          <q>{figureAsPrinted}</q>
        )}
        <span className="meta"> · {locator ?? 'page or section not established'}</span>
        <QuoteLink citation={citation} />
      </p>
      <p className="citation-state">
        <strong>{ORIGIN_STATE[originState].label}</strong> <DrawnFrom citation={citation} claimId={claimId} />
        <span className="meta">· {CITATION_ROLE[role].label}</span>
      </p>
      {citation.searchLog === null ? null : <p className="meta">Looked for: {citation.searchLog}</p>}
      <Distortions list={distortions} />
      {found.length === 0 ? null : <p className="meta">{found.join('; ')}; nobody recorded it yet.</p>}
      {citation.note === null ? null : <p>{citation.note}</p>}
      <VerificationLine verification={citation.verification} />
    </li>
  );
}

/** To the words themselves, in a browser that finds them (https://wicg.github.io/scroll-to-text-fragment/). */
function QuoteLink({ citation: { source, quote } }: { citation: CitationDto }) {
  if (quote === null || source.url === null) return null;
  const encode = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D');
  const parts = [
    quote.prefix === null ? '' : `${encode(quote.prefix)}-,`,
    encode(quote.exact),
    quote.suffix === null ? '' : `,-${encode(quote.suffix)}`,
  ];
  return (
    <span className="meta">
      {' · '}
      <a href={`${source.url.replace(/#.*/, '')}#:~:text=${parts.join('')}`} rel="external noopener">
        to these words
      </a>
    </span>
  );
}

function DrawnFrom({ citation: { drawnFrom }, claimId }: { citation: CitationDto; claimId: string }) {
  if (drawnFrom === null) return null;
  const here = drawnFrom.claimId === claimId;
  return (
    <>
      <a href={`${here ? '' : `/claims/${drawnFrom.claimId}`}#citation-${drawnFrom.id}`}>
        {drawnFrom.source.shortName}
        {here ? '' : `, claim ${drawnFrom.claimId}`}
      </a>{' '}
    </>
  );
}

function Distortions({ list }: { list: CitationDto['distortions'] }) {
  if (list.length === 0) return null;
  return (
    <ul className="distortions">
      {list.map(({ kind, note }) => (
        <li key={kind}>
          <strong>{DISTORTION[kind].label}.</strong> {note}
        </li>
      ))}
    </ul>
  );
}
