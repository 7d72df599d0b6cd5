import type { ReleaseChart } from '../../domain/fact-sheet/release';
import type { ToDraw } from '../../features/fact-sheets/schema';
import { type Chart, COLUMN, FILE, fileSvg } from '../svg/chart';
import { intervalChart } from '../svg/interval-chart';
import { lineageFileChart } from '../svg/lineage-drawing';
import { seriesChart } from '../svg/series-chart';

const LOOK = { ...FILE, width: COLUMN.width };

/** The drawings of a sheet, each with what it shows in words. What cannot be drawn is left out. */
export function drawnCharts(all: readonly ToDraw[]): ReleaseChart[] {
  return all.flatMap((one) => {
    const chart = chartOf(one);
    if (chart === null) return [];
    const { title, units } = chart;
    return [{ block: one.block, svg: fileSvg(chart, one.claim.url), alt: `${title} ${units}`, caption: title }];
  });
}

function chartOf({ claim, lineage, series }: ToDraw): Chart | null {
  if (lineage !== null) return lineageFileChart(lineage);
  return series === null ? intervalChart(claim, LOOK) : seriesChart(series, LOOK);
}
