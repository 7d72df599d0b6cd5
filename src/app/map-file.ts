import { chartFile } from '@/app/chart-file';
import { getPlaceMap } from '@/features/places/data';
import { MAP_SOURCES } from '@/features/places/schema';
import { placeCsv } from '@/formats/place-csv';
import { FILE } from '@/formats/svg/chart';
import { worldMapChart } from '@/formats/svg/world-map';
import { worldShapes } from '@/formats/svg/world-shapes';
import { fileRoute } from '@/http/route';
import { publicUrl } from '@/lib/env';
import { kept } from '@/lib/kept';

const fileChart = kept(async () => {
  const { countries, countryTotal } = await getPlaceMap();
  return worldMapChart({ countries, total: countryTotal, sources: MAP_SOURCES }, await worldShapes(), FILE);
});

/** The map as a drawing: /map/countries.svg. */
export function mapFile(kind: 'svg' | 'png') {
  return chartFile(kind, async () => ({ chart: await fileChart(), path: '/map', name: 'claims-by-country' }));
}

/** Every place with a claim as a table: /map/countries.csv. */
export function mapTableFile() {
  return fileRoute(async () => {
    const { countries, areas } = await getPlaceMap();
    const body = placeCsv([...countries, ...areas], publicUrl());
    return { body, contentType: 'text/csv; charset=utf-8', fileName: 'plumbline-claims-by-country.csv' };
  });
}
