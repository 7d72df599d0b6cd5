import { getFileFidelity, getFileGraphs, getNetwork } from '@/features/network/data';
import type { FidelityEntry, NetworkDto, NetworkGraph } from '@/features/network/schema';
import { csvOf } from '@/formats/csv';
import { FILE } from '@/formats/svg/chart';
import { networkChart } from '@/formats/svg/network-chart';
import { fileRoute } from '@/http/route';
import { oncePer } from '@/lib/kept';
import { chartFile } from './chart-file';

// The files beside the page /network.

const fileChart = oncePer(({ organisations }: NetworkDto) => networkChart(organisations, FILE));

/** The drawing of the organisations. */
export function networkChartFile(kind: 'svg' | 'png') {
  return chartFile(kind, async () => ({
    chart: fileChart(await getNetwork()),
    path: '/network',
    name: 'network',
  }));
}

const csvFile = (name: string, table: () => Promise<string>) =>
  fileRoute(async () => ({
    body: await table(),
    contentType: 'text/csv; charset=utf-8',
    fileName: `plumbline-network-${name}.csv`,
  }));

/** Who draws on whom, of organisations and of sources. */
export const edgesFile = csvFile('edges', async () => {
  const [organisations, sources] = await getFileGraphs();
  return csvOf(
    [
      'between',
      'who_draws',
      'who_draws_key',
      'on_whom',
      'on_whom_key',
      'citations',
      'distorted',
      'meaning_changed',
      'own_work',
    ],
    [...edgeRows('organisations', organisations), ...edgeRows('sources', sources)],
  );
});

function edgeRows(between: string, { nodes, edges }: NetworkGraph) {
  const names = new Map(nodes.map((node) => [node.key, node.name]));
  return edges.map(({ drawing, drawnOn, citations, distorted, major, self }) => [
    between,
    names.get(drawing) ?? null,
    drawing,
    names.get(drawnOn) ?? null,
    drawnOn,
    citations,
    distorted,
    major,
    self ? 'yes' : 'no',
  ]);
}

/** How faithfully figures are passed on, by organisations and by sources. */
export const fidelityFile = csvFile('fidelity', async () => {
  const [organisations, sources] = await getFileFidelity();
  return csvOf(
    [
      'of',
      'name',
      'key',
      'citations',
      'traced',
      'accurate',
      'minor',
      'major',
      'untraced',
      'share_accurate',
      'interval_95_low',
      'interval_95_high',
      'enough_to_rank',
    ],
    [...fidelityRows('organisation', organisations.entries), ...fidelityRows('source', sources.entries)],
  );
});

function fidelityRows(of: string, entries: readonly FidelityEntry[]) {
  return entries.map(({ name, key, fidelity }) => [
    of,
    name,
    key,
    fidelity.n,
    fidelity.traced,
    fidelity.accurate,
    fidelity.minor,
    fidelity.major,
    fidelity.untraced,
    fidelity.share,
    fidelity.interval?.low ?? null,
    fidelity.interval?.high ?? null,
    fidelity.ranked ? 'yes' : 'no',
  ]);
}
