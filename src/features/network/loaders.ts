import 'server-only';
import { cache } from 'react';
import { type PageChart, pageChart } from '../../formats/svg/chart';
import { networkChart } from '../../formats/svg/network-chart';
import { oncePer } from '../../lib/kept';
import { getNetwork } from './data';
import type { NetworkDto } from './schema';

export type NetworkPage = { network: NetworkDto; chart: PageChart };

const chartOf = oncePer(({ organisations }: NetworkDto) => pageChart((look) => networkChart(organisations, look)));

/** The network with its drawing. */
export const loadNetwork = cache(async (): Promise<NetworkPage> => {
  const network = await getNetwork();
  return { network, chart: chartOf(network) };
});
