import { getSeries } from '@/features/series/data';
import { FILE } from '@/formats/svg/chart';
import { seriesCsv } from '@/formats/series-csv';
import { seriesChart } from '@/formats/svg/series-chart';
import { ApiProblem } from '@/http/problem';
import { fileRoute } from '@/http/route';
import { chartFile } from './chart-file';

// A series as files, next to its page: /series/ilo-cse-children/chart.svg, series.csv …

export function seriesChartFile(kind: 'svg' | 'png') {
  return chartFile(kind, async (_request, { key = '' }) => {
    const series = await getSeries(key);
    const chart = series && seriesChart(series, FILE);
    return chart && { chart, path: `/series/${key}`, name: `series-${key}` };
  });
}

export function seriesTableFile() {
  return fileRoute(async (_request, { key = '' }) => {
    const series = await getSeries(key);
    if (series === null) throw new ApiProblem('not-found', 'There is no such series.');
    return { body: seriesCsv(series), contentType: 'text/csv; charset=utf-8', fileName: `plumbline-series-${key}.csv` };
  });
}
