import { RecordHistoryPage, type RecordHistoryProps, recordHistoryMetadata } from '../../../record-history-page';
import { loadSource } from '@/features/sources/loaders';

export const dynamic = 'force-dynamic';

export function generateMetadata(props: RecordHistoryProps) {
  return recordHistoryMetadata('source', props);
}

export default function Page(props: RecordHistoryProps) {
  return <RecordHistoryPage {...props} kind="source" nameOf={async (id) => (await loadSource(id))?.title} />;
}
