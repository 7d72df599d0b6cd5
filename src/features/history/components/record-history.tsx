import { ProblemNotice } from '../../../ui/problem-notice';
import { Pager } from '../../../ui/pager';
import type { HistoryPage, ShownEvent } from '../loaders';
import { EventList } from './event-list';
import { CompareVersions, VersionComparison } from './version-comparison';

type RecordHistoryProps = {
  page: HistoryPage;
  /** Address of this page without its search part. */
  path: string;
  /** Whether the subject stands in the search part and not in the path. */
  withSubject?: boolean;
  below?: ((event: ShownEvent) => React.ReactNode) | undefined;
};

const LABELS = { cursor: 'The page', from: 'The earlier version', to: 'The later version', 'from, to': 'The versions' };

/** The whole history of one record, page by page, with any two of its versions side by side. */
export function RecordHistory({ page, path, withSubject = false, below }: RecordHistoryProps) {
  const first = withSubject ? `?subject=${encodeURIComponent(page.subject)}` : '';
  const next = page.next !== null && withSubject ? `${first}&${page.next.slice(1)}` : page.next;
  return (
    <>
      <ProblemNotice problems={page.problems} labels={LABELS} />
      <VersionComparison comparison={page.comparison} />
      <h2>Changes, newest first</h2>
      <CompareVersions page={page} action={path} withSubject={withSubject} />
      <EventList events={page.events} below={below} />
      <Pager
        first={!page.isFirst && `${path}${first}`}
        next={next && `${path}${next}`}
        nextText="Earlier changes"
        follow={false}
      />
    </>
  );
}
