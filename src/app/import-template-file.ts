import { csvOf } from '@/formats/csv';
import { templateColumns } from '@/formats/import/csv';
import { csvResponse, deskRoute } from '@/http/desk-route';

/** A CSV of nothing but the names of the columns: an example row could be imported by mistake. */
export function templateFile(kind: 'claims' | 'sources') {
  return deskRoute('import.run', async () =>
    csvResponse(csvOf(templateColumns(kind), []), `plumbline-template-${kind}.csv`),
  );
}
