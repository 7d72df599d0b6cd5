import { dateText } from '../../../domain/partial-date';
import { SOURCE_RELIABILITY, SOURCE_TYPE, VERIFICATION } from '../../../domain/words';
import { SourceStandingTag } from '../../claims/components/badges';
import type { SourceSummary } from '../schema';
import { authorText } from './bibliographic-facts';

/** A source in the bibliography. */
export function SourceItem({ source }: { source: SourceSummary }) {
  const made = [
    authorText(source.author),
    source.issued === null ? 'date not established' : dateText(source.issued),
    source.containerTitle ?? source.publisher,
  ];
  return (
    <li className="source-item">
      <p className="source-name">{source.shortName}</p>
      <div>
        <h3>
          <a href={`/sources/${source.id}/${source.slug}`}>{source.title}</a>
        </h3>
        <p className="meta">{[...new Set(made.filter((part) => part !== null))].join(' · ')}</p>
        <p className="meta">
          <SourceStandingTag standing={source.standing} /> {SOURCE_TYPE[source.type]} ·{' '}
          {source.reliability === null ? 'Not graded' : SOURCE_RELIABILITY[source.reliability].label} ·{' '}
          {counted(source)} · {VERIFICATION[source.verification.level].label} · {source.id}
        </p>
      </div>
    </li>
  );
}

function counted({ claimCount, citationCount }: SourceSummary): string {
  if (citationCount === 0) return 'states no claim recorded here';
  const citations = citationCount === 1 ? '1 citation' : `${citationCount} citations`;
  if (claimCount === 0) return citations;
  return `${citations}, origin of ${claimCount === 1 ? '1 claim' : `${claimCount} claims`}`;
}
