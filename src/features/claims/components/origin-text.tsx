import { Link } from '../../../ui/link';
import type { ClaimSummary } from '../schema';
import { SourceStandingTag } from './badges';

type OriginTextProps = { claim: ClaimSummary; inNewTab?: boolean };

/** Where a claim was first stated. A misquotation has no origin of its own: it comes from the claim it misquotes. */
export function OriginText({ claim: { origin, status }, inNewTab }: OriginTextProps) {
  if (origin === null) return status === 'misquotation' ? 'Misquotes another claim' : 'Origin not established';
  return (
    <>
      First stated in{' '}
      <Link href={`/sources/${origin.source.id}`} inNewTab={inNewTab}>
        {origin.source.shortName}
      </Link>{' '}
      <SourceStandingTag standing={origin.source.standing} />
    </>
  );
}
