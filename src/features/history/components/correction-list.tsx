import { CORRECTION_KIND, CorrectionKind } from '../../../domain/history/actions';
import { correctionSearch } from '../filters';
import type { CorrectionPage } from '../loaders';
import type { ChainHead, Correction, CorrectionFilters } from '../schema';
import { Moment } from '../../../ui/moment';
import { Pager } from '../../../ui/pager';

/** The address of the log with these filters. */
function hrefOf(filters: CorrectionFilters): string {
  const search = correctionSearch(filters);
  return search === '' ? '/corrections' : `/corrections?${search}`;
}

/** Ways to narrow the log: plain links. */
export function CorrectionKinds({ filters }: { filters: CorrectionFilters }) {
  const href = (kind: CorrectionKind) => {
    const on = filters.kind.includes(kind);
    return hrefOf({ kind: on ? filters.kind.filter((member) => member !== kind) : [...filters.kind, kind] });
  };
  return (
    <nav aria-label="Kinds of corrections">
      <ul className="inline-list correction-kinds">
        {CorrectionKind.options.map((kind) => (
          <li key={kind}>
            <a href={href(kind)} rel="nofollow" aria-current={filters.kind.includes(kind) ? 'true' : undefined}>
              {CORRECTION_KIND[kind].label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The log itself, newest first. */
export function CorrectionList({ page }: { page: CorrectionPage }) {
  const { corrections, next, isFirst, filters } = page;
  if (corrections.length === 0) {
    return (
      <p>
        {filters.kind.length === 0
          ? 'Nothing that was published here has been corrected yet.'
          : 'Nothing of this kind is recorded.'}
      </p>
    );
  }
  return (
    <>
      <ol className="events">
        {corrections.map((correction) => (
          <CorrectionItem key={correction.position} correction={correction} />
        ))}
      </ol>
      <Pager
        first={!isFirst && hrefOf(filters)}
        next={next && `/corrections${next}`}
        nextText="Earlier corrections"
        follow={false}
      />
    </>
  );
}

function CorrectionItem({ correction }: { correction: Correction }) {
  const { position, at, kind, actor, subject, title, summary, reason, changed } = correction;
  const path = `/${subject.startsWith('C') ? 'claims' : 'sources'}/${subject}`;
  return (
    <li id={`event-${position}`} className="event">
      <h3>
        {CORRECTION_KIND[kind].label}: <a href={path}>{title ?? subject}</a>
      </h3>
      <p className="meta">
        <Moment at={at} /> · {subject} · {actor}
      </p>
      <FigureChange figure={correction.figure} />
      <p>{summary}</p>
      {reason === null ? null : (
        <p>
          <strong>Reason:</strong> {reason}
        </p>
      )}
      {changed === null ? null : <p className="meta">What changed: {changed}</p>}
      <p>
        <a href={`${path}/history#event-${position}`}>
          Word by word
          <span className="visually-hidden">{`: ${subject}, no. ${position}`}</span>
        </a>
      </p>
    </li>
  );
}

function FigureChange({ figure }: { figure: Correction['figure'] }) {
  if (figure === null) return null;
  return (
    <p className="correction-figure">
      <del>{figure.before}</del> <span aria-hidden="true">→</span> <span className="visually-hidden">became</span>{' '}
      <ins>{figure.after}</ins>
    </p>
  );
}

/** The end of the chain, for whoever wants to hold us to it. */
export function ChainHeadNote({ head }: { head: ChainHead }) {
  if (head.at === null) return null;
  return (
    <section aria-labelledby="seal">
      <h2 id="seal">The seal of the history</h2>
      <p>
        Every change made here is an entry in one history, and each entry bears the hash of the one before. Whoever
        notes the last hash can have it proved later that nothing up to it was changed, left out or put in.
      </p>
      <dl className="facts">
        <div>
          <dt>Entries</dt>
          <dd>{head.position.toLocaleString('en-GB')}</dd>
        </div>
        <div>
          <dt>Last entry</dt>
          <dd>
            <Moment at={head.at} />
          </dd>
        </div>
        <div>
          <dt>Last hash</dt>
          <dd className="event-hash">
            <code>{head.hash}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}
