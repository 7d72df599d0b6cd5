import { type GapKind, YEARS_CURRENT } from '../../../domain/gaps';
import { GAP_KIND } from '../../../domain/words';

/** What the cells say, and what an empty one does not. */
export function GapLegend({ asOfYear }: { asOfYear: number }) {
  return (
    <dl className="gap-legend">
      <div>
        <dt>
          <span className="gap-swatch">9</span> A number
        </dt>
        <dd>How many claims there are, with the best reliability among them and the latest year one speaks of.</dd>
      </div>
      {(Object.keys(GAP_KIND) as GapKind[]).map((kind) => (
        <div key={kind}>
          <dt>
            <span className={`gap-swatch gap-${kind}`} aria-hidden="true">
              {GAP_KIND[kind].mark}
            </span>{' '}
            {GAP_KIND[kind].label}
          </dt>
          <dd>
            {GAP_KIND[kind].meaning}
            {kind === 'only-outdated' ? ` None of ${asOfYear - YEARS_CURRENT} or later.` : null}
          </dd>
        </div>
      ))}
      <div>
        <dt>
          <span className="gap-swatch" aria-hidden="true">
            †
          </span>{' '}
          Named in 2014
        </dt>
        <dd>
          The founding document named it as a gap. <a href="#named">The gaps it named</a>
        </dd>
      </div>
    </dl>
  );
}

/** The parts of the page: each table has more links than anybody wants to step through. */
export function GapContents() {
  return (
    <nav aria-label="On this page">
      <ul className="inline-list">
        <li>
          <a href="#regions">By region</a>
        </li>
        <li>
          <a href="#populations">By population</a>
        </li>
        <li>
          <a href="#named">Named as gaps in 2014</a>
        </li>
      </ul>
    </nav>
  );
}
