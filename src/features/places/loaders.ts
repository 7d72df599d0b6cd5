import 'server-only';
import { cache } from 'react';
import { NARROW, pageSvg, WIDE } from '../../formats/svg/chart';
import { worldMapChart } from '../../formats/svg/world-map';
import { worldShapes } from '../../formats/svg/world-shapes';
import { getPlaceMap } from './data';
import { MAP_SOURCES, type PlaceMap } from './schema';

export type PlaceMapPage = PlaceMap & {
  /** How much of the evidence the map can show, in a sentence. */
  lead: string;
  title: string;
  units: string;
  sources: string;
  svg: { wide: string; narrow: string };
  /** Countries with a claim that cannot be drawn, because nobody here knows where they are. */
  undrawn: string[];
};

/** Claims by place, with the map drawn. */
export const loadPlaceMap = cache(async (): Promise<PlaceMapPage> => {
  const [map, shapes] = await Promise.all([getPlaceMap(), worldShapes()]);
  const about = { countries: map.countries, total: map.countryTotal, sources: MAP_SOURCES };
  const wide = worldMapChart(about, shapes, WIDE);
  const narrow = worldMapChart(about, shapes, NARROW);
  return {
    ...map,
    lead: leadOf(map),
    sources: MAP_SOURCES,
    title: wide.title,
    units: wide.units,
    svg: { wide: pageSvg(wide), narrow: pageSvg(narrow) },
    undrawn: map.countries.flatMap(({ code, name }) => (shapes.middles.has(code) ? [] : [name])),
  };
});

function leadOf({ claims, worldwide, areas }: PlaceMap): string {
  const larger = areas.reduce((sum, { own }) => sum + own, 0);
  const [all, world, area] = [claims, worldwide, larger].map((count) => count.toLocaleString('en-GB'));
  return `Of ${all} claims, ${world} speak of the world as a whole and ${area} of an area larger than a country. They belong to no country and are not on the map.`;
}
