import 'server-only';
import { cache } from 'react';
import { NARROW, pageSvg, WIDE } from '../../formats/svg/chart';
import { networkChart } from '../../formats/svg/network-chart';
import { getNetwork } from './data';
import type { NetworkDto } from './schema';

export type NetworkPage = {
  network: NetworkDto;
  chart: { title: string; units: string; sources: string; svg: { wide: string; narrow: string } };
};

/** The network with its drawing. */
export const loadNetwork = cache(async (): Promise<NetworkPage> => {
  const network = await getNetwork();
  const wide = networkChart(network.organisations, WIDE);
  const narrow = networkChart(network.organisations, NARROW);
  return {
    network,
    chart: {
      title: wide.title,
      units: wide.units,
      sources: wide.sources,
      svg: { wide: pageSvg(wide), narrow: pageSvg(narrow) },
    },
  };
});
