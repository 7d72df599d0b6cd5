import { chartFile } from '@/app/chart-file';
import { getGapMap } from '@/features/gaps/data';
import { GAP_SOURCES, POPULATION_PAIRS, REGION_PAIRS, toGapsDto } from '@/features/gaps/schema';
import { populationCsv, regionCsv } from '@/formats/gap-csv';
import { FILE } from '@/formats/svg/chart';
import { gapMatrixChart } from '@/formats/svg/gap-matrix';
import { fileRoute } from '@/http/route';
import { publicUrl } from '@/lib/env';

type Which = 'regions' | 'populations';

/** One matrix as a drawing: /gaps/regions.svg. */
export function gapChartFile(which: Which, kind: 'svg' | 'png') {
  return chartFile(kind, async () => {
    const map = await getGapMap();
    const pairs = which === 'regions' ? REGION_PAIRS : POPULATION_PAIRS;
    const about = { pairs, asOfYear: map.asOfYear, sources: GAP_SOURCES };
    return { chart: gapMatrixChart(map[which], about, FILE), path: '/gaps', name: `gaps-${which}` };
  });
}

/** One matrix as a table: /gaps/regions.csv. */
export function gapTableFile(which: Which) {
  return fileRoute(async () => {
    const gaps = toGapsDto(await getGapMap(), publicUrl());
    const body = which === 'regions' ? regionCsv(gaps.regions) : populationCsv(gaps.populations);
    return { body, contentType: 'text/csv; charset=utf-8', fileName: `plumbline-gaps-${which}.csv` };
  });
}
