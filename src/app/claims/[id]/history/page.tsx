import { RecordHistoryPage, type RecordHistoryProps, recordHistoryMetadata } from '../../../record-history-page';
import { loadClaim } from '@/features/claims/loaders';

export const dynamic = 'force-dynamic';

export function generateMetadata(props: RecordHistoryProps) {
  return recordHistoryMetadata('claim', props);
}

export default function Page(props: RecordHistoryProps) {
  return <RecordHistoryPage {...props} kind="claim" nameOf={async (id) => (await loadClaim(id))?.statement} />;
}
