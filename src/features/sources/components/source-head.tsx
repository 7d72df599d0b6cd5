import { SOURCE_RELIABILITY, SOURCE_STANDING, SOURCE_TYPE } from '../../../domain/words';
import { Fact, Facts } from '../../../ui/facts';
import { GradingLine, ReviewNotice } from '../../claims/components/grading-line';
import { Notice } from '../../../ui/notice';
import type { Bibliography, SourceDto } from '../schema';
import { bibliographicFacts } from './bibliographic-facts';

/** The work: what it is called, and its bibliographic record. */
export function SourceHead({ source }: { source: SourceDto }) {
  return (
    <header>
      <p className="eyebrow">
        Source {source.id} · {SOURCE_TYPE[source.type]}
      </p>
      <h1 className="source-title">{source.title}</h1>
      <p className="lead">
        {source.shortName}
        {source.says === null ? '' : `. ${source.says}`}
      </p>
      {source.standing === 'stands' ? null : (
        <Notice title={`${SOURCE_STANDING[source.standing].label}. ${SOURCE_STANDING[source.standing].meaning}`} warn>
          <p>{source.standingReason}</p>
        </Notice>
      )}
      {source.note === null ? null : <p className="source-note">{source.note}</p>}
    </header>
  );
}

type RecordProps = { source: Bibliography & Pick<SourceDto, 'citedAs'>; children?: React.ReactNode };

/** The record line by line; `children` is what is known of its link. */
export function BibliographicRecord({ source, children }: RecordProps) {
  return (
    <section aria-labelledby="record">
      <h2 id="record">Bibliographic record</h2>
      <Facts>
        {bibliographicFacts(source).map(({ label, value, href }) => (
          <Fact key={label} label={label}>
            {href === undefined || value === null ? (
              value
            ) : (
              <a href={href} rel="external noopener">
                {value}
              </a>
            )}
          </Fact>
        ))}
        {source.citedAs === null ? null : <Fact label="Founding document cites it as">{source.citedAs}</Fact>}
      </Facts>
      {children}
    </section>
  );
}

/** How far the work can be trusted as a work, with the reasons. */
export function SourceGrade({ source }: { source: SourceDto }) {
  const { reliability, provisional, reasons, grading, underReview } = source;
  const grade = reliability === null ? null : SOURCE_RELIABILITY[reliability];
  return (
    <section aria-labelledby="reliability">
      <h2 id="reliability">Source reliability</h2>
      <p>
        <strong>{grade?.label ?? 'Not graded'}</strong>
        {grade !== null && provisional ? <span className="meta"> provisional</span> : null}
      </p>
      <p className="meta">
        {grade?.meaning ?? 'Too little is known of it.'} <a href="/method#source-reliability">How sources are graded</a>
      </p>
      <ReviewNotice underReview={underReview} />
      {reasons.length === 0 ? null : (
        <ul className="reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {grading === null ? null : <GradingLine grading={grading} />}
    </section>
  );
}
