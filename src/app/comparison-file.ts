import { getComparison } from '@/features/comparison/data';
import { comparisonHref, comparisonProblems, readComparison } from '@/features/comparison/filters';
import { comparisonCsv } from '@/formats/comparison-csv';
import { FILE } from '@/formats/svg/chart';
import { comparisonChart } from '@/formats/svg/comparison-chart';
import { ApiProblem } from '@/http/problem';
import { fileRoute, refuse } from '@/http/route';
import { rawParameters } from '@/lib/parameters';
import { chartFile } from './chart-file';
import { leadToSurvivors } from './missing-file';

// What belongs to a comparison as files: /compare/chart.svg?c=C1,C4&shown=yes, /compare/table.csv?c=C1,C4.

/** The comparison an address asks for. @throws {ApiProblem} when it is not two to six known claims, each once @throws {Moved} */
async function compared(request: Request) {
  const asked = readComparison(rawParameters(new URL(request.url).searchParams), 'c');
  const { comparison, unknown, moved } = await getComparison(asked.ids);
  leadToSurvivors(request, 'c', asked.ids, moved);
  refuse(comparisonProblems(asked, unknown).map(({ message }) => ({ field: 'c', message })));
  if (comparison === null) throw new ApiProblem('not-found', 'There is no such comparison.');
  return { comparison, ids: asked.ids, acknowledged: asked.acknowledged };
}

/** The chart. What keeps the claims from being compared is written into it, and it is refused until that was read. */
export function comparisonChartFile(kind: 'svg' | 'png') {
  return chartFile(kind, async (request) => {
    const { comparison, ids, acknowledged } = await compared(request);
    if (comparison.mustAcknowledge && !acknowledged) {
      refuse([{ field: 'shown', message: 'must be yes, once you have read on the page what differs' }]);
    }
    const notes = comparison.aspects
      .filter(({ verdict }) => verdict === 'forbids' || verdict === 'unknown')
      .flatMap(({ sentence }) => sentence ?? []);
    const chart = comparisonChart(comparison, FILE, notes);
    return chart && { chart, path: comparisonHref(ids), name: `compare-${ids.join('-')}` };
  });
}

/** The table, with what each claim states and what it does not measure. */
export const comparisonTableFile = fileRoute(async (request) => {
  const { comparison, ids } = await compared(request);
  return {
    body: comparisonCsv(comparison),
    contentType: 'text/csv; charset=utf-8',
    fileName: `plumbline-compare-${ids.join('-')}.csv`,
  };
});
