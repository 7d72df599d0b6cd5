import { Pager } from '../../../ui/pager';
import { sourceHref } from '../filters';
import type { SourceListPage } from '../loaders';
import { SourceItem } from './source-item';

/** The bibliography by name, page by page. */
export function SourceResults({ list, firstPage }: { list: SourceListPage; firstPage: boolean }) {
  if (list.sources.length === 0) {
    return (
      <div className="prose">
        <h2>No source matches</h2>
        <p>
          Use fewer words: every word has to be in the title, the author, the publisher or the name. Or{' '}
          <a href="/sources">see all sources</a>.
        </p>
      </div>
    );
  }
  return (
    <>
      <div className="results-head">
        <h2>{list.total === 1 ? '1 source' : `${list.total.toLocaleString('en-GB')} sources`}</h2>
      </div>
      <ul className="source-list">
        {list.sources.map((source) => (
          <SourceItem key={source.id} source={source} />
        ))}
      </ul>
      <Pager first={!firstPage && sourceHref(list.filters)} next={list.next && `/sources${list.next}`} />
    </>
  );
}
