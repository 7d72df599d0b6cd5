import { getReport } from '@/features/imports/data';
import { ImportId } from '@/features/imports/schema';
import { importReportCsv } from '@/formats/import-report-csv';
import { csvResponse, deskRoute } from '@/http/desk-route';

/** What became of every row. */
export const GET = deskRoute('import.run', async (_request, actor, { id }) => {
  const number = ImportId.safeParse(id);
  const rows = number.success ? await getReport(actor, number.data) : null;
  if (rows === null) return new Response('There is no such import.\n', { status: 404 });
  return csvResponse(importReportCsv(rows), `plumbline-import-${id}.csv`);
});
