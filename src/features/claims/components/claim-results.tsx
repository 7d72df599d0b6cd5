import { Notice } from '../../../ui/notice';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Pager } from '../../../ui/pager';
import { effectiveSort, filterHref } from '../filters';
import type { ClaimListPage } from '../loaders';
import type { ClaimSort } from '../schema';
import { FACET_TITLE } from './claim-filters';
import { ClaimItem } from './claim-item';

/** The form that every box of the list belongs to, wherever it stands. */
const COMPARE_FORM = 'compare-ticked';

const SORT_TITLE: Readonly<Record<ClaimSort, string>> = {
  relevance: 'Relevance',
  citations: 'Most cited',
  newest: 'Newest period',
  largest: 'Largest value',
  id: 'Number',
};

/** What the search found: how much, in what order, page by page. */
export function ClaimResults({ list, firstPage }: { list: ClaimListPage; firstPage: boolean }) {
  if (list.claims.length === 0) return <NothingFound list={list} />;
  return (
    <>
      <div className="results-head">
        <h2>{list.total === 1 ? '1 claim' : `${list.total.toLocaleString('en-GB')} claims`}</h2>
        <SortLinks list={list} />
      </div>
      <ul className="claim-list">
        {list.claims.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} highlights={claim.highlights} compareForm={COMPARE_FORM} />
        ))}
      </ul>
      <form id={COMPARE_FORM} className="compare-bar" action="/compare">
        <button className="button-quiet" type="submit">
          Compare the ticked claims
        </button>
        <span className="meta">Two to six of them</span>
      </form>
      <Pager first={!firstPage && filterHref(list.filters)} next={list.next && `/claims${list.next}`} />
    </>
  );
}

function SortLinks({ list: { filters } }: { list: ClaimListPage }) {
  const current = effectiveSort(filters);
  const sorts = (Object.keys(SORT_TITLE) as ClaimSort[]).filter((sort) => sort !== 'relevance' || filters.q);
  return (
    <nav aria-label="Order">
      <ul className="sorts">
        {sorts.map((sort) => (
          <li key={sort}>
            <a href={filterHref(filters, { sort })} rel="nofollow" aria-current={sort === current ? 'true' : undefined}>
              {SORT_TITLE[sort]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What a parameter of the address is called on the page. */
const PARAMETER_LABEL: Readonly<Record<string, string>> = {
  ...FACET_TITLE,
  q: 'The search',
  yearFrom: 'Year, from',
  yearTo: 'Year, to',
  valueMin: 'Value, from',
  valueMax: 'Value, to',
  sort: 'Order',
  cursor: 'The page',
};

/** What could not be used of the address, and what was searched in place of a mistyped word. */
export function SearchNotices({ list: { problems, correctedWords } }: { list: ClaimListPage }) {
  return (
    <>
      <ProblemNotice problems={problems} labels={PARAMETER_LABEL} />
      {correctedWords.map(({ typed, used }) => (
        <Notice key={typed} title={`No claim has the word “${typed}”`}>
          <p>Searched in its place: {used.map((word) => `“${word}”`).join(' or ')}.</p>
        </Notice>
      ))}
    </>
  );
}

/** Every word has to be there; each alone may well be. */
function FewerWords({ q }: { q: string | undefined }) {
  const words = (q ?? '').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length < 2) return null;
  return (
    <li>
      Use fewer words, for every one has to be there. Search for one alone:{' '}
      {words.slice(0, 8).map((word, index) => (
        <span key={word}>
          {index > 0 ? ', ' : ''}
          <a href={`/claims?${new URLSearchParams({ q: word })}`}>{word}</a>
        </span>
      ))}
    </li>
  );
}

function NothingFound({ list: { filters } }: { list: ClaimListPage }) {
  const narrowed = filterHref(filters, { q: undefined, sort: undefined }) !== '/claims';
  return (
    <div className="prose">
      <h2>No claim matches</h2>
      <p>Nothing in the evidence base has all of this. What may help:</p>
      <ul>
        {narrowed && filters.q ? (
          <li>
            <a href={`/claims?${new URLSearchParams({ q: filters.q })}`}>Search without the filters</a>
          </li>
        ) : null}
        <FewerWords q={filters.q} />
        <li>
          Search by the number alone, as it was printed: <a href="/claims?q=1.8+million">1.8 million</a>,{' '}
          <a href="/claims?q=7%25">7%</a>. Digits and words, commas and spaces make no difference.
        </li>
        <li>
          <a href="/topics">Look by topic</a>, or <a href="/claims">see all claims</a>.
        </li>
      </ul>
      <p>A figure that is not here has not been traced yet. That says nothing about whether it is right.</p>
    </div>
  );
}
