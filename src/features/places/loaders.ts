import 'server-only';
import { cache } from 'react';
import { NARROW, pageSvg, WIDE } from '../../formats/svg/chart';
import { worldMapChart } from '../../formats/svg/world-map';
import { worldShapes } from '../../formats/svg/world-shapes';
import { getPlaceMap } from './data';
import { MAP_SOURCES, type PlaceMap } from './schema';

export type PlaceMapPage = PlaceMap & {
  title: string;
  units: string;
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
    title: wide.title,
    units: wide.units,
    svg: { wide: pageSvg(wide), narrow: pageSvg(narrow) },
    undrawn: map.countries.flatMap(({ code, name }) => (shapes.middles.has(code) ? [] : [name])),
  };
});
