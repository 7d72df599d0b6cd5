import 'server-only';
import { cache } from 'react';
import { gapFinding, gapTally } from '../../domain/gaps';
import { getGapMap } from './data';
import { GAP_SOURCES, type GapMap, POPULATION_PAIRS, REGION_PAIRS } from './schema';

export type GapMapPage = GapMap & {
  /** What the map shows, in a sentence or two. */
  lead: string;
  regionFinding: string;
  regionNote: string;
  populationFinding: string;
  sources: string;
};

const figure = (count: number) => count.toLocaleString('en-GB');

/** The map of gaps with what it shows in words. */
export const loadGapMap = cache(async (): Promise<GapMapPage> => {
  const map = await getGapMap();
  const [regions, populations] = [gapTally(map.regions), gapTally(map.populations)];
  const share = (tally: typeof regions) => `${figure(tally.nothing)} of ${figure(tally.pairs)}`;
  return {
    ...map,
    lead: `This evidence base has no claim at all for ${share(regions)} pairs of ${REGION_PAIRS}, and for ${share(
      populations,
    )} pairs of ${POPULATION_PAIRS}.`,
    regionFinding: `${gapFinding(regions, REGION_PAIRS)}.`,
    regionNote: `${figure(map.worldwide)} of ${figure(map.claims)} claims speak of the world as a whole and are in no region. A claim about a region as a whole, such as Africa, is in its own row, and in no smaller area’s. Those rows stand there to compare with; the pairs counted below are of the parts of regions alone.`,
    populationFinding: `${gapFinding(populations, POPULATION_PAIRS)}.`,
    sources: GAP_SOURCES,
  };
});
