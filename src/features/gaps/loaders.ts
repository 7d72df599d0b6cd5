import 'server-only';
import { cache } from 'react';
import { gapFinding, gapTally } from '../../domain/gaps';
import { getGapMap } from './data';
import { GAP_SOURCES, type GapMap } from './schema';

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
    lead: `This evidence base has no claim at all for ${share(regions)} pairs of a topic and a region, and for ${share(
      populations,
    )} pairs of a topic and a population.`,
    regionFinding: `${gapFinding(regions, 'topic-and-region')}.`,
    regionNote: `${figure(map.worldwide)} of ${figure(map.claims)} claims speak of the world as a whole and are in no region. A claim about a region as a whole is in its own row, and in no smaller area’s.`,
    populationFinding: `${gapFinding(populations, 'topic-and-population')}.`,
    sources: GAP_SOURCES,
  };
});
