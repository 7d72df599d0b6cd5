import { getLineage } from '@/features/lineage/data';
import { lineageCsv } from '@/formats/lineage-csv';
import { lineageFileChart } from '@/formats/svg/lineage-drawing';
import { fileRoute } from '@/http/route';
import { chartFile } from './chart-file';
import { missingRecord } from './missing-file';

/** The drawing of a claim's whole lineage as a file: /claims/C1/lineage.svg, .png. */
export function lineageFile(kind: 'svg' | 'png') {
  return chartFile(kind, async (request, { id = '' }) => {
    const lineage = await getLineage(id);
    if (lineage === null) return missingRecord(request, id, 'No claim has this id.');
    return {
      chart: lineageFileChart(lineage),
      path: `/claims/${id}`,
      name: `${id}-lineage`,
    };
  });
}

/** The same as a table: /claims/C1/lineage.csv. */
export function lineageTable() {
  return fileRoute(async (request, { id = '' }) => {
    const lineage = await getLineage(id);
    if (lineage === null) return missingRecord(request, id, 'No claim has this id.');
    return {
      body: lineageCsv(lineage),
      contentType: 'text/csv; charset=utf-8',
      fileName: `plumbline-${id}-lineage.csv`,
    };
  });
}
