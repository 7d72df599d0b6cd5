import { pngOf } from '@/formats/png';
import { type Chart, fileSvg } from '@/formats/svg/chart';
import { ApiProblem } from '@/http/problem';
import { fileRoute } from '@/http/route';
import { publicUrl } from '@/lib/env';

type ChartOfPage = {
  chart: Chart;
  /** The page it stands on, without the host: /claims/C1. */
  path: string;
  /** Of the file, without its ending. */
  name: string;
};

/** A chart as a file, next to the page it stands on: /claims/C1/lineage.svg. Null from `load`: there is no such chart. */
export function chartFile(
  kind: 'svg' | 'png',
  load: (request: Request, params: Record<string, string>) => Promise<ChartOfPage | null>,
) {
  return fileRoute(async (request, params) => {
    const found = await load(request, params);
    if (found === null) throw new ApiProblem('not-found', 'There is no such chart.');
    const svg = fileSvg(found.chart, `${publicUrl()}${found.path}`);
    const fileName = `plumbline-${found.name}.${kind}`;
    return kind === 'svg'
      ? { body: svg, contentType: 'image/svg+xml; charset=utf-8', fileName }
      : { body: await pngOf(svg), contentType: 'image/png', fileName };
  });
}
