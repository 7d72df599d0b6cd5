import type { Metadata } from 'next';
import { SearchBox } from '@/ui/search-box';

export const metadata: Metadata = { title: 'Not found' };

/** Whoever comes here had an address that leads nowhere: the search is the way on. */
export default function NotFound() {
  return (
    <div className="prose">
      <h1>There is nothing at this address</h1>
      <p>
        Ids look like <code>C12</code> for a claim and <code>S7</code> for a source, and are never given to another
        record. If you followed a link to come here, it may have a letter too many or too few.
      </p>
      <SearchBox action="/claims" label="Search claims by words or by number" placeholder="1.8 million, trafficking" />
      <p>
        Or look through <a href="/claims">all claims</a>, <a href="/sources">all sources</a> or{' '}
        <a href="/topics">the topics</a>.
      </p>
    </div>
  );
}
