import 'server-only';
import { type PageChart, pageChart } from '../../formats/svg/chart';
import { worldMapChart } from '../../formats/svg/world-map';
import { worldShapes } from '../../formats/svg/world-shapes';
import { kept } from '../../lib/kept';
import { getPlaceMap } from './data';
import { MAP_SOURCES, type PlaceMap } from './schema';

export type PlaceMapPage = PlaceMap & {
  /** How much of the evidence the map can show, in a sentence. */
  lead: string;
  chart: PageChart;
  /** Countries with a claim that cannot be drawn, because nobody here knows where they are. */
  undrawn: string[];
};

/** Claims by place, with the map drawn: drawing costs more than counting, so that both are kept together. */
export const loadPlaceMap = kept(async (): Promise<PlaceMapPage> => {
  const [map, shapes] = await Promise.all([getPlaceMap(), worldShapes()]);
  const about = { countries: map.countries, total: map.countryTotal, sources: MAP_SOURCES };
  return {
    ...map,
    lead: leadOf(map),
    chart: pageChart((look) => worldMapChart(about, shapes, look)),
    undrawn: map.countries.flatMap(({ code, name }) => (shapes.middles.has(code) ? [] : [name])),
  };
});

function leadOf({ claims, worldwide, areas }: PlaceMap): string {
  const larger = areas.reduce((sum, { own }) => sum + own, 0);
  const [all, world, area] = [claims, worldwide, larger].map((count) => count.toLocaleString('en-GB'));
  return `Of ${all} claims, ${world} speak of the world as a whole and ${area} of an area larger than a country. They belong to no country and are not on the map.`;
}
