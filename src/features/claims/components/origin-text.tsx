import type { ClaimSummary } from '../schema';
import { SourceStandingTag } from './badges';

/** Where a claim was first stated. A misquotation has no origin of its own: it comes from the claim it misquotes. */
export function OriginText({ claim: { origin, status } }: { claim: ClaimSummary }) {
  if (origin === null) return status === 'misquotation' ? 'Misquotes another claim' : 'Origin not established';
  return (
    <>
      First stated in <a href={`/sources/${origin.source.id}`}>{origin.source.shortName}</a>{' '}
      <SourceStandingTag standing={origin.source.standing} />
    </>
  );
}
