import { getFileFidelity, getFileGraphs, getNetwork } from '@/features/network/data';
import type { NetworkDto } from '@/features/network/schema';
import { edgesCsv, fidelityCsv } from '@/formats/network-csv';
import { FILE } from '@/formats/svg/chart';
import { networkChart } from '@/formats/svg/network-chart';
import { fileRoute } from '@/http/route';
import { oncePer } from '@/lib/kept';
import { chartFile } from './chart-file';

// The files beside the page /network.

const fileChart = oncePer(({ organisations }: NetworkDto) => networkChart(organisations, FILE));

/** The drawing of the organisations. */
export function networkChartFile(kind: 'svg' | 'png') {
  return chartFile(kind, async () => ({ chart: fileChart(await getNetwork()), path: '/network', name: 'network' }));
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
  return edgesCsv({ organisations, sources });
});

/** How faithfully figures are passed on, by organisations and by sources. */
export const fidelityFile = csvFile('fidelity', async () => {
  const [organisations, sources] = await getFileFidelity();
  return fidelityCsv({ organisations: organisations.entries, sources: sources.entries });
});
